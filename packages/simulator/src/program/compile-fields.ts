import { hasPlaceholder, type JsonRecord, type JsonValue, type PathOrNull } from "@statewright/asl";
import { type JsonPath, parseJsonPath, parseTemplateValue } from "@statewright/expressions";
import type { Setting } from "./plan-fields.ts";
import { type ResultPlace, readResultPlace } from "./result-place.ts";
import { refuse, reject, type StateCompiling } from "./state-compiling.ts";
import {
  type CompiledTemplate,
  compileJsonataTemplate,
  compilePathTemplate,
  isProblem,
  type Template,
} from "./template.ts";

const empty: Template = { kind: "constant", value: null };

/** Compiles a payload template in the state's language; `field` is how causes and refusals name it. */
export function templateOf(state: StateCompiling, value: JsonValue, field: string): Template {
  return accepted(
    state,
    state.jsonata ? compileJsonataTemplate(value, field) : compilePathTemplate(value, field),
  );
}

/** Compiles an optional template field into a member of a plan. */
export function optionalTemplate<Name extends string>(
  state: StateCompiling,
  member: Name,
  value: JsonValue | undefined,
  field: string,
): { readonly [name in Name]?: Template } {
  if (value === undefined) return {};
  return { [member]: templateOf(state, value, field) } as { readonly [name in Name]?: Template };
}

/** Compiles `Assign`: in JSONPath the keys end in `.$` where the value is a path. */
export function optionalAssign(
  state: StateCompiling,
  value: JsonRecord | undefined,
  field = "Assign",
): { readonly assign?: Template } {
  return optionalTemplate(state, "assign", value, field);
}

/** Compiles an optional path field into a member of a plan; null discards. */
export function optionalPath<Name extends string>(
  state: StateCompiling,
  member: Name,
  value: PathOrNull | undefined,
  field: string,
): { readonly [name in Name]?: JsonPath | null } {
  if (value === undefined || state.jsonata) return {};
  const path = value === null ? null : pathOf(state, value, field);
  return { [member]: path } as { readonly [name in Name]?: JsonPath | null };
}

/** Compiles an optional `ResultPath` into a member of a plan; null discards. */
export function optionalPlace(
  state: StateCompiling,
  value: PathOrNull | undefined,
  field: string,
): { readonly resultPath?: ResultPlace | null } {
  if (value === undefined || state.jsonata) return {};
  if (value === null) return { resultPath: null };
  const place = readResultPlace(value);
  if (place === undefined) noPath(state, field, value);
  return { resultPath: place ?? { text: value, steps: [] } };
}

/** Reads a path of the state; one that is none is reported, and stands for the whole data. */
export function pathOf(state: StateCompiling, text: string, field: string): JsonPath {
  const { path } = parseJsonPath(text);
  if (path !== undefined) return path;
  noPath(state, field, text);
  return whole;
}

const whole: JsonPath = {
  text: "$",
  span: { start: 0, end: 1 },
  root: { kind: "document", span: { start: 0, end: 1 } },
  steps: [],
  isReference: true,
  isDefinite: true,
};

/** AWS would not create the machine; a text with a placeholder may become a path. */
function noPath(state: StateCompiling, field: string, text: string): void {
  if (hasPlaceholder(text)) refuse(state, field, `the path \`${text}\``);
  else reject(state, field, `\`${text}\` is no path for it.`);
}

/** Compiles a field that a literal, an expression or its `…Path` twin gives. */
export function optionalSetting<Name extends string>(
  state: StateCompiling,
  member: Name,
  value: JsonValue | undefined,
  pathText: string | undefined,
  field: string,
): { readonly [name in Name]?: Setting } {
  const setting = settingOf(state, value, pathText, field);
  return (setting === undefined ? {} : { [member]: setting }) as { readonly [name in Name]?: Setting };
}

function settingOf(
  state: StateCompiling,
  value: JsonValue | undefined,
  pathText: string | undefined,
  field: string,
): Setting | undefined {
  if (value !== undefined) {
    const template = state.jsonata ? templateOf(state, value, field) : ({ kind: "constant", value } as const);
    return { template };
  }
  if (pathText === undefined || state.jsonata) return undefined;
  return referenceOf(state, pathText, `${field}Path`);
}

/** `ErrorPath` and `CausePath` may hold a call of an intrinsic function as well (R-JP-10). */
function referenceOf(state: StateCompiling, text: string, field: string): Setting {
  const parse = field === "ErrorPath" || field === "CausePath" ? parseTemplateValue(text) : undefined;
  const fine = parse?.problems.every(({ severity }) => severity !== "error");
  const value =
    (fine ? parse?.value : undefined) ?? ({ kind: "path", path: pathOf(state, text, field) } as const);
  return {
    template: { kind: "payload", template: { kind: "value", field, text, value } },
    path: text,
    ...(value.kind === "path" && { reference: value.path }),
  };
}

function accepted(state: StateCompiling, template: CompiledTemplate): Template {
  if (!isProblem(template)) return template;
  if (template.kind === "unsupported") refuse(state, template.field, template.what);
  else reject(state, template.field, template.what);
  return empty;
}
