declare const types: unique symbol;
export const brand: unique symbol = Symbol.for("statewright.workflow");

/**
 * A finished workflow: what `.end()` yields and `compile` takes. `Tasks` and `States` are for the testing kit, which
 * types mocks with them; a workflow that is declared without them is mocked untyped.
 */
export interface Workflow<Input, Output, Tasks = unknown, States extends string = string> {
  readonly name: string;
  readonly [brand]: object;
  /** In types only. */
  readonly [types]?: {
    input(value: Input): void;
    readonly output: Output;
    readonly tasks: Tasks;
    readonly states: States;
  };
}

/** What an execution of a workflow is started with. */
export type WorkflowInput<W> = W extends Workflow<infer Input, unknown> ? Input : never;

/** What a workflow returns. */
export type WorkflowOutput<W> = W extends Workflow<never, infer Output> ? Output : never;
