import type { Json, JsonSchema } from "@statewright/json-types";
import type {
  Arrow,
  ArrowExpression,
  BinaryOperator,
  Block,
  Local,
  Origin,
  ScopeName,
  StateNode,
  Step,
  TaskDefinition,
  TaskNode,
  Template,
  Workflow,
} from "../src/index.ts";

/** Small constructors of the tree, so that a test shows only what it is about. */

const span = { start: 0, end: 0 };

export const lit = (value: string | number | boolean | null): ArrowExpression => ({
  kind: "literal",
  value,
  span,
});
export const undef: ArrowExpression = { kind: "undefined", span };
export const scope = (name: ScopeName): ArrowExpression => ({ kind: "scope", name, span });
export const input: ArrowExpression = scope("input");

export function member(object: ArrowExpression, ...names: string[]): ArrowExpression {
  return names.reduce<ArrowExpression>(
    (base, property) => ({ kind: "member", object: base, property, optional: false, span }),
    object,
  );
}

export const maybe = (object: ArrowExpression, property: string): ArrowExpression => ({
  kind: "member",
  object,
  property,
  optional: true,
  span,
});

export const binary = (
  left: ArrowExpression,
  operator: BinaryOperator,
  right: ArrowExpression,
): ArrowExpression => ({
  kind: "binary",
  operator,
  left,
  right,
  span,
});

export const object = (members: Readonly<Record<string, ArrowExpression>>): ArrowExpression => ({
  kind: "object",
  members: Object.entries(members).map(([key, value]) => ({ kind: "property", key, value, span })),
  span,
});

export const call = (
  receiver: ArrowExpression,
  method: string,
  ...parameters: ArrowExpression[]
): ArrowExpression => ({
  kind: "call",
  receiver,
  method,
  arguments: parameters,
  optional: false,
  span,
});

export const globalCall = (method: string, ...parameters: ArrowExpression[]): ArrowExpression => ({
  kind: "call",
  method,
  arguments: parameters,
  optional: false,
  span,
});

export const local = (one: Local): ArrowExpression => ({ kind: "local", local: one, span });

export const arrow = (body: ArrowExpression, text = "({ input }) => …"): Arrow => ({
  text,
  body,
  problems: [],
});

export const template = (body: ArrowExpression): Template => ({ kind: "arrow", arrow: arrow(body) });

export const block = (...steps: Step[]): Block => ({ steps });
export const jump = (target: string): Step => ({ kind: "jump", target });
export const end: Step = { kind: "end" };

export const pass = (name: string, more: { output?: Template; assign?: Template } = {}): StateNode => ({
  kind: "pass",
  name,
  ...more,
});
export const succeed = (name: string): StateNode => ({ kind: "succeed", name });

export const lambda: TaskDefinition = {
  resource: "arn:aws:states:::lambda:invoke",
  fixedArguments: { FunctionName: { kind: "param", name: "ChargeArn" } },
  argumentsField: "Payload",
  resultField: "Payload",
};

export const task = (name: string, more: Partial<Omit<TaskNode, "kind" | "name">> = {}): TaskNode => ({
  kind: "task",
  name,
  task: lambda,
  ...more,
});

export interface WorkflowFacts {
  readonly input?: JsonSchema;
  readonly constants?: Readonly<Record<string, Json>>;
  readonly queryLanguage?: "JSONata" | "JSONPath";
  readonly origin?: Origin;
}

export const workflow = (steps: readonly Step[], facts: WorkflowFacts = {}): Workflow => ({
  kind: "workflow",
  name: "order",
  queryLanguage: "JSONata",
  body: { steps },
  problems: [],
  ...facts,
});

export const at = (line: number): Origin => ({ file: "/order.ts", position: { line, character: 0 } });
