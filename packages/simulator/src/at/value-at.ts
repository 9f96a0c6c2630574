import type { JsonRecord, JsonValue } from "@statewright/asl";
import { invalidPathText } from "@statewright/expressions/evaluate";
import type { Json } from "@statewright/json-types";
import { evaluate } from "../execution/evaluate.ts";
import { readPath } from "../execution/read-path.ts";
import { invalidVariable, testHolds } from "../execution/states/choice.ts";
import type { View } from "../execution/view.ts";
import { compileChoiceTest } from "../program/choice-test.ts";
import {
  compileJsonataTemplate,
  compilePathTemplate,
  isProblem,
  type Template,
} from "../program/template.ts";
import { dataAt } from "./data-at.ts";
import type { EvaluationData } from "./evaluation.ts";
import { failingPathOf } from "./failing-test.ts";
import { type EvaluatedAt, problemAt, withMember } from "./fault-at.ts";
import type { FieldPlace } from "./field-at.ts";
import { findText, locationOf } from "./find-text.ts";
import { pathAt, settingAt } from "./path-at.ts";
import type { StatePlace } from "./place-at.ts";
import { settle } from "./settle.ts";
import { viewAt } from "./view-at.ts";

/** What stands at a place of a field, evaluated. */
export function valueAt(place: StatePlace, field: FieldPlace, data: EvaluationData): EvaluatedAt {
  return place.language === "JSONata" ? jsonataAt(place, field, data) : jsonPathAt(place, field, data);
}

function jsonataAt(place: StatePlace, field: FieldPlace, data: EvaluationData): EvaluatedAt {
  const fresh = () => viewAt(place, field.name, data);
  if (field.kind === "test") {
    const keys = [...place.keys, "Condition"];
    return jsonataOf({ ...place, keys, value: conditionOf(place.value) }, "Choices/#/Condition", fresh);
  }
  return jsonataOf(place, field.whole ? field.name : undefined, fresh);
}

/** `whole`: the name of the field, where the value is all of it. */
function jsonataOf(place: StatePlace, whole: string | undefined, fresh: () => View): EvaluatedAt {
  const { value, keys } = place;
  const template = compileJsonataTemplate(value as Json, locationOf(keys));
  const keysOf = (location: string) =>
    findText(value, keys, (text, at) => text.startsWith("{%") && locationOf(at) === location);
  if (isProblem(template)) {
    const at = keysOf(template.field);
    const problem = problemAt(template, []);
    return at === undefined ? problem : { ok: false, fault: { ...problem.fault, keys: at } };
  }
  const evaluated =
    whole === undefined ? evaluate(template, fresh()) : settle(place, whole, { template }, fresh);
  if (evaluated.ok || evaluated.fault.kind !== "query" || evaluated.fault.location === undefined)
    return evaluated;
  const at = keysOf(evaluated.fault.location);
  return at === undefined ? evaluated : { ok: false, fault: { ...evaluated.fault, keys: at } };
}

function conditionOf(rule: JsonValue): JsonValue {
  return (rule as JsonRecord).Condition ?? null;
}

function jsonPathAt(place: StatePlace, field: FieldPlace, data: EvaluationData): EvaluatedAt {
  const { name, kind, whole } = field;
  const document = dataAt(place, name, data, viewAt(place, name, data));
  if (!document.ok) return document;
  const fresh = () => ({ ...viewAt(place, name, data), data: document.value });
  switch (kind) {
    case "path":
      return selected(place, name, fresh);
    case "test":
      return holds(place, fresh());
    case "template": {
      const key = place.keys.at(-1);
      if (typeof key === "string" && key.endsWith(".$")) return member(place, key, fresh());
      return fromTemplate(place.value, place.keys, (template) =>
        whole ? settle(place, name, { template }, fresh) : evaluate(template, fresh()),
      );
    }
  }
}

/** What a path field selects. */
function selected(place: StatePlace, name: string, fresh: () => View): EvaluatedAt {
  const { value: text } = place;
  if (typeof text !== "string") return { ok: true, value: {} }; // null (R-JP-03)
  const isTest = name === "Choices/#/Variable";
  if (isTest || name === "InputPath" || name === "OutputPath") {
    const path = pathAt(text);
    return path.ok ? readPath(path.value, fresh(), isTest ? invalidVariable : invalidPathText) : path;
  }
  const setting = settingAt(name, text);
  return setting.ok ? settle(place, name, setting.value, fresh) : setting;
}

/** One `.$` member: its template has that member alone. */
function member({ value, keys }: StatePlace, key: string, view: View): EvaluatedAt {
  const around = keys.slice(0, -1);
  const result = fromTemplate({ [key]: value }, around, (template) => evaluate(template, view));
  if (!result.ok) return result;
  return { ok: true, value: (result.value as Readonly<Record<string, Json>>)[key.slice(0, -2)] ?? null };
}

function fromTemplate(
  value: JsonValue,
  keys: StatePlace["keys"],
  evaluated: (template: Template) => EvaluatedAt,
): EvaluatedAt {
  const template = compilePathTemplate(value as Json, locationOf(keys));
  if (isProblem(template)) return problemAt(template, keys);
  return withMember(evaluated(template), value, keys);
}

/** Whether a rule, or a test inside of one, holds. */
function holds({ value, keys }: StatePlace, view: View): EvaluatedAt {
  const test = compileChoiceTest(value);
  if (test.kind === "problem") {
    const { unsupported, what } = test;
    return { ok: false, fault: unsupported ? { kind: "refused", what } : { kind: "broken", text: what } };
  }
  const result = testHolds(test, view);
  if (result.ok || result.fault.kind !== "runtime") return result;
  return { ok: false, fault: { ...result.fault, keys: failingPathOf(value as JsonRecord, keys, view) } };
}
