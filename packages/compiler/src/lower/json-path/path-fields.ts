import type { PathField } from "../../ir/json-path.ts";
import type { Computed, RawExpression, Template } from "../../ir/template.ts";
import { unsupportedNode } from "../diagnostics/builder-diagnostics.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import type { PathData } from "./path-data.ts";
import { useJsonata, withArrow } from "./path-session.ts";
import { isDefinite, type PathValue, pathText, refusedValue, valueText } from "./path-value.ts";
import { readValue } from "./read-value.ts";

/** The text of a path as it was written; JSONata's has no place here. */
export function writtenPath(
  state: StatePlace,
  field: string,
  { language, text, origin }: RawExpression,
): string {
  state.lowerer.origin(placeOf(state, field).pointer, origin);
  if (language === "JSONPath") return text;
  const facts = { what: `\`jsonata(…)\` in \`${field}\``, instead: `Write a path. ${useJsonata}` };
  state.lowerer.report(unsupportedNode.at(placeOf(state, field), facts));
  return "$";
}

/** `InputPath`: a path as it was written, or an arrow that names one place. */
export function pathField(state: StatePlace, field: string, given: PathField, data: PathData): string | null {
  if (given === null) return null;
  if (given.kind === "raw") return writtenPath(state, field, given);
  const text = withArrow(state, [field], given.arrow, data, (session, body) => {
    const value = readValue(body, session, new Map());
    if (value.kind === "reference") return pathText(value);
    if (value !== refusedValue)
      session.refuse(body, "The field takes a path alone, no function and no constant.");
    return "$";
  });
  return text ?? "$";
}

/** Fields that have a twin for a path: `{ Seconds: 3 }` or `{ SecondsPath: "$.delay" }`. */
export function computedOrPath(
  state: StatePlace,
  field: string,
  value: Computed<number | string>,
  data: PathData,
  options: { readonly calls?: boolean } = {},
): Readonly<Record<string, string | number>> {
  if (typeof value === "number") return { [field]: value };
  if (typeof value === "string") return { [field]: value };
  const twin = `${field}Path`;
  if (value.kind === "raw") return { [twin]: writtenPath(state, twin, value) };
  const found = withArrow(state, [twin], value.arrow, data, (session, body): PathValue => {
    const read = readValue(body, session, new Map());
    if (read.kind === "constant" || (read.kind === "reference" && isDefinite(read))) return read;
    if (read === refusedValue || (options.calls && read.kind === "call")) return read;
    return session.refuse(body, "The field takes a path that names one place, no function.");
  });
  if (found?.kind === "constant" && (typeof found.value === "string" || typeof found.value === "number")) {
    return { [field]: found.value };
  }
  return { [twin]: found === undefined || found === refusedValue ? "$" : valueText(found) };
}

/** `ItemsPath`: of an arrow or a path. */
export function itemsPath(state: StatePlace, template: Template, data: PathData): string {
  if (template.kind === "raw") return writtenPath(state, "ItemsPath", template);
  if (template.kind === "arrow") return pathField(state, "ItemsPath", template, data) ?? "$";
  const facts = {
    what: "Items that are no path",
    instead: `Put the list into the input of the Map, and name its path. ${useJsonata}`,
  };
  state.lowerer.report(unsupportedNode.at(placeOf(state, "ItemsPath"), facts));
  return "$";
}
