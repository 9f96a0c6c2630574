import type { JsonRecord, JsonValue } from "@statewright/asl";
import { bug } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { ArrayExpression, ArrowExpression, ObjectExpression } from "../../ir/arrow.ts";
import type { RawExpression, Template } from "../../ir/template.ts";
import { unsupportedNode } from "../diagnostics/builder-diagnostics.ts";
import { inlinedCall } from "../expression/emit/reusable.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import type { PathData } from "./path-data.ts";
import { type Locals, type PathSession, useJsonata, withArrow } from "./path-session.ts";
import { nesting, type PathValue, refusedValue, valueText } from "./path-value.ts";
import { bound, missing, readValue } from "./read-value.ts";

/** A key of a payload with its value; `id.$` where the value is a path or a call (R-JP-06). */
export type PayloadEntry = readonly [key: string, value: JsonValue];

/** Where a part of a payload stands. */
interface PayloadPlace {
  readonly state: StatePlace;
  readonly path: readonly (string | number)[];
  readonly data: PathData;
}

const mostNesting = 10;
const deepestTemplate = 200;

/** A payload template as a whole: an object (R-JP-09). */
export function payloadField(
  state: StatePlace,
  path: readonly (string | number)[],
  template: Template,
  data: PathData,
): JsonRecord {
  const place = { state, path, data };
  if (template.kind === "object")
    return recordOf(template.entries.flatMap((entry) => partEntries(place, entry)));
  if (template.kind === "arrow") {
    const entries = withArrow(state, path, template.arrow, data, (session, body) => {
      const found = objectBehind(body, session);
      if (found) return objectEntries(place, found.object, session, found.locals);
      const instead = `Return an object literal; a part of the data is chosen by \`.inputPath("$.part")\`. ${useJsonata}`;
      session.refuse(body, "What the field holds is an object, whose fields are paths.", instead);
      return [];
    });
    return recordOf(entries ?? []);
  }
  report(place, "A value that is no object", "Give an object, or an arrow function that returns one.");
  return {};
}

function recordOf(entries: readonly PayloadEntry[]): JsonRecord {
  const record: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return record;
}

/** One field of a payload out of a template. */
export function payloadEntry(
  state: StatePlace,
  path: readonly (string | number)[],
  key: string,
  template: Template,
  data: PathData,
): readonly PayloadEntry[] {
  return partEntries({ state, path, data }, [key, template]);
}

function partEntries(
  place: PayloadPlace,
  [key, template]: readonly [string, Template],
): readonly PayloadEntry[] {
  const inside = { ...place, path: [...place.path, key] };
  if (place.path.length > deepestTemplate) {
    report(place, `A template more than ${deepestTemplate} levels deep`, "Make it flatter.");
    return [];
  }
  if (key.endsWith(".$")) return writtenEntry(inside, key, template);
  const name = nameOf(place, key);
  switch (template.kind) {
    case "value":
      return [leafEntry(name, { kind: "constant", value: template.value })];
    case "param":
      place.state.lowerer.origin(placeOf(place.state, ...inside.path).pointer, template.origin);
      return [[name, `\${${template.name}}`]];
    case "raw":
      return [[`${name}.$`, rawText(inside, template)]];
    case "object":
      return [[name, recordOf(template.entries.flatMap((entry) => partEntries(inside, entry)))]];
    case "array":
      return [arrayEntry(inside, name, template.items)];
    case "arrow": {
      const entry = withArrow(place.state, inside.path, template.arrow, place.data, (session, body) =>
        expressionEntry(inside, name, body, session, new Map()),
      );
      return [entry ?? [`${name}.$`, valueText(refusedValue)]];
    }
    default:
      return bug("a template of another kind");
  }
}

/** `"id.$": "$.order.id"`, as ASL has it: taken as it stands. */
function writtenEntry(place: PayloadPlace, key: string, template: Template): readonly PayloadEntry[] {
  const isText = template.kind === "value" && typeof template.value === "string";
  if (isText || template.kind === "raw") {
    const text = template.kind === "raw" ? rawText(place, template) : String(template.value);
    return [[nameOf(place, key), text]];
  }
  report(place, `The key \`${key}\``, "Its value is a path or an intrinsic function: leave the `.$` out.");
  return [];
}

/** A key is never an expression, so `${` in it has no way to stay a text. */
function nameOf(place: PayloadPlace, key: string): string {
  if (!key.includes("${")) return key;
  const instead = "A deployment tool would replace what follows the dollar sign: rename the key.";
  report(place, `The key \`${key}\``, instead);
  return key.replaceAll("${", "$ {");
}

function rawText(place: PayloadPlace, { language, text, origin }: RawExpression): string {
  place.state.lowerer.origin(placeOf(place.state, ...place.path).pointer, origin);
  if (language === "JSONPath") return text;
  report(place, "`jsonata(…)` in a JSONPath state", `Write \`jsonPath(…)\`. ${useJsonata}`);
  return valueText(refusedValue);
}

function report(place: PayloadPlace, what: string, instead: string): void {
  const { state, path } = place;
  state.lowerer.report(unsupportedNode.at(placeOf(state, ...path), { what, instead }));
}

/** A value that is computed stands under a key with `.$`; so does a text that a deployment tool would change. */
function leafEntry(key: string, value: PathValue): PayloadEntry {
  if (value.kind !== "constant") return [`${key}.$`, valueText(value)];
  return hasPlaceholder(value.value)
    ? [`${key}.$`, typeof value.value === "string" ? `States.Format(${valueText(value)})` : valueText(value)]
    : [key, value.value as JsonValue];
}

