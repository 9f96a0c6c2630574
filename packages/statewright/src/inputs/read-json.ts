import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readText, shownFile } from "./read-text.ts";

/** Reads a JSON file whose content may be anything. */
export async function readJson(
  file: string,
  what: string,
  terminal: Terminal,
): Promise<{ readonly value: Json } | Problem> {
  const text = await readText(file, what, terminal);
  if (isProblem(text)) return text;
  return isDeeperThan(deepest, text) ? tooDeep(file) : parseJson(text, file);
}

/** Parses JSON, or says at which line and column it ends being JSON. */
export async function parseJson(text: string, file: string): Promise<{ readonly value: Json } | Problem> {
  try {
    const value: Json = JSON.parse(text);
    return { value };
  } catch {
    if (text.trim() === "") return emptyText(file);
    const { parseMachine } = await import("@statewright/asl");
    return syntaxProblem(shownFile(file), parseMachine(text).diagnostics) ?? notJson(shownFile(file), "");
  }
}

/** The first mistake of a text, and how many there are; nothing for a text without mistakes of syntax. */
export function syntaxProblem(file: string, found: readonly Diagnostic[]): Problem | undefined {
  const [first, ...others] = found.filter(({ code }) => code === "syntax/json" || code === "syntax/yaml");
  if (first === undefined) return undefined;
  const start = first.range?.start;
  const place = start === undefined ? "" : `:${start.line + 1}:${start.character + 1}`;
  const count = others.length === 1 ? "is 1 more mistake" : `are ${others.length} more mistakes`;
  const more = others.length === 0 ? "" : ` (There ${count}.)`;
  const what = `${first.message}${more}`;
  if (first.code === "syntax/json") return notJson(`${file}${place}`, what);
  return problem({
    code: "syntax/yaml",
    file: `${file}${place}`,
    message: `This YAML cannot be read: ${what}`,
    help: "Correct it there; `statewright check` shows all mistakes.",
  });
}

/** The answer to a text without anything in it. */
export function emptyText(file: string): Problem {
  return /\.ya?ml$/i.test(file)
    ? problem({
        code: "syntax/yaml",
        file: shownFile(file),
        message: "There is nothing in it: it is empty.",
        help: "Write a definition in it, or give another file.",
      })
    : notJson(shownFile(file), "it is empty.");
}

function notJson(file: string, what: string): Problem {
  return problem({
    code: "syntax/json",
    file,
    message: `This is not JSON: ${what}`,
    help: "Correct it there; comments and trailing commas are not JSON.",
  });
}

/** More nesting than any service takes; what comes after may recurse over the value. */
const deepest = 500;

function isDeeperThan(limit: number, text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

function tooDeep(file: string): Problem {
  return problem({
    code: "limit/nesting-depth",
    file: shownFile(file),
    message: `Its values are nested more than ${deepest} levels deep.`,
    help: "Flatten it; no service takes JSON of that depth.",
  });
}
