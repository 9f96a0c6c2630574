import type { Catcher, JsonRecord, JsonValue, Retrier, TransitionFields } from "@statewright/asl";
import type { Template } from "../../ir/template.ts";
import type { CatchNode, RetryNode } from "../../ir/workflow.ts";
import { emptyEnd, noNext } from "../diagnostics/builder-diagnostics.ts";
import type { ScopeData } from "../expression/index.ts";
import { type GroupCatcher, placeOf, type StatePlace, type Way } from "../fields/context.ts";
import { stateData } from "../fields/state-data.ts";
import { assignField, templateField } from "../fields/templates.ts";

/** How a state goes on. */
export function transition(after: Way): TransitionFields {
  return after.kind === "next" ? { Next: after.name } : { End: true };
}

/** Where a branch of a Choice or a Catch begins: always a state. */
export function branchTarget(
  state: StatePlace,
  way: Way,
  branch: string,
  path: readonly (string | number)[],
): string {
  if (way.kind === "next") return way.name;
  const kind = way.jumped ? emptyEnd : noNext;
  state.lowerer.report(kind.at(placeOf(state, ...path), { branch }));
  return state.name;
}

interface DataNode {
  readonly output?: Template;
  readonly assign?: Template;
}

/** `Assign` and `Output`, of a state or of a rule or catcher at `path`. */
export function dataFields(
  state: StatePlace,
  node: DataNode,
  data: ScopeData,
  path: readonly (string | number)[] = [],
): { Assign?: JsonRecord; Output?: JsonValue } {
  return {
    ...(node.assign && { Assign: assignField(state, [...path, "Assign"], node.assign, data) }),
    ...(node.output && { Output: templateField(state, [...path, "Output"], node.output, data) }),
  };
}

interface FailingNode {
  readonly retry?: readonly RetryNode[];
  readonly catch?: readonly CatchNode[];
  /** Of a state that brings catchers of its own: what they name, and how many they are. */
  readonly taken?: readonly string[];
  readonly before?: number;
}

/** `Retry` and `Catch`. */
export function errorFields(
  state: StatePlace,
  node: FailingNode,
): { Retry?: readonly Retrier[]; Catch?: readonly Catcher[] } {
  const retry = node.retry?.map((retrier, index) => retrierOf(state, retrier, index)) ?? [];
  const own = node.catch ?? [];
  const catchers = own.map((catcher, index) => catcherOf(state, catcher, index, state.branch(catcher.block)));
  const { taken = own.flatMap(({ errorEquals }) => errorEquals), before = 0 } = node;
  for (const { node: catcher, way } of reachedCatchers(taken, state.catchers)) {
    catchers.push(catcherOf(state, catcher, before + catchers.length, way));
  }
  return { ...(retry.length > 0 && { Retry: retry }), ...(catchers.length > 0 && { Catch: catchers }) };
}

/** A retrier, the same in both languages (R-RETRY-01). */
export function retrierOf(state: StatePlace, node: RetryNode, index: number): Retrier {
  state.lowerer.origin(placeOf(state, "Retry", index).pointer, node.origin);
  return {
    ErrorEquals: node.errorEquals,
    ...(node.intervalSeconds !== undefined && { IntervalSeconds: node.intervalSeconds }),
    ...(node.maxAttempts !== undefined && { MaxAttempts: node.maxAttempts }),
    ...(node.backoffRate !== undefined && { BackoffRate: node.backoffRate }),
    ...(node.maxDelaySeconds !== undefined && { MaxDelaySeconds: node.maxDelaySeconds }),
    ...(node.jitterStrategy !== undefined && { JitterStrategy: node.jitterStrategy }),
    ...(node.comment !== undefined && { Comment: node.comment }),
  };
}

/** The catchers of groups that an error can get to: no catcher before one takes all that it names. */
export function reachedCatchers(own: readonly string[], groups: readonly GroupCatcher[]): GroupCatcher[] {
  const taken = new Set(own);
  return groups.filter(({ node: { errorEquals } }) => {
    const isReached = !taken.has("States.ALL") && errorEquals.some((error) => !taken.has(error));
    for (const error of errorEquals) taken.add(error);
    return isReached;
  });
}

/** A catcher's `Output` and `Assign` see the error and the state's input, not its result (R-JA-10). */
function catcherOf(state: StatePlace, node: CatchNode, index: number, way: Way): Catcher {
  const path = ["Catch", index];
  state.lowerer.origin(placeOf(state, ...path).pointer, node.origin);
  const title = `The handler of ${node.errorEquals.map((error) => `\`${error}\``).join(", ")} in "${state.name}"`;
  return {
    ErrorEquals: node.errorEquals,
    ...dataFields(state, node, stateData(state), path),
    ...(node.comment !== undefined && { Comment: node.comment }),
    Next: branchTarget(state, way, title, path),
  };
}