function hasPlaceholder(value: Json): boolean {
  return JSON.stringify(value).includes("${");
}

/** An expression as a field: an object literal as an object, all else as a value. */
function expressionEntry(
  place: PayloadPlace,
  key: string,
  node: ArrowExpression,
  session: PathSession,
  locals: Locals,
): PayloadEntry {
  switch (node.kind) {
    case "let":
      return expressionEntry(place, key, node.body, session, bound(node, session, locals));
    case "call": {
      const inlined = inlinedCall(node, session.data);
      if (inlined) return expressionEntry(place, key, inlined, session, locals);
      break;
    }
    case "object": {
      const isPlain = node.members.every(({ kind }) => kind === "property");
      if (isPlain) return [key, recordOf(objectEntries(place, node, session, locals))];
      break;
    }
    case "array": {
      const items = plainItems(place, node, session, locals);
      if (items) return [key, items];
      break;
    }
    default:
      break;
  }
  const value = readValue(node, session, locals);
  if (value.kind === "reference" && value.absent === "possible") {
    return [`${key}.$`, valueText(missing(node, session))];
  }
  if (nesting(value) > mostNesting) {
    session.refuse(
      node,
      `More than ${mostNesting} intrinsic functions stand in one another.`,
      "Split it over two states.",
    );
  }
  return leafEntry(key, value);
}

function objectEntries(
  place: PayloadPlace,
  node: ObjectExpression,
  session: PathSession,
  locals: Locals,
): readonly PayloadEntry[] {
  const entries = new Map<string, PayloadEntry>();
  for (const member of node.members) {
    if (member.kind === "spread") {
      session.refuse(node, "Fields of other data are not known by name.", "Name the fields one by one.");
      continue;
    }
    if (typeof member.key !== "string") {
      session.refuse(member.key, "JSONPath has no computed names of fields.");
      continue;
    }
    const { key, value } = member;
    if (value.kind === "undefined") continue;
    if (key.endsWith(".$")) {
      session.refuse(node, `\`${key}\` would be read as an expression.`, "Leave the `.$` out.");
      continue;
    }
    const inside = { ...place, path: [...place.path, key] };
    entries.set(key, expressionEntry(inside, nameOf(place, key), value, session, locals));
  }
  return [...entries.values()];
}

/** Items that stand in the payload as they are: constants, and objects with fields of their own (R-JP-06). */
function plainItems(
  place: PayloadPlace,
  node: ArrayExpression,
  session: PathSession,
  locals: Locals,
): JsonValue[] | undefined {
  const canStand = node.elements.every(
    (element) =>
      (element.kind === "object" && element.members.every(({ kind }) => kind === "property")) ||
      (element.kind === "literal" && !hasPlaceholder(element.value)),
  );
  if (!canStand || node.elements.length === 0) return undefined;
  return node.elements.map((element, index) => {
    if (element.kind === "literal") return element.value;
    const inside = { ...place, path: [...place.path, index] };
    return element.kind === "object" ? recordOf(objectEntries(inside, element, session, locals)) : null;
  });
}

/** An array of a template: as it stands, or made by `States.Array` where an item is computed. */
function arrayEntry(place: PayloadPlace, key: string, items: readonly Template[]): PayloadEntry {
  const isComputed = items.some(({ kind }) => kind === "arrow" || kind === "raw");
  if (!isComputed)
    return [key, items.map((item, index) => plainItem({ ...place, path: [...place.path, index] }, item))];
  const values = items.map((item, index) => itemValue({ ...place, path: [...place.path, index] }, item));
  return [`${key}.$`, `States.Array(${values.map(valueText).join(", ")})`];
}

function plainItem(place: PayloadPlace, item: Template): JsonValue {
  if (item.kind === "value") return item.value;
  if (item.kind === "object") return recordOf(item.entries.flatMap((entry) => partEntries(place, entry)));
  if (item.kind === "param") return `\${${item.name}}`;
  if (item.kind !== "array") return null;
  const [key, value] = arrayEntry(place, "", item.items);
  if (key === "") return value;
  report(place, "A computed item of an array in an array", `Name the inner array a field. ${useJsonata}`);
  return null;
}

function itemValue(place: PayloadPlace, item: Template): PathValue {
  switch (item.kind) {
    case "value":
      return { kind: "constant", value: item.value };
    case "param":
      return { kind: "written", text: `'\${${item.name}}'` };
    case "raw":
      return { kind: "written", text: rawText(place, item) };
    case "arrow":
      return (
        withArrow(place.state, place.path, item.arrow, place.data, (session, body) => {
          const value = readValue(body, session, new Map());
          return value.kind === "reference" && value.absent === "possible" ? missing(body, session) : value;
        }) ?? refusedValue
      );
    default:
      report(place, "An object beside computed items of an array", useJsonata);
      return refusedValue;
  }
}

/** The object literal behind the `const`s of an arrow. */
function objectBehind(
  body: ArrowExpression,
  session: PathSession,
): { readonly object: ObjectExpression; readonly locals: Locals } | undefined {
  let locals: Locals = new Map();
  let node = inlinedCall(body, session.data) ?? body;
  while (node.kind === "let") {
    locals = bound(node, session, locals);
    node = inlinedCall(node.body, session.data) ?? node.body;
  }
  return node.kind === "object" ? { object: node, locals } : undefined;
}
