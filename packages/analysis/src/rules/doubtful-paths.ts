import { hasPlaceholder, type JsonRecord, type JsonValue, type State } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { type PathProblem, parseTemplateValue, type TemplateValue } from "@statewright/expressions";
import { isRecord } from "../json-record.ts";
import { fieldsOfStates } from "./fields-of-states.ts";
import type { RuledState } from "./rule.ts";

/** What a field of a JSONPath state takes: a path, a reference path (R-PATH-03), or an intrinsic function too. */
export type PathTaken = "path" | "reference" | "value";

/** A place of a JSONPath state where a path, or a call of an intrinsic function, must stand. */
export interface PathSite {
  readonly state: RuledState;
  readonly pointer: JsonPointer;
  /** The name of the field or member: `InputPath`, `total.$`. */
  readonly field: string;
  readonly takes: PathTaken;
  readonly found: JsonValue;
  /** The payload template that a member stands in. */
  readonly template?: JsonPointer;
  /** Absent where it is none, and where a placeholder keeps it from being read. */
  readonly value?: TemplateValue;
  readonly problems: readonly PathProblem[];
}

/** R-PATH-03, R-JP-10. Of `Catch`, the reader's and the batcher's objects see `nestedFields`. */
const pathFields: ReadonlyMap<string, PathTaken> = new Map([
  ["InputPath", "path"],
  ["OutputPath", "path"],
  ["ResultPath", "reference"],
  ["ItemsPath", "reference"],
  ["SecondsPath", "reference"],
  ["TimestampPath", "reference"],
  ["TimeoutSecondsPath", "reference"],
  ["HeartbeatSecondsPath", "reference"],
  ["MaxConcurrencyPath", "reference"],
  ["ToleratedFailureCountPath", "reference"],
  ["ToleratedFailurePercentagePath", "reference"],
  ["ErrorPath", "value"],
  ["CausePath", "value"],
]);

const pathFieldsOf = fieldsOfStates(pathFields);

const nestedFields = [
  ["ItemReader", "ReaderConfig", "MaxItemsPath"],
  ["ItemBatcher", "MaxItemsPerBatchPath"],
  ["ItemBatcher", "MaxInputBytesPerBatchPath"],
] as const;

/**
 * The paths and intrinsic functions of the JSONPath states that some rule may speak of. Left out are those that
 * are plainly what their field takes: hardly any is not.
 */
export function doubtfulPaths(states: readonly RuledState[]): readonly PathSite[] {
  const sites: PathSite[] = [];
  for (const state of states) {
    if (state.language !== "JSONPath") continue;
    addFields(sites, state);
    for (const { key, value, pointer, template } of state.members) {
      if (!key.endsWith(".$") || isPlain(value, "value")) continue;
      sites.push(siteOf(state, pointer, key, "value", value, template));
    }
  }
  return sites;
}

function addFields(sites: PathSite[], visit: RuledState): void {
  const { state, pointer } = visit;
  const fields = state as unknown as JsonRecord;
  for (const [name, takes] of pathFieldsOf[state.Type]) {
    const value = fields[name];
    // What must be a text and is none was reported when the machine was read.
    if (typeof value === "string" && !isPlain(value, takes)) {
      sites.push(siteOf(visit, childPointer(pointer, name), name, takes, value));
    }
  }
  if (state.Type === "Map") addNested(sites, visit, fields);
  if (state.Type === "Choice") addTests(sites, visit, state);
  if (!("Catch" in state)) return;
  for (const [index, { ResultPath: path }] of (state.Catch ?? []).entries()) {
    if (typeof path !== "string" || isPlain(path, "reference")) continue;
    const at = childPointer(pointer, "Catch", index, "ResultPath");
    sites.push(siteOf(visit, at, "ResultPath", "reference", path));
  }
}

function addNested(sites: PathSite[], visit: RuledState, fields: JsonRecord): void {
  for (const path of nestedFields) {
    let value: JsonValue | undefined = fields;
    for (const name of path) value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof value !== "string" || isPlain(value, "reference")) continue;
    const at = childPointer(visit.pointer, ...path);
    sites.push(siteOf(visit, at, path.at(-1) ?? "", "reference", value));
  }
}

/** `Variable` and the operands of `…Path` operators, in rules inside rules too (R-CHOICE-20, R-CHOICE-21). */
function addTests(
  sites: PathSite[],
  visit: RuledState,
  { Choices }: Extract<State, { Type: "Choice" }>,
): void {
  const pending: { readonly test: JsonValue; readonly pointer: JsonPointer }[] = [];
  for (const [index, { test }] of [...Choices.entries()].reverse()) {
    if (test !== undefined) pending.push({ test, pointer: childPointer(visit.pointer, "Choices", index) });
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { test, pointer } = next;
    if (typeof test !== "object" || test === null) continue;
    const inner: typeof pending = [];
    for (const name of Object.keys(test)) {
      const value = (test as JsonRecord)[name] ?? null;
      if (typeof value === "object") inner.push({ test: value, pointer: childPointer(pointer, name) });
      else if (name !== "Variable" && !name.endsWith("Path")) continue;
      else if (typeof value === "string" && !isPlain(value, "path")) {
        sites.push(siteOf(visit, childPointer(pointer, name), name, "path", value));
      }
    }
    pending.push(...inner.reverse());
  }
}

interface PathReading {
  readonly value?: TemplateValue;
  readonly problems: readonly PathProblem[];
  /** The fields that take it, whatever they are. */
  readonly fits: ReadonlySet<PathTaken>;
}

const readings = new Map<string, PathReading>();
const mostRemembered = 20_000;

/** Machines say the same few paths over and over, and an editor checks the same machine at every key. */
function readOnce(text: string): PathReading {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = readPath(text);
  if (readings.size >= mostRemembered) readings.clear();
  readings.set(text, reading);
  return reading;
}

/** What a placeholder will be is not known, so each kind of field may take it. */
function readPath(text: string): PathReading {
  if (hasPlaceholder(text)) return { problems: [], fits: new Set(["path", "reference", "value"]) };
  const { value, problems } = parseTemplateValue(text);
  const fits = new Set<PathTaken>();
  if (value !== undefined && problems.length === 0 && !/^\s/.test(text)) {
    fits.add("value");
    if (value.kind === "path") fits.add("path");
    if (value.kind === "path" && value.path.isReference && value.path.root.kind === "document") {
      fits.add("reference");
    }
  }
  return { problems, fits, ...(value && { value }) };
}

function isPlain(found: JsonValue, takes: PathTaken): boolean {
  return typeof found === "string" && readOnce(found).fits.has(takes);
}

function siteOf(
  state: RuledState,
  pointer: JsonPointer,
  field: string,
  takes: PathTaken,
  found: JsonValue,
  template?: JsonPointer,
): PathSite {
  const { value, problems } =
    typeof found === "string" ? readOnce(found) : { problems: [], value: undefined };
  const read = { problems, ...(value && { value }) };
  return { state, pointer, field, takes, found, ...read, ...(template !== undefined && { template }) };
}
