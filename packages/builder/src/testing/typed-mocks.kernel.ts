import type { Handler, MockAnswer, Mocks, Quantiles, TaskToken } from "@statewright/simulator";
import type { CalledTask } from "../types/called-task.kernel.ts";
import type { StatesError } from "../types/options.ts";
import type { Workflow } from "../types/workflow.ts";

// Mocks typed by the tasks of a workflow: a result that the task cannot give, an error it does not declare and a
// state it does not have do not compile.

/**
 * The mocks of a workflow, for one that stands alone: `const mocks = { … } satisfies WorkflowMocks<typeof orders>`.
 */
export type WorkflowMocks<W> =
  W extends Workflow<never, unknown, infer Tasks, any> ? TypedMocks<Tasks> : never;

/** What answers the calls of a workflow whose tasks are `Tasks`; untyped where they are not known. */
export interface TypedMocks<Tasks> extends Omit<Mocks, "states"> {
  /** By the name of the state: one answer for every call, a list with one answer for each, or a function. */
  readonly states?: StateMocks<Tasks> | undefined;
}

export type StateMocks<Tasks> = unknown extends Tasks
  ? Readonly<Record<string, MockAnswer | Handler | readonly (MockAnswer | Handler)[]>>
  : { readonly [N in TaskName<Tasks>]?: AnswersFor<Extract<Tasks, { readonly task: N }>> };

/** The names of tasks. */
export type TaskName<T> = T extends CalledTask<infer N extends string, any, any, any, any> ? N : never;

/** What a handler of the task `N` is called with. */
export type ArgumentsOf<Tasks, N> =
  Tasks extends CalledTask<N, infer A, any, any, infer By> ? CalledWith<A, By> : never;

type AnswersFor<T> =
  T extends CalledTask<any, infer A, infer R, infer E, infer By>
    ? By extends "token"
      ? OneOrEach<CallbackMock<A, R, E>, (args: A, call: CallbackCall<R>) => OrPromise<R | Nothing>>
      : OneOrEach<
          ResultMock<CalledWith<A, By>, ResultBy<R, By>, E>,
          (args: CalledWith<A, By>, call: MockedCall<R>) => OrPromise<ResultBy<R, By>>
        >
    : never;

type OneOrEach<Answer, Call> = Answer | Call | readonly (Answer | Call)[];
/** A function that calls back with its token need not return. */
type Nothing = ReturnType<() => void> | undefined;
type OrPromise<R> = R | Promise<R>;

type CalledWith<A, By> = By extends "execution" | "started"
  ? { readonly StateMachineArn: string; readonly Input: A; readonly Name?: string }
  : A;

/** A nested workflow answers with its description, the output in it. */
type ResultBy<R, By> = By extends "execution" ? { readonly Output: R; readonly [more: string]: unknown } : R;

/** How long a call takes, and which calls are meant. */
interface AnyMock<A, E> {
  /** Answers only calls whose arguments contain this. */
  readonly when?: PartOf<A>;
  readonly error?: E | StatesError;
  readonly cause?: string;
  readonly durationSeconds?: number | Quantiles;
  readonly memoryMB?: number;
}

/** A `result`, an `envelope` or an `error`. */
export interface ResultMock<A, R, E> extends AnyMock<A, E> {
  /** What the service answers; for `lambda:invoke` what the function returns. */
  readonly result?: R;
  /** The whole result, where `lambda:invoke` would put its own envelope around `result`. */
  readonly envelope?: unknown;
}

/** What becomes of a task token: without a `callback` nobody calls back. */
export interface CallbackMock<A, R, E> extends AnyMock<A, E> {
  /** What the service says when it takes the token. */
  readonly result?: unknown;
  readonly callback?: { readonly result: R } | { readonly error: E | string; readonly cause?: string };
  /** When the callback comes. */
  readonly afterSeconds?: number;
}

/** What a function is told about the call that it answers. */
export interface MockedCall<R> {
  readonly state: string;
  /** 0 at first, then the number of the retry. */
  readonly attempt: number;
  /** Of an activity. */
  readonly token?: TaskToken<R>;
}

export interface CallbackCall<R> extends MockedCall<R> {
  readonly token: TaskToken<R>;
}

type PartOf<A> = A extends readonly unknown[]
  ? A
  : A extends object
    ? { readonly [K in keyof A]?: PartOf<A[K]> }
    : A;
