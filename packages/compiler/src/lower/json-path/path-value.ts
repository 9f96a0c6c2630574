import { type JsonPathStep, printJsonPath } from "@statewright/expressions";
import type { Json, Shape } from "@statewright/json-types";
import { literalShape, unknownShape } from "@statewright/json-types";
import type { Absence } from "../expression/value/index.ts";

/** What JSONPath can say: a path, a constant, or the call of an intrinsic function (R-JP-07). */
export type PathValue = Reference | Constant | IntrinsicCall | Written;

/** A path to a place in the data, the context object (`$$`) or a variable (`$name`). */
export interface Reference {
  readonly kind: "reference";
  readonly root: string;
  readonly steps: readonly JsonPathStep[];
  readonly shape: Shape;
  readonly absent: Absence;
}

export interface Constant {
  readonly kind: "constant";
  readonly value: Json;
}

export interface IntrinsicCall {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly PathValue[];
  readonly shape: Shape;
}

/** A text of the user's, or what stands in for something refused. */
export interface Written {
  readonly kind: "written";
  readonly text: string;
}

const nowhere = { start: 0, end: 0 } as const;

export function child(name: string): JsonPathStep {
  return { kind: "child", name, span: nowhere };
}

export function index(at: number): JsonPathStep {
  return { kind: "index", index: at, span: nowhere };
}

export const wildcard: JsonPathStep = { kind: "wildcard", span: nowhere };

export function slice(from: number | undefined, to: number | undefined): JsonPathStep {
  return {
    kind: "slice",
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    span: nowhere,
  };
}

/** Whether the path names one place (R-PATH-03). */
export function isDefinite({ steps }: Reference): boolean {
  return steps.every(({ kind }) => kind === "child" || kind === "index");
}

export function pathText({ root, steps }: Reference): string {
  const document = { kind: "document", span: nowhere } as const;
  const path = { text: "", span: nowhere, root: document, steps, isReference: true, isDefinite: true };
  return `${root}${printJsonPath(path).slice(1)}`;
}

/** The text of a value as the value of a `.$` key, or as an argument. */
export function valueText(value: PathValue): string {
  switch (value.kind) {
    case "reference":
      return pathText(value);
    case "constant":
      return constantText(value.value);
    case "call":
      return `${value.name}(${value.arguments.map(valueText).join(", ")})`;
    case "written":
      return value.text;
  }
}

/** R-INTR-01: texts, numbers, booleans and null are literals; other data is read from its JSON text. */
function constantText(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "object" && value !== null)
    return `States.StringToJson(${quoted(JSON.stringify(value))})`;
  return JSON.stringify(value);
}

/** R-INTR-03. An escaped brace also keeps a deployment tool from replacing a `${…}`. */
export function escaped(text: string): string {
  return text.replaceAll(/['{}\\]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${escaped(text)}'`;
}

export function shapeOf(value: PathValue): Shape {
  if (value.kind === "constant") return literalShape(value.value);
  return value.kind === "written" ? unknownShape : value.shape;
}

/** How many calls stand in one another (R-INTR-02). */
export function nesting(value: PathValue): number {
  if (value.kind === "constant") return typeof value.value === "object" && value.value !== null ? 1 : 0;
  if (value.kind !== "call") return 0;
  return 1 + Math.max(0, ...value.arguments.map(nesting));
}

/** What stands in for something refused: nothing is known of it, so that it causes no second finding. */
export const refusedValue: Written = { kind: "written", text: "States.StringToJson('null')" };
