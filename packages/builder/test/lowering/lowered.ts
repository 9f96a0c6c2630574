import type { JsonValue } from "@statewright/asl";
import { type Arrow, lower } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import { type Json, type Shape, shapeFromSchema, unknownShape } from "@statewright/json-types";
import { readArrow } from "../../src/arrow/read-arrow.ts";
import { inputSchema } from "./random-data.ts";

/** A program as a function that runs, and as what it is compiled to. */
export interface Program {
  readonly text: string;
  readonly run: (scope: { readonly input: Json }) => unknown;
  readonly arrow: Arrow;
}

/** The program whose text is an expression over `input`, or a block. */
export function programOf(expression: string): Program {
  const isBlock = /^\{.*\breturn\b/s.test(expression);
  const text = expression.startsWith("({ input }) =>")
    ? expression
    : `({ input }) => ${isBlock ? expression : `(${expression})`}`;
  const run = new Function(`return ${text};`)() as Program["run"];
  return { text, run, arrow: readArrow(run) };
}

const inputShape: Shape = shapeFromSchema(inputSchema);

/** What the program becomes as the output of a Pass, with the input's types known or not. */
export function compiled(
  arrow: Arrow,
  known: boolean,
): { readonly field: JsonValue; readonly errors: readonly Diagnostic[] } {
  const { machine, diagnostics } = lower(
    {
      kind: "workflow",
      name: "program",
      queryLanguage: "JSONata",
      problems: [],
      body: { steps: [{ kind: "pass", name: "P", output: { kind: "arrow", arrow } }] },
    },
    () => ({ input: known ? inputShape : unknownShape, variables: {} }),
  );
  const state = machine.States.P;
  const field = state?.Type === "Pass" ? (state.Output ?? null) : null;
  return { field, errors: diagnostics.filter(({ severity }) => severity === "error") };
}
