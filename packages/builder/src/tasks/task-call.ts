import type { TaskDefinition } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import type { AnswerBy } from "../types/called-task.kernel.ts";

declare const types: unique symbol;

/** The answer is an object, and what its user calls the result stands in one field of it. */
export interface Enveloped<Field extends string> {
  /** In types only. */
  readonly [envelope]?: Field;
}

declare const envelope: unique symbol;

/** What a Task calls: the arguments it takes, the result it gives, the errors it declares. */
export interface TaskCall<
  Arguments,
  Result,
  Errors extends string = never,
  Answer extends AnswerBy = "result",
> {
  readonly definition: TaskDefinition;
  /** What is wrong with its schemas. */
  readonly problems: readonly Diagnostic[];
  /** In types only. */
  readonly [types]?: {
    arguments(value: Arguments): void;
    readonly result: Result;
    readonly errors: Errors;
    readonly answer: Answer;
  };
}
