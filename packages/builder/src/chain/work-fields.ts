import type { Computed, Origin, QueryLanguage, Template } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import { readArrow } from "../arrow/read-arrow.ts";
import { templateValue } from "../diagnostics.ts";
import { isRaw, rawTemplate } from "../template/raw-expression.ts";
import { originPlace, readTemplate } from "../template/read-template.ts";

/** What a call is about, for messages and positions. */
export interface CallPlace {
  readonly state: string;
  readonly origin: Origin | undefined;
  readonly problems: Diagnostic[];
}

/** A field that takes a template. */
export function templateOf(value: unknown, field: string, place: CallPlace): Template {
  const { origin, problems, state } = place;
  const where = `\`${field}\` of "${state}"`;
  return readTemplate(value, {
    where,
    origin,
    report: (problem) => void problems.push({ ...problem, state }),
  });
}

/** The same where the field may be absent. */
export function optionalTemplate<K extends string>(
  value: unknown,
  field: K,
  place: CallPlace,
): { readonly [Field in K]?: Template } {
  if (value === undefined) return {};
  return { [field]: templateOf(value, field, place) } as { readonly [Field in K]?: Template };
}

/** A number or text that is fixed, or computed by an arrow. */
export function computed<T extends number | string>(
  value: unknown,
  type: "number" | "string",
  field: string,
  place: CallPlace,
): Computed<T> {
  const { origin } = place;
  if (typeof value === "function")
    return { kind: "arrow", arrow: readArrow(value, origin ? { origin } : {}) };
  if (isRaw(value)) return rawTemplate(value);
  const isFit = typeof value === type && (type === "string" || Number.isFinite(value));
  if (isFit) return value as T;
  const where = `\`${field}\` of "${place.state}"`;
  const what = `a value that is neither a ${type} nor an arrow function`;
  place.problems.push(templateValue.at({ ...originPlace(origin), state: place.state }, { what, where }));
  return (type === "number" ? 0 : "") as T;
}

/** The role to call with, under ASL's name of the field. */
export function credentialsOf(given: unknown, place: CallPlace): Template {
  const { roleArn } = record(given);
  return templateOf({ RoleArn: roleArn }, "credentials", place);
}

/** An object of the user's, or an empty one. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

export function comment(options: Readonly<Record<string, unknown>>): { readonly comment?: string } {
  return typeof options.comment === "string" ? { comment: options.comment } : {};
}

/** What all states have. */
export function common(
  { state, origin }: CallPlace,
  options?: unknown,
): { readonly name: string; readonly origin?: Origin; readonly queryLanguage?: QueryLanguage } {
  const { queryLanguage } = record(options);
  return {
    name: state,
    ...(queryLanguage !== undefined && { queryLanguage: languageOf(queryLanguage) }),
    ...(origin && { origin }),
  };
}

/** A language as the user wrote it; what is none is taken for the default, which types refuse. */
export function languageOf(given: unknown): QueryLanguage {
  return given === "JSONPath" ? "JSONPath" : "JSONata";
}
