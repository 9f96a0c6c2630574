import type { StateVisit } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import type { Visit } from "../history/visits.ts";
import { kindOf, memberOf } from "../json/json-object.ts";
import { isTooDeep, writeJson } from "../json/json-text.ts";
import { masksOf } from "../replay/masks.ts";
import { matchJson } from "../replay/match-json.ts";
import type { FailureKind, FoundValue, Introduction } from "./diagnosis.ts";
import { type FieldFound, said } from "./locate-field.ts";
import {
  jsonataReferences,
  pathReference,
  type Reference,
  type Resolved,
  resolveKeys,
} from "./read-reference.ts";

/** The value that a field found, what belongs there, and who brought the value. */
export interface ValueFound {
  readonly found?: FoundValue;
  readonly expected?: string;
  readonly introducedBy?: Introduction;
  /** A name that is there instead of the one that is read. */
  readonly nearest?: string;
  /** A variable that is read and was never assigned. */
  readonly unassigned?: string;
}

/** What a failing field saw. `place` is the state in the machine, where there is one. */
export function findValue(
  kind: FailureKind,
  visit: Visit,
  place: StateVisit | undefined,
  field: FieldFound | undefined,
  cause: Json,
  executionInput: Json,
): ValueFound {
  const text = typeof cause === "string" ? said(cause) : "";
  const expected = expectedIn(kind, text);
  const references = referencesOf(kind, field?.text, text, place, field);
  const resolved = references.map((reference) => ({
    reference,
    ...resolve(reference, visit, executionInput),
  }));
  // An expression that gave something else, or threw, may read what is not there as well: that is not why it failed.
  const isNothing = kind !== "expression" || /returned nothing \(undefined\)/.test(text);
  const missed = isNothing ? resolved.find(({ missing }) => missing !== undefined) : undefined;
  // T2001 and T2002: the left, or the right side of an operator is no number.
  const noNumber = / T200[12]: .* number/s.test(text)
    ? resolved.find(({ missing, value }) => missing === undefined && typeof value !== "number")
    : undefined;
  const culprit = missed ?? noNumber ?? resolved.find(({ missing }) => missing === undefined);
  if (culprit === undefined) return { ...argumentsOf(kind, visit, expected), ...givenIn(text) };
  const { reference, missing, holder, nearest, depth } = culprit;
  const introducedBy = introduced(reference, culprit, visit);
  const given = { ...(introducedBy && { introducedBy }), ...(nearest !== undefined && { nearest }) };
  if (missing === undefined) {
    const found = { name: reference.text, value: culprit.value ?? null };
    return { found, ...(expected !== undefined && { expected }), ...given };
  }
  if (reference.root === "variable" && depth === 0 && !visit.variables.has(reference.variable ?? "")) {
    const unassigned = reference.variable ?? "";
    return {
      unassigned,
      expected: `a variable \`$${reference.variable ?? ""}\`: no state before it assigned one`,
      ...given,
    };
  }
  const found = { name: nameUpTo(reference, depth), value: holder };
  const what = nearest === undefined ? "" : `; it has \`${nearest}\``;
  return {
    found,
    expected: `a value at \`${reference.text}\`: ${kindOf(holder)} without \`${missing}\`${what}`,
    ...given,
  };
}

/** The value that stands in AWS's cause. */
function givenIn(text: string): Pick<ValueFound, "found"> {
  const [, json] = /, but was '\w+' for value: (.+)$/s.exec(text) ?? [];
  if (json === undefined || isTooDeep(json)) return {};
  try {
    return { found: { name: "its value", value: JSON.parse(json) as Json } };
  } catch {
    return {}; // shortened, or redacted
  }
}

/** What AWS's cause says that should have been there. */
function expectedIn(kind: FailureKind, text: string): string | undefined {
  const [, type] = /Expected '([\w ]{1,40})', but was/.exec(text) ?? [];
  if (type !== undefined) return `a value of the type ${type}`;
  if (/ISO-8601/.test(text)) return "a time such as 2026-01-01T00:00:00Z";
  const [, number] = /not a valid (integer|float)/.exec(text) ?? [];
  if (number !== undefined) return number === "integer" ? "a whole number" : "a number";
  if (/cannot be parsed as a long value/.test(text)) return "a whole number";
  if (/negative/.test(text)) return "a number that is not negative";
  const [, nameless] = /^The JSONata expression '.{0,2000}?\$([A-Za-z]\w*)\(.* T1006: /s.exec(text) ?? [];
  if (nameless !== undefined) return `a function: there is no \`$${nameless}\``;
  const [, thrown] = / threw an error during evaluation\. ([A-Z]\d{4}: .{1,300})/s.exec(text) ?? [];
  if (thrown !== undefined) return `what JSONata can use there (${thrown})`;
  if (kind === "data-limit") return "at most 262,144 bytes of JSON";
  if (kind === "no-choice") return "a value that one of the rules takes: there is no `Default`";
  return /returned an unsupported result type/.test(text) ? "a value of JSON: a function is none" : undefined;
}

