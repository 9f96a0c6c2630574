import type { JsonPathFields, PathField, StateNode } from "@statewright/compiler";
import { readArrow } from "../arrow/read-arrow.ts";
import { templateValue } from "../diagnostics.ts";
import { isRaw, rawTemplate, writtenPath } from "../template/raw-expression.ts";
import { originPlace } from "../template/read-template.ts";
import { type CallPlace, templateOf } from "./work-fields.ts";

type Kind = StateNode["kind"];

const withInput: readonly Kind[] = ["task", "pass", "choice", "wait", "parallel", "map"];

/** Which states have which fields of JSONPath (R-FIELD matrix); Succeed takes its paths as options. */
export const jsonPathKinds: Readonly<Record<keyof JsonPathFields, readonly Kind[]>> = {
  inputPath: withInput,
  parameters: ["task", "pass", "parallel"],
  result: ["pass"],
  resultSelector: ["task", "parallel", "map"],
  resultPath: ["task", "pass", "parallel", "map"],
  outputPath: withInput,
};

/** A state with one more field of JSONPath. */
export function withJsonPathField(
  state: StateNode,
  field: keyof JsonPathFields,
  value: unknown,
  place: CallPlace,
): StateNode {
  return { ...state, jsonPath: { ...state.jsonPath, [field]: fieldOf(field, value, place) } };
}

function fieldOf(
  field: keyof JsonPathFields,
  value: unknown,
  place: CallPlace,
): JsonPathFields[keyof JsonPathFields] {
  if (field === "resultPath") {
    if (isResultPath(value)) return value;
    refuse(field, place);
    return "$";
  }
  const isPath = field === "inputPath" || field === "outputPath";
  return isPath ? pathOf(field, value, place) : templateOf(value, field, place);
}

/** `null` discards. */
export function isResultPath(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

function pathOf(field: string, value: unknown, place: CallPlace): PathField {
  const { origin } = place;
  if (value === null) return null;
  if (typeof value === "function")
    return { kind: "arrow", arrow: readArrow(value, origin ? { origin } : {}) };
  if (isRaw(value)) return rawTemplate(value);
  if (typeof value !== "string") refuse(field, place);
  return {
    kind: "raw",
    language: "JSONPath",
    text: typeof value === "string" ? value : "$",
    ...(origin && { origin }),
  };
}

function refuse(field: string, { origin, state, problems }: CallPlace): void {
  const facts = { what: "what is no path", where: `\`${field}\` of "${state}"` };
  problems.push(templateValue.at({ ...originPlace(origin), state }, facts));
}

/** `inputPath` and `outputPath` among the options of a state. */
export function pathOptions(
  options: Readonly<Record<string, unknown>>,
  place: CallPlace,
): { readonly jsonPath?: JsonPathFields } {
  const paths = (["inputPath", "outputPath"] as const).filter((field) => options[field] !== undefined);
  if (paths.length === 0) return {};
  return {
    jsonPath: Object.fromEntries(paths.map((field) => [field, pathOf(field, options[field], place)])),
  };
}

/** The same with `parameters`, where branches are typed by them and so they come before the branches. */
export function jsonPathOptions(
  options: Readonly<Record<string, unknown>>,
  place: CallPlace,
): { readonly jsonPath?: JsonPathFields } {
  const { jsonPath } = pathOptions(options, place);
  if (options.parameters === undefined) return jsonPath ? { jsonPath } : {};
  return { jsonPath: { ...jsonPath, parameters: templateOf(options.parameters, "parameters", place) } };
}

/** An option, or its twin for a path: `{ seconds: 3 }`, `{ secondsPath: "$.delay" }`. */
export function withPath(options: Readonly<Record<string, unknown>>, field: string): unknown {
  const path = options[`${field}Path`];
  return typeof path === "string" ? writtenPath(path) : options[field];
}
