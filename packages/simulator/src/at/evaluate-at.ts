import {
  type JsonRecord,
  type JsonValue,
  jsonataText,
  readMachine,
  type StateMachine,
} from "@statewright/asl";
import { bug, childPointer, type JsonPointer, type Span } from "@statewright/diagnostics";
import { parseTemplateValue } from "@statewright/expressions";
import type { Json } from "@statewright/json-types";
import { openDraft } from "../execution/draft.ts";
import { evaluate, wrongType } from "../execution/evaluate.ts";
import { testHolds } from "../execution/states/choice.ts";
import { badSeconds, badTimestamp } from "../execution/states/wait.ts";
import { start } from "../execution/step.ts";
import type { Evaluated, Fault, View } from "../execution/view.ts";
import { parseTimestamp } from "../json/iso-time.ts";
import { typeName } from "../json/json-type.ts";
import { compileChoiceTest } from "../program/choice-test.ts";
import { prepare } from "../program/prepare.ts";
import {
  compileJsonataTemplate,
  compilePathTemplate,
  isProblem,
  type Template,
} from "../program/template.ts";
import { dataAt } from "./data-at.ts";
import { evaluatedPath } from "./evaluated-path.ts";
import type { Evaluation, EvaluationData } from "./evaluation.ts";
import { placeAt, type StatePlace } from "./place-at.ts";

/**
 * Evaluates one expression of a machine on sample data: what stands at `pointer`, which may be a JSONata
 * expression, a path, a call of an intrinsic function, a whole template, or a rule of a Choice (true or false).
 *
 * Nothing else of the machine is looked at. Deterministic, and never throws for what a user can write.
 *
 * @example
 * ```ts
 * evaluateAt(machine, "/States/Sum/Output/total", { input: { prices: [1, 2] } });
 * // → { status: "value", value: 3 }
 * ```
 */
export function evaluateAt(
  machine: StateMachine,
  pointer: JsonPointer,
  data: EvaluationData = {},
): Evaluation {
  const place = placeAt(machine, pointer);
  if ("kind" in place) {
    return { status: "nothing", why: "Nothing of the machine stands there", nearest: place.nearest };
  }
  const view = viewOn(place, data);
  const evaluated = place.language === "JSONata" ? jsonataAt(place, view) : pathAt(place, data, view);
  if (evaluated === undefined) {
    const nearest = evaluatedFields(place);
    return { status: "nothing", why: "Nothing that is evaluated stands there", nearest };
  }
  return evaluated.ok
    ? { status: "value", value: evaluated.value }
    : failed(evaluated.fault, place, pointer, machine);
}

function failed(fault: Fault, place: StatePlace, pointer: JsonPointer, machine: StateMachine): Evaluation {
  if (fault.kind === "refused") return { status: "refused", what: fault.what, pointer };
  if (fault.kind === "runtime") {
    return { status: "failed", error: "States.Runtime", cause: fault.text, pointer };
  }
  const { location: written, span, text } = fault;
  const at = written === undefined ? pointer : pointerOf(place, written);
  const within = withinText(machine, at, span);
  const where = { pointer: at, ...(within && { within }) };
  return { status: "failed", error: "States.QueryEvaluationError", cause: text, ...where };
}

/** The span in the string of the definition: between the delimiters stand blanks before the expression. */
function withinText(machine: StateMachine, at: JsonPointer, span: Span | undefined): Span | undefined {
  const place = placeAt(machine, at);
  const text = "kind" in place ? undefined : place.value;
  const source = typeof text === "string" ? jsonataText(text)?.source : undefined;
  if (source === undefined) return undefined;
  const start = 2 + source.length - source.trimStart().length;
  const { start: from, end: to } = span ?? { start: 0, end: source.trim().length };
  return { start: start + from, end: start + to };
}

/** `Choices[0]/Output/v` of a cause, as a pointer (R-JA-25). */
function pointerOf({ visit }: StatePlace, location: string): JsonPointer {
  const keys = location.split("/").flatMap((part) => part.split(/[[\]]/).filter((piece) => piece !== ""));
  return childPointer(visit.pointer, ...keys);
}

