import type { Json } from "@statewright/json-types";
import { filterHolds } from "./evaluate/filter-holds.ts";
import type { PathEnvironment } from "./evaluate/path-environment.ts";
import type { PathFailure } from "./evaluate/path-failure.ts";
import { PathMeter, PathStop, stopUnsupported } from "./evaluate/path-meter.ts";
import { isObject, selectNodes } from "./evaluate/select-nodes.ts";
import type { JsonPath, JsonPathStep } from "./json-path.ts";

/** The value of a path, or why it has none. */
export type PathEvaluation =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly failure: PathFailure };

/**
 * Follows a JSONPath as Step Functions does. A definite path yields the value itself and fails where it leads
 * nowhere (R-PATH-05); all others yield an array of what they find, an empty one too (R-PATH-04).
 *
 * Data is read by its own members only. What an evaluation may take is counted, so that the same path on the same
 * data always ends the same way.
 *
 * @example
 * ```ts
 * const { path } = parseJsonPath("$.items[1:].id");
 * path && evaluateJsonPath(path, { document: { items: [{ id: 1 }, { id: 2 }] }, context: () => ({}), variable: () => undefined });
 * // → { ok: true, value: [2] }
 * ```
 * @throws Never, whatever the path and the data.
 */
export function evaluateJsonPath(path: JsonPath, environment: PathEnvironment): PathEvaluation {
  try {
    return followPath(path, environment, new PathMeter(environment.steps));
  } catch (stop) {
    if (!(stop instanceof PathStop)) throw stop;
    const kind = stop.kind === "budget" ? "budget" : "unsupported";
    return { ok: false, failure: { kind, path, what: stop.what } };
  }
}

/** The same for a part of an evaluation that goes on: throws a {@link PathStop}. */
export function followPath(
  path: JsonPath,
  environment: PathEnvironment,
  meter: PathMeter,
  item?: Json,
): PathEvaluation {
  const root = rootOf(path, environment, item);
  if (root === undefined) return { ok: false, failure: { kind: "missing", path, step: -1 } };
  if (path.isDefinite) return followSteps(path, root, meter);
  checkLoneUnion(path.steps);
  const holds = (step: JsonPathStep & { readonly kind: "filter" }, of: Json): boolean => {
    const { expression } = step;
    if (expression === undefined) return stopUnsupported(`of its filter \`${step.text}\``);
    return filterHolds(expression, meter, (inner) => {
      const result = followPath(inner, environment, meter, of);
      return result.ok ? result.value : undefined;
    });
  };
  return { ok: true, value: Object.freeze([...selectNodes(root, path.steps, meter, holds)]) as Json };
}

function rootOf({ root }: JsonPath, environment: PathEnvironment, item: Json | undefined): Json | undefined {
  switch (root.kind) {
    case "document":
      return environment.document;
    case "context":
      return environment.context();
    case "item":
      return item;
    case "variable":
      return environment.variable(root.name);
  }
}

function followSteps(path: JsonPath, root: Json, meter: PathMeter): PathEvaluation {
  let at: Json = root;
  const { steps } = path;
  meter.step(steps.length);
  for (let index = 0; index < steps.length; index += 1) {
    const next = memberOf(at, steps[index] as JsonPathStep);
    if (next === undefined) return { ok: false, failure: { kind: "missing", path, step: index } };
    at = next;
  }
  return { ok: true, value: at };
}

function memberOf(value: Json, step: JsonPathStep): Json | undefined {
  if (step.kind === "child") {
    if (step.placeholder) return stopUnsupported("a placeholder stands in it");
    return isObject(value) && Object.hasOwn(value, step.name) ? value[step.name] : undefined;
  }
  if (step.kind === "index") return Array.isArray(value) ? (value.at(step.index) as Json) : undefined;
  return stopUnsupported(`of its function \`${step.kind === "function" ? step.name : step.kind}()\``);
}

/** Whether `$.a['b','c']` yields an object or an array of one is not known. */
function checkLoneUnion(steps: readonly JsonPathStep[]): void {
  const indefinite = steps.findIndex(({ kind }) => kind !== "child" && kind !== "index");
  if (steps[indefinite]?.kind === "children" && indefinite === steps.length - 1) {
    stopUnsupported("several names stand at its end");
  }
}
