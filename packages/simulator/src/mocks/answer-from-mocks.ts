import type { Json } from "@statewright/json-types";
import type { Answer } from "../calls/answer.ts";
import { lambdaEnvelope } from "../calls/lambda-envelope.ts";
import type { CallTask } from "../execution/command.ts";
import { hashText, seededRandom } from "../json/seeded-random.ts";
import type { MockAnswer, MockAnswers, Mocks, Quantiles } from "./mocks.ts";

/** Gives the answer of the mocks to each call; remembers which entries of lists are used up. */
export type MockResponder = (call: CallTask) => Answer | undefined;

/** The entries of lists that have given their answer, by `states/<name>` or `resources/<key>`. */
export type UsedAnswers = Map<string, Set<number>>;

/** Makes the responder of one run; `seed` draws durations, the same for the same call in any order. */
export function respondFromMocks(mocks: Mocks, seed: number, used: UsedAnswers = new Map()): MockResponder {
  return (call) => {
    for (const { key, answers } of candidates(mocks, call)) {
      const found = pick(key, answers, call.arguments, used);
      if (found !== undefined) return answerOf(found, call, seed);
    }
    return undefined;
  };
}

interface Candidate {
  readonly key: string;
  readonly answers: MockAnswers;
}

function candidates(mocks: Mocks, call: CallTask): readonly Candidate[] {
  const names = [call.resource.arn];
  const { arguments: args } = call;
  if (
    args !== null &&
    typeof args === "object" &&
    !Array.isArray(args) &&
    Object.hasOwn(args, "FunctionName")
  ) {
    const name = (args as Readonly<Record<string, Json>>).FunctionName;
    if (typeof name === "string") names.unshift(name);
  }
  const { machine, state } = call;
  return [
    ...(machine === undefined ? [] : candidate("states", mocks.states, `${machine}/${state}`)),
    ...candidate("states", mocks.states, state),
    ...names.flatMap((name) => candidate("resources", mocks.resources, name)),
  ];
}

function candidate(place: string, answers: Mocks["states"], name: string): readonly Candidate[] {
  const found = own(answers, name);
  return found === undefined ? [] : [{ key: `${place}/${name}`, answers: found }];
}

function own(answers: Mocks["states"], name: string): MockAnswers | undefined {
  return answers !== undefined && Object.hasOwn(answers, name) ? answers[name] : undefined;
}

function pick(key: string, answers: MockAnswers, args: Json, used: UsedAnswers): MockAnswer | undefined {
  if (!isList(answers))
    return answers.when === undefined || contains(args, answers.when) ? answers : undefined;
  const gone = used.get(key) ?? new Set<number>();
  used.set(key, gone);
  const index = answers.findIndex(
    (answer, at) => !gone.has(at) && (answer.when === undefined || contains(args, answer.when)),
  );
  if (index >= 0) gone.add(index);
  return answers[index];
}

function isList(answers: MockAnswers): answers is readonly MockAnswer[] {
  return Array.isArray(answers);
}

/** Whether `value` has everything that `part` has; lists must be equal. */
function contains(value: Json, part: Json): boolean {
  if (part === null || typeof part !== "object") return value === part;
  if (value === null || typeof value !== "object" || Array.isArray(value) !== Array.isArray(part))
    return false;
  if (Array.isArray(part) && part.length !== (value as readonly Json[]).length) return false;
  const whole = value as Readonly<Record<string, Json>>;
  return Object.entries(part).every(
    ([key, inner]) => Object.hasOwn(whole, key) && contains(whole[key] as Json, inner as Json),
  );
}

function answerOf(mock: MockAnswer, call: CallTask, seed: number): Answer {
  const duration = durationOf(mock.durationSeconds, call.id, seed);
  const { pattern, resourceType, resource } = call.resource;
  const failure = mock.error === undefined ? undefined : failureOf(mock.error, mock.cause);
  if (pattern === "waitForTaskToken") {
    if (failure !== undefined) return { outcome: { afterSeconds: duration, ...failure } };
    const { callback } = mock;
    const submitted = { afterSeconds: duration, output: mock.envelope ?? mock.result ?? {} };
    if (callback === undefined) return { submitted };
    const sent =
      callback.error === undefined
        ? { result: callback.result ?? null }
        : failureOf(callback.error, callback.cause);
    return { submitted, outcome: { afterSeconds: mock.afterSeconds ?? 0, ...sent } };
  }
  const invokes = resourceType === "lambda" && resource === "invoke";
  const outcome = failure ?? {
    result: mock.envelope ?? (invokes ? lambdaEnvelope(mock.result ?? null) : (mock.result ?? null)),
  };
  if (pattern === "requestResponse") return { outcome: { afterSeconds: duration, ...outcome } };
  const refused =
    failure !== undefined && mock.error !== "States.TaskFailed" && mock.error !== "States.Timeout";
  if (refused) return { outcome: { afterSeconds: duration, ...outcome } };
  return { submitted: { afterSeconds: 0, output: {} }, outcome: { afterSeconds: duration, ...outcome } };
}

function failureOf(
  error: string,
  cause: string | undefined,
): { readonly error: string; readonly cause?: string } {
  return { error, ...(cause !== undefined && { cause }) };
}

/** Log-normal through the two quantiles; 1.645 is the 95 % point of the normal distribution. */
function durationOf(duration: number | Quantiles | undefined, id: string, seed: number): number {
  if (duration === undefined || typeof duration === "number") return duration ?? 0;
  const key = hashText(id, seed);
  const radius = Math.sqrt(-2 * Math.log(1 - seededRandom(key, 1)));
  const normal = radius * Math.cos(2 * Math.PI * seededRandom(key, 2));
  const seconds = duration.p50 * Math.exp((normal * Math.log(duration.p95 / duration.p50)) / 1.645);
  return Math.round(seconds * 1000) / 1000;
}
