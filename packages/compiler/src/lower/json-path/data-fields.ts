import type { Catcher, JsonRecord, Retrier } from "@statewright/asl";
import type { JsonPathFields } from "../../ir/json-path.ts";
import type { Template } from "../../ir/template.ts";
import type { CatchNode, RetryNode, StateNode } from "../../ir/workflow.ts";
import { unsupportedNode } from "../diagnostics/builder-diagnostics.ts";
import { placeOf, type StatePlace, type Way } from "../fields/context.ts";
import { branchTarget, reachedCatchers, retrierOf } from "../states/fields.ts";
import { errorData, rawData } from "./data-of.ts";
import type { PathData } from "./path-data.ts";
import { pathField } from "./path-fields.ts";
import { useJsonata } from "./path-session.ts";
import { payloadField } from "./payload.ts";

interface Paths {
  InputPath?: string | null;
  OutputPath?: string | null;
}

/** `Comment`, `InputPath` and `OutputPath`. */
export function headFields(state: StatePlace, node: StateNode): Paths & { Comment?: string } {
  const { inputPath, outputPath } = node.jsonPath ?? {};
  return {
    ...(node.comment !== undefined && { Comment: node.comment }),
    ...(inputPath !== undefined && { InputPath: pathField(state, "InputPath", inputPath, rawData(state)) }),
    ...(outputPath !== undefined && {
      OutputPath: pathField(state, "OutputPath", outputPath, rawData(state)),
    }),
  };
}

/** `ResultSelector` and `ResultPath`. */
export function resultFields(
  state: StatePlace,
  fields: JsonPathFields | undefined,
  data: PathData,
): { ResultSelector?: JsonRecord; ResultPath?: string | null } {
  const { resultSelector, resultPath } = fields ?? {};
  return {
    ...(resultSelector && { ResultSelector: payloadField(state, ["ResultSelector"], resultSelector, data) }),
    ...(resultPath !== undefined && { ResultPath: resultPath }),
  };
}

/** `Assign` of a state, a rule or a catcher. */
export function assignField(
  state: StatePlace,
  assign: Template | undefined,
  data: PathData,
  path: readonly (string | number)[] = [],
): { Assign?: JsonRecord } {
  return assign ? { Assign: payloadField(state, [...path, "Assign"], assign, data) } : {};
}

/** `Retry` and `Catch`; a catcher's path says where its Error Output goes (R-RP-04). */
export function errorFields(
  state: StatePlace,
  node: { readonly retry?: readonly RetryNode[]; readonly catch?: readonly CatchNode[] },
): { Retry?: readonly Retrier[]; Catch?: readonly Catcher[] } {
  const retry = node.retry?.map((retrier, index) => retrierOf(state, retrier, index)) ?? [];
  const own = node.catch ?? [];
  const catchers = own.map((catcher, index) => catcherOf(state, catcher, index, state.branch(catcher.block)));
  const taken = own.flatMap(({ errorEquals }) => errorEquals);
  for (const { node: catcher, way } of reachedCatchers(taken, state.catchers)) {
    catchers.push(catcherOf(state, catcher, catchers.length, way));
  }
  return { ...(retry.length > 0 && { Retry: retry }), ...(catchers.length > 0 && { Catch: catchers }) };
}

function catcherOf(state: StatePlace, node: CatchNode, index: number, way: Way): Catcher {
  const path = ["Catch", index];
  state.lowerer.origin(placeOf(state, ...path).pointer, node.origin);
  if (node.output) ofJsonata(state, "output", [...path, "Output"]);
  const title = `The handler of ${node.errorEquals.map((error) => `\`${error}\``).join(", ")} in "${state.name}"`;
  return {
    ErrorEquals: node.errorEquals,
    ...(node.resultPath !== undefined && { ResultPath: node.resultPath }),
    ...assignField(state, node.assign, errorData(state), path),
    ...(node.comment !== undefined && { Comment: node.comment }),
    Next: branchTarget(state, way, title, path),
  };
}

/** A field of the other language (R-QL-05). */
export function ofJsonata(state: StatePlace, field: string, path: readonly (string | number)[]): void {
  const facts = {
    what: `\`${field}\` of "${state.name}", whose language is JSONPath,`,
    instead: `Write \`${twins[field] ?? "resultSelector"}\`. ${useJsonata}`,
  };
  state.lowerer.report(unsupportedNode.at(placeOf(state, ...path), facts));
}

const twins: Readonly<Record<string, string>> = {
  arguments: "parameters",
  output: "resultSelector`, `resultPath` or `outputPath",
};
