import type { Json } from "@statewright/json-types";
import type { Answer, Outcome } from "../calls/answer.ts";
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
    const { machine, state, arguments: args } = call;
    const ofMachine = machine && pick("states", mocks.states, `${machine}/${state}`, args, used);
    const found =
      ofMachine ||
      pick("states", mocks.states, state, args, used) ||
      pickByResource(mocks.resources, call, used);
    return found && answerOf(found, call, seed);
  };
}

/** The function that `lambda:invoke` invokes comes before the resource. */
function pickByResource(
  resources: Mocks["resources"],
  call: CallTask,
  used: UsedAnswers,
): MockAnswer | undefined {
  if (resources === undefined) return undefined;
  const { arguments: args } = call;
  let found: MockAnswer | undefined;
  if (
    args !== null &&
    typeof args === "object" &&
    !Array.isArray(args) &&
    Object.hasOwn(args, "FunctionName")
  ) {
    const name = (args as Readonly<Record<string, Json>>).FunctionName;
    if (typeof name === "string") found = pick("resources", resources, name, args, used);
  }
  return found ?? pick("resources", resources, call.resource.arn, args, used);
}

function pick(
  place: "states" | "resources",
  mocks: Mocks["states"],
  name: string,
  args: Json,
  used: UsedAnswers,
): MockAnswer | undefined {
  const answers = mocks !== undefined && Object.hasOwn(mocks, name) ? mocks[name] : undefined;
  if (answers === undefined) return undefined;
  if (!isList(answers))
    return answers.when === undefined || contains(args, answers.when) ? answers : undefined;
  const key = `${place}/${name}`;
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
  const result = mock.envelope ?? (invokes ? lambdaEnvelope(mock.result ?? null) : (mock.result ?? null));
  const outcome: Outcome =
    failure === undefined ? { afterSeconds: duration, result } : { afterSeconds: duration, ...failure };
  if (pattern === "requestResponse") return { outcome };
  const refused =
    failure !== undefined && mock.error !== "States.TaskFailed" && mock.error !== "States.Timeout";
  if (refused) return { outcome };
  return { submitted: { afterSeconds: 0, output: {} }, outcome };
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
