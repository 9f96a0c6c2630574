import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { MachineTypes } from "@statewright/asl";
import { nearestName } from "@statewright/diagnostics";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readJson } from "./read-json.ts";
import type { Reading } from "./reading.ts";
import type { Subject } from "./subject.ts";

/** The types that `--types` names, or those beside the definition. */
export async function typesOf(
  file: string,
  { terminal, choice }: Reading,
): Promise<Pick<Subject, "types" | "typesFile"> | Problem> {
  const typesFile = choice.types ?? typesFileBeside(file, terminal.cwd);
  if (typesFile === undefined) return {};
  const types = await readTypes(typesFile, terminal);
  return isProblem(types) ? types : { types, typesFile };
}

/** The types file beside a definition: `orders.types.json` beside `orders.asl.json`, if it is there. */
function typesFileBeside(file: string, cwd: string): string | undefined {
  if (file === "-") return undefined;
  const beside = file.replace(/(\.asl)?\.(json|ya?ml)$/i, ".types.json");
  return beside !== file && existsSync(resolve(cwd, beside)) ? beside : undefined;
}

/** Reads a types file, or says what in it is not as it should be. */
async function readTypes(file: string, terminal: Terminal): Promise<MachineTypes | Problem> {
  const read = await readJson(file, "a types file", terminal);
  if (isProblem(read)) return read;
  const wrong = wrongPart(read.value);
  if (wrong === undefined) return read.value as unknown as MachineTypes;
  return problem({
    code: "config/types-file",
    file,
    message: `This is no types file: ${wrong.what}`,
    help: wrong.help,
  });
}

interface Wrong {
  readonly what: string;
  readonly help: string;
}

const topKeys = ["$schema", "version", "input", "output", "states", "resources", "bounds"];
const stateKeys = ["arguments", "result", "errors", "items"];

function wrongPart(value: unknown): Wrong | undefined {
  if (!isObject(value)) return { what: "it holds no object.", help: 'It starts with `{ "version": 1 }`.' };
  if (own(value, "version") !== 1) {
    return { what: "`version` is not 1.", help: 'Add `"version": 1`; no other version exists.' };
  }
  return (
    unknownKey(value, topKeys, "") ??
    wrongSchema(value, ["input", "output"], "") ??
    wrongEntries(value, "states", wrongStateTypes) ??
    wrongEntries(value, "resources", wrongStateTypes) ??
    wrongEntries(value, "bounds", wrongBound)
  );
}

function wrongEntries(
  types: object,
  key: string,
  wrongEntry: (entry: unknown, at: string) => Wrong | undefined,
): Wrong | undefined {
  const entries = own(types, key);
  if (entries === undefined) return undefined;
  if (!isObject(entries)) return notObject(key);
  for (const [name, entry] of Object.entries(entries)) {
    const at = `${key}["${name}"]`;
    if (key !== "resources" && !name.startsWith("/States/")) {
      return { what: `\`${at}\` is no pointer of a state.`, help: 'Write it like "/States/Charge".' };
    }
    const wrong = wrongEntry(entry, at);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function wrongStateTypes(entry: unknown, at: string): Wrong | undefined {
  if (!isObject(entry)) return notObject(at);
  const errors = own(entry, "errors");
  if (errors !== undefined && !isObject(errors)) return notObject(`${at}.errors`);
  return (
    unknownKey(entry, stateKeys, `${at}.`) ?? wrongSchema(entry, ["arguments", "result", "items"], `${at}.`)
  );
}

function wrongBound(entry: unknown, at: string): Wrong | undefined {
  const visits = isObject(entry) ? own(entry, "visits") : undefined;
  if (typeof visits === "number" && Number.isInteger(visits) && visits > 0) return undefined;
  return { what: `\`${at}.visits\` is no positive integer.`, help: 'Write it like `{ "visits": 20 }`.' };
}

/** A schema is an object, or `true` or `false`. */
function wrongSchema(parent: object, keys: readonly string[], at: string): Wrong | undefined {
  for (const key of keys) {
    const schema = own(parent, key);
    if (schema === undefined || typeof schema === "boolean" || isObject(schema)) continue;
    return {
      what: `\`${at}${key}\` is no JSON Schema.`,
      help: 'Write an object such as `{ "type": "string" }`.',
    };
  }
  return undefined;
}

function unknownKey(parent: object, known: readonly string[], at: string): Wrong | undefined {
  const key = Object.keys(parent).find((name) => !known.includes(name));
  if (key === undefined) return undefined;
  const nearest = nearestName(key, known);
  const help = nearest ? `Did you mean \`${nearest}\`?` : `It can have: ${known.join(", ")}.`;
  return { what: `there is no key \`${at}${key}\`.`, help };
}

function notObject(at: string): Wrong {
  return { what: `\`${at}\` is no object.`, help: "Write `{ … }` there." };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
