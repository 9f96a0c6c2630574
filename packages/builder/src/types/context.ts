/** The context object: what Step Functions says of the execution (R-CTX). */
export interface Context {
  readonly Execution: ExecutionContext;
  readonly State: StateContext;
  readonly StateMachine: StateMachineContext;
}

interface ExecutionContext {
  readonly Id: string;
  readonly Input: unknown;
  readonly Name: string;
  readonly RoleArn: string;
  readonly StartTime: string;
  readonly RedriveCount: number;
  readonly RedriveTime?: string;
}

interface StateContext {
  readonly EnteredTime: string;
  readonly Name: string;
  readonly RetryCount: number;
}

interface StateMachineContext {
  readonly Id: string;
  readonly Name: string;
}

/** What a handler of `catch` gets as its input: the name of the error and a text. */
export interface ErrorOutput {
  readonly Error: string;
  readonly Cause: string;
}
