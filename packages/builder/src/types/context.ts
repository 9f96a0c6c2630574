/**
 * The context object: what Step Functions says of the execution (R-CTX). Its parts have no names of their own, so
 * that the compiler's message of a misspelt field lists the fields there are.
 */
export interface Context {
  readonly Execution: {
    readonly Id: string;
    readonly Input: unknown;
    readonly Name: string;
    readonly RoleArn: string;
    readonly StartTime: string;
    readonly RedriveCount: number;
    readonly RedriveTime?: string;
  };
  readonly State: {
    readonly EnteredTime: string;
    readonly Name: string;
    readonly RetryCount: number;
  };
  readonly StateMachine: {
    readonly Id: string;
    readonly Name: string;
  };
}

/** What a handler of `catch` gets as its input: the name of the error and a text. */
export interface ErrorOutput<Names extends string = string> {
  readonly Error: Names;
  readonly Cause: string;
}
