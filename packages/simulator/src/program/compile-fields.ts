import type { JsonRecord, JsonValue, PathOrNull } from "@statewright/asl";
import { type Path, parsePath } from "./path.ts";
import type { Setting } from "./plan-fields.ts";
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
): { readonly [name in Name]?: Path | null } {
  if (value === undefined || state.jsonata) return {};
  const path = value === null ? null : pathOf(state, value, field);
  return { [member]: path } as { readonly [name in Name]?: Path | null };
}

/** Reads a path of the state, or refuses it. */
export function pathOf(state: StateCompiling, text: string, field: string): Path {
  const path = parsePath(text);
  if (path !== undefined) return path;
  const intrinsic = /^States\.\w+/.exec(text)?.[0];
  refuse(state, field, intrinsic ? `the intrinsic function \`${intrinsic}\`` : `the path \`${text}\``);
  return { text, root: "data", steps: [] };
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
  return {
    template: { kind: "path", path: pathOf(state, pathText, `${field}Path`), field: `${field}Path` },
    path: pathText,
  };
}

function accepted(state: StateCompiling, template: CompiledTemplate): Template {
  if (!isProblem(template)) return template;
  if (template.kind === "unsupported") refuse(state, template.field, template.what);
  else reject(state, template.field, template.what);
  return empty;
}