/** An execution of nothing gives what is the same for every state: its names, its time, its random numbers. */
const nothing = readMachine({ StartAt: "Nothing", States: { Nothing: { Type: "Succeed" } } }).machine;

function viewOn({ visit }: StatePlace, data: EvaluationData): View {
  const { input = {}, variables = {}, result, errorOutput, context, seed = 0, start: time } = data;
  const { program } = nothing === undefined ? bug("a machine of one state is not read") : prepare(nothing);
  if (program === undefined) return bug("a machine of one state is not prepared");
  const startTime = Date.parse(time ?? "2026-01-01T00:00:00Z");
  const { execution } = start(program, { input, seed, startTime }, 0);
  const draft = openDraft(program, execution, startTime);
  const thread = execution.parts[""];
  if (thread?.kind !== "thread") return bug("an execution has no thread");
  const { Type } = visit.state;
  return {
    draft,
    thread: { ...thread, state: visit.name, variables },
    retryCount: Type === "Task" || Type === "Map" || Type === "Parallel",
    input,
    data: input,
    token: "task-token",
    ...(result !== undefined && { result: { value: result } }),
    ...(errorOutput !== undefined && { errorOutput }),
    ...(context !== undefined && { context }),
  };
}

/** The fields of a JSONata state that are evaluated, and the type that the whole of one must have. */
const jsonataFields: ReadonlyMap<string, string | undefined> = new Map([
  ["Arguments", undefined],
  ["Output", undefined],
  ["Assign", undefined],
  ["Items", "array"],
  ["ItemSelector", undefined],
  ["Condition", "boolean"],
  ["Seconds", "number"],
  ["Timestamp", "string"],
  ["TimeoutSeconds", "number"],
  ["HeartbeatSeconds", "number"],
  ["MaxConcurrency", "number"],
  ["ToleratedFailureCount", "number"],
  ["ToleratedFailurePercentage", "number"],
  ["Error", "string"],
  ["Cause", "string"],
  ["MaxItems", "number"],
  ["MaxItemsPerBatch", "number"],
  ["MaxInputBytesPerBatch", "number"],
  ["BatchInput", undefined],
  ["RoleArn", "string"],
]);

function jsonataAt(place: StatePlace, view: View): Evaluated | undefined {
  const { keys, value } = place;
  const rule = ruleAt(place);
  if (rule !== undefined) {
    const condition = memberOf(rule, "Condition");
    return condition === undefined
      ? undefined
      : typed(compiled(condition, `${location(keys)}/Condition`), "boolean", view);
  }
  const field = keys.find((key) => jsonataFields.has(key));
  if (field === undefined) return undefined;
  const whole = keys.at(-1) === field;
  const template = compiled(value as Json, location(keys));
  const result = typed(template, whole ? jsonataFields.get(field) : undefined, view);
  return whole && !isProblem(template) ? asTime(field, template, result) : result;
}

/** A Wait takes a time that can be read, and no part of a second (R-WAIT-03). */
function asTime(field: string, template: Template, result: Evaluated): Evaluated {
  if (!result.ok) return result;
  const { value } = result;
  if (field === "Timestamp" && typeof value === "string" && parseTimestamp(value) === undefined) {
    return badTimestamp({ until: { template } }, value);
  }
  if (field === "Seconds" && typeof value === "number" && !(Number.isInteger(value) && value >= 0)) {
    return badSeconds({ until: { template } }, value);
  }
  return result;
}

function compiled(value: JsonValue, at: string): ReturnType<typeof compileJsonataTemplate> {
  return compileJsonataTemplate(value as Json, at);
}

function typed(
  template: ReturnType<typeof compileJsonataTemplate>,
  type: string | undefined,
  view: View,
): Evaluated {
  if (isProblem(template)) return { ok: false, fault: { kind: "refused", what: template.what } };
  const value = evaluate(template, view);
  if (!value.ok || type === undefined || typeName(value.value) === type || !isExpression(template))
    return value;
  // Items takes an object as well (R-MAP-03).
  if (type === "array" && typeName(value.value) === "object") return value;
  return wrongType(template, type, value.value);
}

function isExpression(template: Template): boolean {
  return template.kind === "jsonata";
}

