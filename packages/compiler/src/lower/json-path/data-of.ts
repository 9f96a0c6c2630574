import type { Shape } from "@statewright/json-types";
import { unknownShape } from "@statewright/json-types";
import type { JsonPathFields } from "../../ir/json-path.ts";
import { contextShape, errorShape, indexShape, tokenShape } from "../expression/emit/context-shape.ts";
import { fieldPart, partOf } from "../expression/value/index.ts";
import type { StatePlace } from "../fields/context.ts";
import type { PathData, PathPart } from "./path-data.ts";

const context: PathPart = { root: "$$", names: [], shape: contextShape };

function dataOf(state: StatePlace, parts: PathData["parts"], whole: string): PathData {
  const known = state.lowerer.typesAt(state.pointer);
  const { constants, expressions } = state.lowerer;
  return { parts: { context, ...parts }, whole, variables: known?.variables, constants, expressions };
}

function document(shape: Shape | undefined): PathPart {
  return { root: "$", names: [], shape };
}

/** InputPath, ErrorPath, CausePath: `$` is the state's input as it comes. */
export function rawData(state: StatePlace): PathData {
  const known = state.lowerer.typesAt(state.pointer);
  return dataOf(state, { input: document(known?.input) }, "the state's input");
}

function effectiveShape(state: StatePlace, fields: JsonPathFields | undefined): Shape | undefined {
  const known = state.lowerer.typesAt(state.pointer);
  return fields?.inputPath === undefined ? known?.input : (known?.stages?.afterInputPath ?? unknownShape);
}

/** Parameters and the fields with a path twin: `$` is the input behind InputPath (R-JP-05). */
export function effectiveData(state: StatePlace, fields: JsonPathFields | undefined): PathData {
  const token: PathPart = { root: "$$", names: ["Task", "Token"], shape: tokenShape };
  const input = document(effectiveShape(state, fields));
  return dataOf(state, { input, taskToken: token }, "the state's input");
}

/** ItemSelector: `$` is still the Map's input, the item stands in the context (R-MAP-04). */
export function itemData(state: StatePlace, fields: JsonPathFields | undefined): PathData {
  const known = state.lowerer.typesAt(state.pointer);
  const parts = {
    input: document(effectiveShape(state, fields)),
    item: { root: "$$", names: ["Map", "Item", "Value"], shape: known?.item },
    index: { root: "$$", names: ["Map", "Item", "Index"], shape: indexShape },
  } as const;
  return dataOf(state, parts, "the input of the Map");
}

/** ResultSelector, and Assign of a state with a result: `$` is the result, as it comes (R-JP-14, U-08). */
export function resultData(state: StatePlace, resultField: string | undefined): PathData {
  const shape = state.lowerer.typesAt(state.pointer)?.result;
  const result: PathPart =
    resultField === undefined
      ? document(shape)
      : { root: "$", names: [resultField], shape: fieldPart(partOf(shape).shape, resultField).shape };
  return dataOf(state, { result }, "the result of the state");
}

/** Assign of a Pass: `$` is what it yields: its Result, its Parameters, or its input (R-JP-14). */
export function passData(state: StatePlace, fields: JsonPathFields | undefined): PathData {
  const stages = state.lowerer.typesAt(state.pointer)?.stages;
  if (fields?.result) return dataOf(state, { result: document(undefined) }, "the Result of the state");
  if (fields?.parameters) {
    return dataOf(state, { result: document(stages?.afterParameters) }, "what Parameters made");
  }
  const input = document(effectiveShape(state, fields));
  return dataOf(state, { input, result: input }, "the state's input");
}

/** Assign of a catcher: `$` is the Error Output (R-JP-14). */
export function errorData(state: StatePlace): PathData {
  return dataOf(state, { error: document(errorShape) }, "the Error Output");
}
