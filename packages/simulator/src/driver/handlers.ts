import type { Json } from "@statewright/json-types";
import type { Answer, Outcome } from "../calls/answer.ts";
import { lambdaEnvelope } from "../calls/lambda-envelope.ts";
import type { TaskToken } from "../calls/task-token.ts";
import { unusableValue } from "../diagnostics/refusals.ts";
import type { CallTask } from "../execution/command.ts";
import { acceptExactJson } from "../json/exact-json.ts";
import { acceptJson, jsonText } from "../json/json-text.ts";

/** What a handler is told about the call it answers. */
export interface HandlerCall {
  readonly state: string;
  /** 0 at first, then the number of the retry. */
  readonly attempt: number;
  /** Where the state waits to be called back, or an activity works: what calls back. */
  readonly token?: TaskToken;
}

/**
 * Answers the calls of one state. What it returns is the result (of `lambda:invoke`, the function's); what it
 * throws is the task's error, by the error's `name`. For a task token it returns what the callback brings, or
 * nothing and calls back with `token`; nobody may ever.
 */
export type Handler = (args: Json, call: HandlerCall) => unknown;

/** Calls `whenOver` when a handler has worked too long in real time; gives what stops the watch. */
export type Patience = (whenOver: () => void) => () => void;

/** Asks a handler. Its arguments are a copy, so that it may change them. */
export function askHandler(
  handler: Handler,
  call: CallTask,
  token?: TaskToken,
  patience?: Patience,
): Answer | Promise<Answer> {
  const { state, attempt } = call;
  const args = handlerArguments(call);
  try {
    const result = handler(args, { state, attempt, ...(token !== undefined && { token }) });
    if (isPromise(result)) {
      const answer = Promise.resolve(result).then(
        (value) => succeeded(call, value),
        (error: unknown) => failed(call, error),
      );
      return patience === undefined ? answer : atMost(patience, answer, open(call));
    }
    return succeeded(call, result);
  } catch (error) {
    return failed(call, error);
  }
}

/** The call stays open when the handler takes longer than anybody waits for it: it may time out, as on AWS. */
function atMost(patience: Patience, answer: Promise<Answer>, instead: Answer): Promise<Answer> {
  return new Promise((resolve) => {
    const stop = patience(() => resolve(instead));
    answer.then((value) => {
      stop();
      resolve(value);
    });
  });
}

/** A handler stands for the function itself: of `lambda:invoke` it gets the payload. */
export function handlerArguments(call: CallTask): Json {
  const args = JSON.parse(jsonText(call.arguments)) as Json;
  if (!invokesLambda(call) || args === null || typeof args !== "object") return args;
  const fields = args as Readonly<Record<string, Json>>;
  return Object.hasOwn(fields, "Payload") ? (fields.Payload as Json) : {};
}

function invokesLambda({ resource }: CallTask): boolean {
  return resource.resourceType === "lambda" && resource.resource.startsWith("invoke");
}

function succeeded(call: CallTask, value: unknown): Answer {
  const { pattern } = call.resource;
  if (value === undefined && call.token !== undefined) return open(call);
  const copied = acceptExactJson(value);
  if (!copied.ok) {
    const { state, pointer } = call;
    const facts = { what: `What the handler of "${state}" returned`, problem: copied.problem };
    return { refused: unusableValue.at({ state, pointer }, facts) };
  }
  const result =
    invokesLambda(call) && pattern === "requestResponse" ? lambdaEnvelope(copied.value) : copied.value;
  const outcome: Outcome = { afterSeconds: 0, result };
  return pattern === "requestResponse" ? { outcome } : submitted(outcome);
}

function failed(call: CallTask, thrown: unknown): Answer {
  const outcome: Outcome = { afterSeconds: 0, ...describe(call, thrown) };
  return call.resource.pattern === "requestResponse" ? { outcome } : submitted(outcome);
}

/** Nobody has answered yet. */
function open(call: CallTask): Answer {
  return call.resource.pattern === "requestResponse" ? {} : submitted(undefined);
}

function submitted(outcome: Outcome | undefined): Answer {
  return { submitted: { afterSeconds: 0, output: {} }, ...(outcome !== undefined && { outcome }) };
}

/** Of a Lambda function the cause is JSON text, as its runtime makes it (R-INT-03); else it is the message. */
function describe(call: CallTask, thrown: unknown): { readonly error: string; readonly cause: string } {
  const error = thrown instanceof Error ? thrown.name : "Error";
  const message = thrown instanceof Error ? thrown.message : textOf(thrown);
  if (thrown instanceof Error && typeof thrown.cause === "string") return { error, cause: thrown.cause };
  const lambda = call.resource.kind === "lambda" || invokesLambda(call);
  return { error, cause: lambda ? JSON.stringify({ errorType: error, errorMessage: message }) : message };
}

function textOf(thrown: unknown): string {
  if (typeof thrown === "string") return thrown;
  const copied = acceptJson(thrown);
  return copied.ok ? jsonText(copied.value) : typeof thrown;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return value !== null && typeof value === "object" && "then" in value && typeof value.then === "function";
}