/** As causes cite it: `Choices[0]/Output/v`. */
function location(keys: readonly string[]): string {
  return keys.reduce((text, key) => {
    if (/^\d+$/.test(key)) return `${text}[${key}]`;
    return text === "" ? key : `${text}/${key}`;
  }, "");
}

const templateFields: ReadonlySet<string> = new Set([
  "Parameters",
  "ItemSelector",
  "ResultSelector",
  "Assign",
  "BatchInput",
  "Credentials",
]);
const pathField = /^(InputPath|OutputPath|ItemsPath|Variable|\w+Path)$/;

function pathAt(place: StatePlace, data: EvaluationData, view: View): Evaluated | undefined {
  const { keys, value } = place;
  const { document, failure } = documentOf(dataAt(place, data, view));
  if (failure !== undefined) return failure;
  const seen: View = { ...view, data: document };
  const test = ruleAt(place) ?? testAt(place);
  if (test !== undefined) return holds(test, seen);
  const last = keys.at(-1) ?? "";
  const inTemplate = keys.some((key) => templateFields.has(key));
  if (inTemplate && last.endsWith(".$")) {
    return member(place, seen);
  }
  if (inTemplate) return fromTemplate(value as Json, keys, seen);
  if (typeof value !== "string" || !pathField.test(last) || last === "ResultPath") return undefined;
  const call = last === "ErrorPath" || last === "CausePath" ? parseTemplateValue(value).value : undefined;
  return call?.kind === "call" ? member({ ...place, keys: [`${last}.$`] }, seen) : evaluatedPath(value, seen);
}

function documentOf(evaluated: Evaluated): { readonly document: Json; readonly failure?: Evaluated } {
  return evaluated.ok ? { document: evaluated.value } : { document: null, failure: evaluated };
}

/** One `.$` member: its template has that member alone. */
function member({ keys, value }: StatePlace, view: View): Evaluated {
  const name = keys.at(-1) ?? "";
  const result = fromTemplate({ [name]: value } as Json, keys, view);
  return result.ok
    ? { ok: true, value: (result.value as Record<string, Json>)[name.slice(0, -2)] ?? null }
    : result;
}

function fromTemplate(value: Json, keys: readonly string[], view: View): Evaluated {
  const template = compilePathTemplate(value, keys.join("/"));
  if (isProblem(template)) return { ok: false, fault: { kind: "refused", what: template.what } };
  return evaluate(template, view);
}

/** A rule of a Choice. */
function ruleAt({ visit, keys, value }: StatePlace): JsonRecord | undefined {
  const isRule = visit.state.Type === "Choice" && keys.length === 2 && keys[0] === "Choices";
  return isRule ? (value as JsonRecord) : undefined;
}

/** A test inside of a rule: an element of `And` or `Or`, or what `Not` holds. */
function testAt({ visit, keys, value }: StatePlace): JsonRecord | undefined {
  if (visit.state.Type !== "Choice" || keys[0] !== "Choices") return undefined;
  const isTest = typeof value === "object" && value !== null && !Array.isArray(value);
  return isTest && keys.slice(2).every((key) => /^(And|Or|Not|\d+)$/.test(key))
    ? (value as JsonRecord)
    : undefined;
}

function holds(test: JsonRecord, view: View): Evaluated {
  const compiledTest = compileChoiceTest(test);
  if (compiledTest.kind === "problem")
    return { ok: false, fault: { kind: "refused", what: compiledTest.what } };
  return testHolds(compiledTest, view);
}

function memberOf(record: JsonRecord, name: string): JsonValue | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The fields of the state that are evaluated. */
function evaluatedFields({ visit, language }: StatePlace): readonly JsonPointer[] {
  const names = Object.keys(visit.state).filter((name) =>
    language === "JSONata" ? jsonataFields.has(name) : templateFields.has(name) || pathField.test(name),
  );
  const rules =
    visit.state.Type === "Choice" ? visit.state.Choices.map((_, index) => ["Choices", index]) : [];
  return [...names.map((name) => [name]), ...rules]
    .map((path) => childPointer(visit.pointer, ...path))
    .slice(0, 5);
}
