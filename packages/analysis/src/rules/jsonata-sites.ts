import { type JsonataText, type JsonRecord, type JsonValue, jsonataText, type State } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { type JsonataExpression, type JsonataParse, parseJsonata } from "@statewright/expressions";
import { memberOf } from "../json-record.ts";
import type { RuledState } from "./rule.ts";

/** A string of a JSONata state in a field that takes expressions. */
export interface JsonataSite {
  readonly state: RuledState;
  readonly pointer: JsonPointer;
  readonly text: string;
  /** What `$states` holds there besides `input` and `context`. */
  readonly sees: "result" | "errorOutput" | undefined;
  /** What stands between the delimiters; nothing where the string stands for itself. */
  readonly written?: JsonataText;
  /** The parsed expression; nothing where a placeholder keeps it from being read. */
  readonly expression?: JsonataExpression;
  readonly problems: JsonataParse["problems"];
}

/** Every string in the JSONata fields of the states, in the order of the definition. */
export function jsonataSites(states: readonly RuledState[]): readonly JsonataSite[] {
  const sites: JsonataSite[] = [];
  for (const state of states) {
    if (state.language !== "JSONata") continue;
    for (const { pointer, value, sees } of templatesOf(state)) {
      for (const { text, pointer: at } of stringsIn(value, pointer)) {
        sites.push(siteOf(state, at, text, sees));
      }
    }
  }
  return sites;
}

function siteOf(
  state: RuledState,
  pointer: JsonPointer,
  text: string,
  sees: JsonataSite["sees"],
): JsonataSite {
  const written = jsonataText(text);
  if (written === undefined) return { state, pointer, text, sees, problems: [] };
  // A placeholder becomes text that nobody knows yet: the expression cannot be read before.
  if (written.source.includes("${")) return { state, pointer, text, sees, written, problems: [] };
  const { expression, problems } = parseOnce(written.source);
  return { state, pointer, text, sees, written, problems, ...(expression && { expression }) };
}

const parsed = new Map<string, JsonataParse>();
const mostRemembered = 20_000;

/** Machines say the same few expressions over and over, and an editor checks the same machine at every key. */
function parseOnce(source: string): JsonataParse {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const parse = parseJsonata(source);
  if (parsed.size >= mostRemembered) parsed.clear();
  parsed.set(source, parse);
  return parse;
}

interface Template {
  readonly pointer: JsonPointer;
  readonly value: JsonValue;
  readonly sees: JsonataSite["sees"];
}

const plainFields: ReadonlySet<string> = new Set([
  "Arguments",
  "TimeoutSeconds",
  "HeartbeatSeconds",
  "Seconds",
  "Timestamp",
  "Items",
  "ItemSelector",
  "MaxConcurrency",
  "ToleratedFailureCount",
  "ToleratedFailurePercentage",
  "Error",
  "Cause",
]);

const nestedFields: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ["Credentials", [["RoleArn"]]],
  ["ItemReader", [["Arguments"], ["ReaderConfig", "MaxItems"]]],
  ["ItemBatcher", [["BatchInput"], ["MaxItemsPerBatch"], ["MaxInputBytesPerBatch"]]],
  ["ResultWriter", [["Arguments"]]],
]);

function templatesOf({ state, pointer }: RuledState): readonly Template[] {
  const templates: Template[] = [];
  const fields = state as unknown as JsonRecord;
  for (const field of Object.keys(fields)) {
    const value = fields[field] ?? null;
    if (plainFields.has(field)) {
      templates.push({ pointer: childPointer(pointer, field), value, sees: undefined });
    }
    for (const path of nestedFields.get(field) ?? []) {
      const inner = path.reduce<JsonValue | undefined>(memberOf, value);
      if (inner === undefined) continue;
      templates.push({ pointer: childPointer(pointer, field, ...path), value: inner, sees: undefined });
    }
  }
  if (state.Type === "Choice") {
    for (const [index, rule] of state.Choices.entries()) {
      addEntry(templates, rule, childPointer(pointer, "Choices", index), ["Condition", "Output", "Assign"]);
    }
  }
  for (const [index, catcher] of catchersOf(state).entries()) {
    addEntry(templates, catcher, childPointer(pointer, "Catch", index), ["Output", "Assign"], "errorOutput");
  }
  const hasResult = state.Type === "Task" || state.Type === "Parallel" || state.Type === "Map";
  addEntry(templates, state, pointer, ["Output", "Assign"], hasResult ? "result" : undefined);
  return templates;
}

function addEntry(
  templates: Template[],
  entry: object,
  pointer: JsonPointer,
  names: readonly string[],
  sees?: JsonataSite["sees"],
): void {
  const fields = entry as JsonRecord;
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined) templates.push({ pointer: childPointer(pointer, name), value, sees });
  }
}

function catchersOf(state: State): readonly object[] {
  return "Catch" in state ? (state.Catch ?? []) : [];
}

function stringsIn(root: JsonValue, pointer: JsonPointer): readonly { text: string; pointer: JsonPointer }[] {
  if (typeof root === "string") return [{ text: root, pointer }];
  const strings: { text: string; pointer: JsonPointer }[] = [];
  const pending: { value: JsonValue; pointer: JsonPointer }[] = [{ value: root, pointer }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer: at } = next;
    if (typeof value === "string") strings.push({ text: value, pointer: at });
    if (typeof value !== "object" || value === null) continue;
    const members = Object.keys(value).map((key) => ({
      value: (value as JsonRecord)[key] ?? null,
      pointer: childPointer(at, key),
    }));
    pending.push(...members.reverse());
  }
  return strings;
}
