// What a chain remembers of its tasks beside the states that jumps can reach: the testing kit types mocks with it.

/** A task of a workflow, in types only. `Answer` says how it is answered; see {@link AnswerBy}. */
export interface CalledTask<Name, Arguments, Result, Errors, Answer> {
  readonly task: Name;
  readonly arguments: Arguments;
  readonly result: Result;
  readonly errors: Errors;
  readonly answer: Answer;
  readonly called: CalledTask<Name, Arguments, Result, Errors, Answer>;
  readonly begin: never;
  readonly before: never;
}

/**
 * `result`: by the call itself; `token`: by whoever holds its task token; `execution`: by a nested workflow;
 * `started`: by the start of one.
 */
export type AnswerBy = "result" | "token" | "execution" | "started";
