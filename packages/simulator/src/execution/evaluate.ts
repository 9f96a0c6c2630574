import type { Span } from "@statewright/diagnostics";
import {
  type Environment,
  type Evaluation,
  evaluateJsonata,
  evaluatePayloadTemplate,
} from "@statewright/expressions/evaluate";
import type { Json } from "@statewright/json-types";
import { jsonText, setMember, writeJson } from "../json/json-text.ts";
import { type JsonTypeName, typeName } from "../json/json-type.ts";
import type { JsonataTemplate, Template } from "../program/template.ts";
import { contextObject } from "./context-object.ts";
import { draw } from "./draft.ts";
import type { OnEvaluation } from "./observed-evaluation.ts";
import { environmentOf, templateFault } from "./read-path.ts";
import type { Evaluated, View } from "./view.ts";
import { planOf } from "./visit.ts";

/** Gives a template its value. */
export function evaluate(template: Template, view: View): Evaluated {
  switch (template.kind) {
    case "constant":
      return { ok: true, value: template.value };
    case "jsonata":
      return evaluateExpression(template, view);
    case "payload": {
      const result = evaluatePayloadTemplate(template.template, environmentOf(view));
      return result.ok ? result : { ok: false, fault: templateFault(result.failure, view) };
    }
    case "array": {
      const values: Json[] = [];
      for (const item of template.items) {
        const result = evaluate(item, view);
        if (!result.ok) return result;
        values.push(result.value);
      }
      return { ok: true, value: values };
    }
    case "object": {
      const object: Record<string, Json> = {};
      for (let index = 0; index < template.keys.length; index += 1) {
        const result = evaluate(template.values[index] as Template, view);
        if (!result.ok) return result;
        setMember(object, template.keys[index] as string, result.value);
      }
      return { ok: true, value: object };
    }
  }
}

/** The value of a field that must be of one type (R-JA-24). */
export function evaluateTyped(template: Template, type: JsonTypeName, view: View): Evaluated {
  const result = evaluate(template, view);
  if (!result.ok || template.kind !== "jsonata") return result;
  return typeName(result.value) === type ? result : wrongType(template, type, result.value);
}

/** The fault of an expression whose value has another type than its field takes. */
export function wrongType(template: Template, expected: string, value: Json): Evaluated<never> {
  const found = `Expected '${expected}', but was '${typeName(value)}' for value: ${jsonText(value)}`;
  if (template.kind !== "jsonata") return { ok: false, fault: { kind: "runtime", text: found } };
  return queryFault(template, ` returned an unexpected result type. ${found}`);
}

function evaluateExpression(template: JsonataTemplate, view: View): Evaluated {
  const { draft } = view;
  const result = evaluateJsonata(template.expression, new SeenByExpression(view, template.readsContext));
  if (draft.onEvaluation !== undefined) observe(template, view, result, draft.onEvaluation);
  if (result.ok) {
    if (result.value !== undefined) return { ok: true, value: result.value };
    return queryFault(template, " returned nothing (undefined).");
  }
  const { kind, code, message, span } = result.error;
  if (kind === "unsupported") {
    const what = `the expression \`${template.text}\` (${message})`;
    return { ok: false, fault: { kind: "refused", what, field: template.location } };
  }
  if (kind === "unsupported-result") return queryFault(template, " returned an unsupported result type.");
  const why = code === undefined ? `: ${message}` : `. ${code}: ${message}`;
  return queryFault(template, ` threw an error during evaluation${why}`, span);
}

/** What an expression of a state sees. */
class SeenByExpression implements Environment {
  readonly now: number;
  readonly #view: View;
  readonly #context: boolean;

  constructor(view: View, context: boolean) {
    this.now = view.draft.now;
    this.#view = view;
    this.#context = context;
  }

  variable(name: string): Json | undefined {
    if (name === "states") return statesObject(this.#view, this.#context);
    const { variables } = this.#view.thread;
    return Object.hasOwn(variables, name) ? variables[name] : undefined;
  }

  random(): number {
    return draw(this.#view.draft);
  }
}

function observe(
  { text, location }: JsonataTemplate,
  view: View,
  result: Evaluation,
  onEvaluation: OnEvaluation,
): void {
  const { draft, thread } = view;
  const { name: state, pointer } = planOf(draft, thread);
  const variables = { ...thread.variables, states: statesObject(view, true) };
  onEvaluation({
    state,
    pointer,
    field: location,
    text,
    variables,
    now: draft.now,
    outcome: result.ok ? result : { ok: false, ...result.error },
  });
}

function queryFault(template: JsonataTemplate, what: string, span?: Span): Evaluated<never> {
  const { text, location } = template;
  return {
    ok: false,
    fault: {
      kind: "query",
      text: `The JSONata expression '${text}' specified for the field '${location}'${what}`,
      location,
      ...(span && { span }),
    },
  };
}

function statesObject(view: View, withContext: boolean): Json {
  const { input } = view;
  if (view.result === undefined && view.errorOutput === undefined)
    return withContext ? { input, context: contextObject(view) } : { input };
  return {
    input,
    ...(withContext && { context: contextObject(view) }),
    ...(view.result !== undefined && { result: view.result.value }),
    ...(view.errorOutput !== undefined && { errorOutput: view.errorOutput }),
  };
}

/** Whether a value can be carried on; it is refused when it is nested too deep. */
export function carried(value: Json, what: string): Evaluated {
  if (writeJson(value) !== undefined) return { ok: true, value };
  return { ok: false, fault: { kind: "refused", what: `${what} nested deeper than 1,000 levels` } };
}
