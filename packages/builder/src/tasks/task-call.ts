import type { TaskDefinition } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";

declare const types: unique symbol;

/** What a Task calls: the arguments it takes, the result it gives, the errors it declares. */
export interface TaskCall<Arguments, Result, Errors extends string = never> {
  readonly definition: TaskDefinition;
  /** What is wrong with its schemas. */
  readonly problems: readonly Diagnostic[];
  /** In types only. */
  readonly [types]?: { arguments(value: Arguments): void; readonly result: Result; readonly errors: Errors };
}
