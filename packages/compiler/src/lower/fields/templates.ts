import type { JsonRecord, JsonValue } from "@statewright/asl";
import { bug, childPointer, type JsonPointer } from "@statewright/diagnostics";
import type { Arrow } from "../../ir/arrow.ts";
import type { Computed, RawExpression, Template, Text } from "../../ir/template.ts";
import { unsupportedNode } from "../diagnostics/builder-diagnostics.ts";
import {
  type LoweredArrow,
  lowerAssignArrow,
  lowerConditionArrow,
  lowerTemplateArrow,
  lowerValueArrow,
  refusedExpression,
  type ScopeData,
  textField,
  undefinedFinding,
} from "../expression/index.ts";
import { placeOf, type StatePlace } from "./context.ts";

const deepestTemplate = 200;

/** A field of a state that takes a template: data with expressions in it. */
export function templateField(
  state: StatePlace,
  path: readonly (string | number)[],
  template: Template,
  data: ScopeData,
): JsonValue {
  return templateAt(state, placeOf(state, ...path).pointer, template, data, 0);
}

function templateAt(
  state: StatePlace,
  pointer: JsonPointer,
  template: Template,
  data: ScopeData,
  depth: number,
): JsonValue {
  if (depth > deepestTemplate) return tooDeep(state, pointer);
  switch (template.kind) {
    case "value":
      return typeof template.value === "string" ? textField(template.value) : template.value;
    case "param":
      state.lowerer.origin(pointer, template.origin);
      return `\${${template.name}}`;
    case "raw":
      return rawExpression(state, pointer, template);
    case "arrow":
      return lowered(state, pointer, template.arrow, lowerTemplateArrow, data);
    case "array":
      return template.items.map((item, index) =>
        templateAt(state, childPointer(pointer, index), item, data, depth + 1),
      );
    case "object": {
      const json: Record<string, JsonValue> = Object.create(null);
      for (const [key, value] of template.entries) {
        json[keyOf(state, pointer, key)] = templateAt(
          state,
          childPointer(pointer, key),
          value,
          data,
          depth + 1,
        );
      }
      return json;
    }
    default:
      return bug("a template of another kind");
  }
}

/** A `jsonata("…")` of the user's; a path has no meaning in a JSONata state (R-QL-07). */
function rawExpression(
  state: StatePlace,
  pointer: JsonPointer,
  { language, text, origin }: RawExpression,
): string {
  state.lowerer.origin(pointer, origin);
  if (language === "JSONata") return `{% ${text.trim()} %}`;
  const facts = {
    what: "`jsonPath(…)` in a JSONata state",
    instead: "Write `jsonata(…)` or an arrow function.",
  };
  state.lowerer.report(unsupportedNode.at({ state: state.name, pointer }, facts));
  return refusedExpression;
}

function tooDeep(state: StatePlace, pointer: JsonPointer): JsonValue {
  const facts = { what: `A template more than ${deepestTemplate} levels deep`, instead: "Make it flatter." };
  state.lowerer.report(unsupportedNode.at({ state: state.name, pointer }, facts));
  return refusedExpression;
}

/** A key is never an expression, so `${` in it has no way to stay a text. */
function keyOf(state: StatePlace, pointer: JsonPointer, key: string): string {
  if (!key.includes("${")) return key;
  const facts = {
    what: `The key \`${key}\``,
    instead: "A deployment tool would replace what follows the dollar sign: rename the key.",
  };
  state.lowerer.report(unsupportedNode.at({ state: state.name, pointer }, facts));
  return key.replaceAll("${", "$ {");
}

type Lowering = (arrow: Arrow, place: { state: string; pointer: string; data: ScopeData }) => LoweredArrow;

function lowered(
  state: StatePlace,
  pointer: JsonPointer,
  arrow: Arrow,
  how: Lowering,
  data: ScopeData,
): JsonValue {
  const place = { state: state.name, pointer, data };
  const result = how(arrow, place);
  state.lowerer.origin(pointer, arrow.origin);
  for (const diagnostic of result.diagnostics) state.lowerer.report(diagnostic);
  if (result.mayBeAbsent) state.lowerer.report(undefinedFinding(arrow, place));
  return result.json;
}

/** `Assign`: variables and their templates. */
export function assignField(
  state: StatePlace,
  path: readonly (string | number)[],
  template: Template,
  data: ScopeData,
): JsonRecord {
  const { pointer } = placeOf(state, ...path);
  if (template.kind === "arrow") {
    const result = lowerAssignArrow(template.arrow, { state: state.name, pointer, data });
    state.lowerer.origin(pointer, template.arrow.origin);
    for (const diagnostic of result.diagnostics) state.lowerer.report(diagnostic);
    return result.json;
  }
  const json = templateAt(state, pointer, template, data, 0);
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as JsonRecord;
  const facts = {
    what: "An assignment that is no object",
    instead: "Give an object: its keys are the variables.",
  };
  state.lowerer.report(unsupportedNode.at({ state: state.name, pointer }, facts));
  return {};
}

/** A number or text that is fixed, or an expression that yields one. */
export function computedField<T extends number | string>(
  state: StatePlace,
  path: readonly (string | number)[],
  value: Computed<T>,
  data: ScopeData,
): T | number | string {
  if (typeof value === "number") return value;
  if (typeof value === "string") return textField(value);
  const { pointer } = placeOf(state, ...path);
  const computed = value as Exclude<Computed<T>, T>;
  if (computed.kind === "raw") return rawExpression(state, pointer, computed);
  const { arrow } = computed;
  const json = lowered(state, pointer, arrow, lowerValueArrow, data);
  return typeof json === "number" ? json : String(json);
}

/** A text that is fixed, or an expression that yields one. */
export function computedText(
  state: StatePlace,
  path: readonly (string | number)[],
  value: Computed<string>,
  data: ScopeData,
): string {
  return String(computedField(state, path, value, data));
}

/** A condition of a Choice (R-CHOICE-05). */
export function conditionField(
  state: StatePlace,
  path: readonly (string | number)[],
  arrow: Arrow,
  data: ScopeData,
): string {
  return String(lowered(state, placeOf(state, ...path).pointer, arrow, lowerConditionArrow, data));
}

/** A text that is known here, or filled in by the deployment. */
export function textOf(text: Text): string {
  return typeof text === "string" ? text : `\${${text.name}}`;
}