function referencesOf(
  kind: FailureKind,
  written: string | undefined,
  text: string,
  place: StateVisit | undefined,
  field: FieldFound | undefined,
): readonly Reference[] {
  if (kind === "no-choice") return choiceReferences(place);
  if (kind === "expression") {
    const [, quoted] = /^The JSONata expression '(.{1,5000}?)' specified for the field/s.exec(text) ?? [];
    return jsonataReferences(written ?? quoted ?? "");
  }
  if (kind !== "path" && kind !== "setting" && kind !== "intrinsic") return [];
  const [, path] =
    /(?:The JSONPath|Invalid path) '([^']{1,1000})'/.exec(text) ??
    / (\$\S{1,1000}?)(?: == .*)?$/s.exec(text) ??
    [];
  const source = kind === "intrinsic" ? written : (path ?? written);
  const paths =
    kind === "intrinsic" ? (source?.match(/\$[\w$.[\]'-]*/g) ?? []) : source === undefined ? [] : [source];
  return paths.flatMap((one) => {
    const reference = pathReference(one);
    return reference === undefined ? [] : [seenFrom(reference, place, field)];
  });
}

/** What `$` is in a field: the input after InputPath, or the result of the state. */
function seenFrom(
  reference: Reference,
  place: StateVisit | undefined,
  field: FieldFound | undefined,
): Reference {
  if (reference.root !== "input" || place === undefined || field === undefined) return reference;
  const [name] = field.pointer.slice(place.pointer.length + 1).split("/");
  const state = place.state as unknown as Readonly<Record<string, Json>>;
  const works = state.Type === "Task" || state.Type === "Map" || state.Type === "Parallel";
  const ofResult = name === "ResultSelector" || (name === "Assign" && works);
  if (ofResult || (name === "OutputPath" && works && state.ResultPath === undefined))
    return { ...reference, root: "result" };
  const inputPath =
    name === "InputPath" || typeof state.InputPath !== "string" ? undefined : pathReference(state.InputPath);
  return inputPath?.root === "input"
    ? { ...reference, keys: [...inputPath.keys, ...reference.keys] }
    : reference;
}

function choiceReferences(place: StateVisit | undefined): readonly Reference[] {
  if (place?.state.Type !== "Choice") return [];
  const text = writeJson(place.state.Choices as unknown as Json)?.text ?? ""; // nothing where it is too deep
  const conditions = [...text.matchAll(/\{%(.{1,5000}?)%\}/g)].flatMap(([, one = ""]) =>
    jsonataReferences(one),
  );
  const variables = [...text.matchAll(/"Variable":"([^"]{1,1000})"/g)].flatMap(
    ([, one = ""]) => pathReference(one) ?? [],
  );
  return [...conditions, ...variables];
}

function resolve(reference: Reference, visit: Visit, executionInput: Json): Resolved {
  const { root, keys, variable = "" } = reference;
  switch (root) {
    case "input":
      return resolveKeys(visit.input, keys);
    case "result":
      return resolveKeys(resultOf(visit) ?? {}, keys);
    case "variable":
      return visit.variables.has(variable)
        ? resolveKeys(visit.variables.get(variable)?.value ?? null, keys)
        : { depth: 0, holder: null, missing: variable };
    case "context":
      return resolveKeys({ Execution: { Input: executionInput }, State: { Name: visit.state } }, keys);
  }
}

function resultOf(visit: Visit): Json | undefined {
  const succeeded = visit.events.findLast(({ type }) =>
    /^(Task|LambdaFunction|Activity)Succeeded$/.test(type),
  );
  return memberOf(succeeded?.details, "output");
}

function nameUpTo({ text, keys, root, variable }: Reference, depth: number): string {
  if (depth === keys.length) return text;
  const head = text.startsWith("$states")
    ? `$states.${root}`
    : root === "context"
      ? "$$"
      : `$${variable ?? ""}`;
  return [head, ...keys.slice(0, depth)].join(".");
}

/** Who brought what a reference leads to: the state that first had it as it is. */
function introduced(
  reference: Reference,
  { depth, holder, missing }: Resolved,
  visit: Visit,
): Introduction | undefined {
  if (reference.root === "result") {
    const event = visit.events.findLast(({ type }) => type.endsWith("Succeeded"));
    return { state: visit.state, event: event?.id ?? visit.entered.id, as: "result" };
  }
  if (reference.root === "context") return { state: null, event: 1, as: "input" };
  if (reference.root === "variable") {
    const by = visit.variables.get(reference.variable ?? "")?.by;
    return by && { state: by.state, event: Number(by.exited?.id ?? by.entered.id), as: "variable" };
  }
  const way = reference.keys.slice(0, depth);
  let at = visit;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const { before, around } = at;
    if (before === undefined) {
      if (around === undefined) return { state: null, event: 1, as: "input" };
      if (around.type === "Map" || !same(around.input, way, holder))
        return { state: around.state, event: around.entered.id, as: "item" };
      at = around;
      continue;
    }
    const had = missing !== undefined && resolveKeys(before.input, reference.keys).missing === undefined;
    const event = Number(before.exited?.id ?? before.entered.id);
    if (had) return { state: before.state, event, as: "dropped" };
    if (!same(before.input, way, holder)) return { state: before.state, event, as: "output" };
    at = before;
  }
  return undefined;
}

const mostSteps = 10_000;
const noMasks = masksOf([]);

function same(root: Json, keys: readonly string[], value: Json): boolean {
  const there = resolveKeys(root, keys);
  return there.missing === undefined && matchJson(there.holder, value, noMasks).mismatch === undefined;
}

/** Of a call: what it was called with. */
function argumentsOf(kind: FailureKind, visit: Visit, expected: string | undefined): ValueFound {
  const wanted = expected === undefined ? {} : { expected };
  if (kind === "expression" || kind === "path" || kind === "setting" || kind === "fail-state") return wanted;
  const scheduled = visit.events.findLast(({ type }) => type.endsWith("Scheduled"));
  const sent = memberOf(scheduled?.details, "parameters") ?? memberOf(scheduled?.details, "input");
  if (kind === "data-limit" && resultOf(visit) === undefined)
    return { ...wanted, introducedBy: { state: visit.state, event: visit.entered.id, as: "output" } };
  return sent === undefined ? wanted : { ...wanted, found: { name: "arguments", value: sent } };
}
