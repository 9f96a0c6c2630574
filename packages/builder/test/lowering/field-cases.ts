import type { Arrow, Step, Workflow } from "@statewright/compiler";
import type { Json, JsonSchema } from "@statewright/json-types";
import { readArrow } from "../../src/arrow/read-arrow.ts";
import type { Kind, Local } from "./programs.ts";
import { inputSchema } from "./random-data.ts";

/** What an arrow of a test is called with. */
export type Run = (first: unknown, second?: unknown) => unknown;

/** A field that an arrow is compiled to: how it is written, in which machine it stands, and what it is in JavaScript. */
export interface FieldCase {
  readonly field: string;
  /** The kinds of value that the field takes; any without. */
  readonly kinds?: readonly [Kind, ...Kind[]];
  /** Names beside `input` that an expression may use. */
  readonly locals?: readonly Local[];
  text(expression: string): string;
  steps(run: Run): readonly Step[];
  /** What the arrow yields for `data`, in the form of the execution's output. */
  javascript(run: Run, data: Json): unknown;
}

const arrow = (run: Run, first: "scope" | "input" = "scope"): Arrow => readArrow(run, { first });
const constant = (value: boolean): Step => ({
  kind: "pass",
  name: value ? "Yes" : "No",
  output: { kind: "value", value },
});
const task = { resource: "arn:aws:states:us-east-1:111111111111:activity:echo" } as const;
const template = (run: Run) => ({ kind: "arrow", arrow: arrow(run) }) as const;
const body = { steps: [{ kind: "pass", name: "Item" }] } as const;
const lines = template(((scope: { input: { lines: Json } }) => scope.input.lines) as Run);

export const fieldCases: readonly [FieldCase, ...FieldCase[]] = [
  {
    field: "Output of a Pass",
    text: (expression) => `({ input }) => (${expression})`,
    steps: (run) => [{ kind: "pass", name: "P", output: template(run) }],
    javascript: (run, input) => run({ input }),
  },
  {
    field: "Output of a Task",
    text: (expression) => `({ result: input }) => (${expression})`,
    steps: (run) => [
      { kind: "task", name: "T", task: { ...task, resultSchema: inputSchema }, output: template(run) },
    ],
    javascript: (run, result) => run({ result }),
  },
  {
    field: "Arguments",
    text: (expression) => `({ input }) => ({ argument: (${expression}), context: input.city })`,
    steps: (run) => [{ kind: "task", name: "T", task, arguments: template(run) }],
    javascript: (run, input) => run({ input }),
  },
  {
    field: "Assign",
    text: (expression) =>
      `({ input }) => { const value = (${expression}); return { value, twice: [value, value] }; }`,
    steps: (run) => [
      { kind: "pass", name: "P", assign: template(run) },
      {
        kind: "pass",
        name: "Q",
        output: template((({ vars }: { vars: Json[] & { value: Json; twice: Json } }) => ({
          value: vars.value,
          twice: vars.twice,
        })) as Run),
      },
    ],
    javascript: (run, input) => run({ input }),
  },
  {
    field: "Condition",
    kinds: ["bool"],
    text: (expression) => `(input) => (${expression})`,
    steps: (run) => [
      {
        kind: "choice",
        name: "C",
        rules: [{ condition: arrow(run, "input"), block: { steps: [constant(true)] } }],
        otherwise: { block: { steps: [constant(false)] } },
      },
    ],
    javascript: (run, input) => run(input),
  },
  {
    field: "ItemSelector",
    locals: [
      { name: "item", kind: "item" },
      { name: "index", kind: "num" },
    ],
    text: (expression) => `({ input, item, index }) => (${expression})`,
    steps: (run) => [{ kind: "map", name: "M", items: lines, itemSelector: template(run), body }],
    javascript: (run, input) =>
      (input as { lines: Json[] }).lines.map((item, index) => run({ input, item, index })),
  },
  {
    field: "Items",
    kinds: ["nums", "strs", "grid", "items"],
    text: (expression) => `({ input }) => (${expression})`,
    steps: (run) => [{ kind: "map", name: "M", items: template(run), body }],
    javascript: (run, input) => run({ input }),
  },
];

/** The workflow that has an arrow in a field; without a schema nothing is known of its data. */
export function workflowOf(steps: readonly Step[], schema: JsonSchema | undefined): Workflow {
  return {
    kind: "workflow",
    name: "program",
    queryLanguage: "JSONata",
    problems: [],
    body: { steps },
    ...(schema !== undefined && { input: schema }),
  };
}
