import { runInNewContext } from "node:vm";
import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import type { MachineTypes } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { type Problem, problem } from "../command-line/problem.ts";
import { shownFile } from "./read-text.ts";

/** A schema is data from outside: its patterns and references may keep the validator busy for ever. */
const limitSeconds = 2;

/** Checks an execution's input against the schema that the machine's types give for it. */
export function checkInput(
  input: Json,
  file: string,
  types: MachineTypes | undefined,
  typesFile: string,
): Problem | undefined {
  const schema = types?.input;
  if (schema === undefined) return undefined;
  const errors = validate(schema as Schema | boolean, input);
  if (typeof errors === "string") {
    return problem({
      code: "simulate/input-schema",
      file: typesFile,
      message: `The input could not be compared with the input schema: ${errors}.`,
      help: "Correct the schema.",
    });
  }
  const first = errors.find(isTelling) ?? errors[0];
  if (first === undefined) return undefined;
  const more = errors.filter(isTelling).length - 1;
  const count = more > 0 ? ` (There are ${more} more.)` : "";
  return problem({
    code: "simulate/input",
    file: shownFile(file),
    message: `The input does not fit the input schema at ${place(first)}: ${first.error}${count}`,
    help: "Correct the input, or the schema.",
  });
}

/** Whether a value fits a schema; why not, where the schema itself cannot be used. */
export function fitsSchema(schema: boolean | object, value: Json): boolean | string {
  const errors = validate(schema as Schema | boolean, value);
  return typeof errors === "string" ? errors : errors.length === 0;
}

/** The validator's findings, or why it gave none. */
function validate(schema: Schema | boolean, input: Json): readonly OutputUnit[] | string {
  try {
    // The validator writes its own marks into the schema.
    const own = structuredClone(schema);
    const run = () => new Validator(own, "2020-12", false).validate(input).errors;
    return runInNewContext("run()", { run }, { timeout: limitSeconds * 1000 });
  } catch (error) {
    return reason(error instanceof Error ? error.message : String(error));
  }
}

function reason(message: string): string {
  if (message.includes("timed out")) return `it was not done after ${limitSeconds} seconds`;
  const missing = /^Unresolved \$ref "([^"]*)"/.exec(message)?.[1];
  if (missing !== undefined) return `it refers to \`${missing}\`, which is not in it`;
  if (message.includes("call stack")) return "it refers to itself without end";
  return message.replace(/\.\s*$/, "");
}

/** The other findings only say that something below their place is wrong. */
function isTelling({ keyword }: OutputUnit): boolean {
  return !["properties", "items", "additionalProperties", "$ref", "allOf", "prefixItems"].includes(keyword);
}

function place({ instanceLocation }: OutputUnit): string {
  return instanceLocation === "#" ? "its top" : `\`${instanceLocation.slice(1)}\``;
}
