import { type JsonataText, type JsonRecord, type JsonValue, jsonataText, type State } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { type JsonataExpression, type JsonataParse, parseJsonata } from "@statewright/expressions";
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
  const parsed = new Map<string, JsonataParse>();
  const sites: JsonataSite[] = [];
  for (const state of states) {
    if (state.language !== "JSONata") continue;
    for (const { pointer, value, sees } of templatesOf(state)) {
      for (const { text, pointer: at } of stringsIn(value, pointer)) {
        sites.push(siteOf(state, at, text, sees, parsed));
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
  parsed: Map<string, JsonataParse>,
): JsonataSite {
  const written = jsonataText(text);
  if (written === undefined) return { state, pointer, text, sees, problems: [] };
  // A placeholder becomes text that nobody knows yet: the expression cannot be read before.
  if (written.source.includes("${")) return { state, pointer, text, sees, written, problems: [] };
  const parse = parsed.get(written.source) ?? parseJsonata(written.source);
  parsed.set(written.source, parse);
  return { state, pointer, text, sees, written, ...parse };
}

interface Template {
  readonly pointer: JsonPointer;
  readonly value: JsonValue;
  readonly sees: JsonataSite["sees"];
}

const plainFields = [
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
] as const;

const nestedFields: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Credentials: [["RoleArn"]],
  ItemReader: [["Arguments"], ["ReaderConfig", "MaxItems"]],
  ItemBatcher: [["BatchInput"], ["MaxItemsPerBatch"], ["MaxInputBytesPerBatch"]],
  ResultWriter: [["Arguments"]],
};

function* templatesOf({ state, pointer }: RuledState): Generator<Template, void, undefined> {
  const fields = state as unknown as JsonRecord;
  for (const field of plainFields) {
    const value = fields[field];
    if (value !== undefined) yield { pointer: childPointer(pointer, field), value, sees: undefined };
  }
  for (const [field, paths] of Object.entries(nestedFields)) {
    for (const path of paths) {
      const value = path.reduce<JsonValue | undefined>(memberOf, fields[field]);
      if (value !== undefined)
        yield { pointer: childPointer(pointer, field, ...path), value, sees: undefined };
    }
  }
  if (state.Type === "Choice") {
    for (const [index, rule] of state.Choices.entries()) {
      yield* ofEntry(rule, childPointer(pointer, "Choices", index), ["Condition", "Output", "Assign"]);
    }
  }
  for (const [index, catcher] of catchersOf(state).entries()) {
    yield* ofEntry(catcher, childPointer(pointer, "Catch", index), ["Output", "Assign"], "errorOutput");
  }
  const hasResult = state.Type === "Task" || state.Type === "Parallel" || state.Type === "Map";
  yield* ofEntry(state, pointer, ["Output", "Assign"], hasResult ? "result" : undefined);
}

function* ofEntry(
  entry: object,
  pointer: JsonPointer,
  names: readonly string[],
  sees?: JsonataSite["sees"],
): Generator<Template, void, undefined> {
  const fields = entry as JsonRecord;
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined) yield { pointer: childPointer(pointer, name), value, sees };
  }
}

function catchersOf(state: State): readonly object[] {
  return "Catch" in state ? (state.Catch ?? []) : [];
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as JsonRecord)[name] : undefined;
}

function* stringsIn(
  root: JsonValue,
  pointer: JsonPointer,
): Generator<{ text: string; pointer: JsonPointer }, void, undefined> {
  const pending: { value: JsonValue; pointer: JsonPointer }[] = [{ value: root, pointer }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer: at } = next;
    if (typeof value === "string") yield { text: value, pointer: at };
    if (typeof value !== "object" || value === null) continue;
    const members = Object.entries(value).map(([key, member]) => ({
      value: member,
      pointer: childPointer(at, key),
    }));
    pending.push(...members.reverse());
  }
}
