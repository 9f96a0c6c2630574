import type { Diagnosis, EarlierFailure, FailureKind, Introduction } from "./diagnosis.ts";

/** What the next step is told from. */
export interface StepFacts {
  readonly kind: FailureKind;
  readonly state: string | null;
  readonly error: string | null;
  readonly pointer: string | null;
  readonly nearest?: string | undefined;
  readonly introducedBy?: Introduction | undefined;
  readonly recovery?: Diagnosis["recovery"] | undefined;
  readonly earlier?: EarlierFailure | undefined;
  readonly unassigned?: string | undefined;
  /** The state before it. */
  readonly before?: string | undefined;
}

/** What a person would do next, in one or two sentences. */
export function nextStep(facts: StepFacts): string {
  const near = facts.recovery?.nearly[0];
  const step = stepOf(facts);
  return near === undefined ? step : `${step} \`${near.name}\` at ${near.pointer} does not help: ${near.why}`;
}

function stepOf({
  kind,
  state,
  error,
  pointer,
  nearest,
  introducedBy,
  recovery,
  earlier,
  unassigned,
  before,
}: StepFacts): string {
  const at = pointer ?? `the state "${state ?? ""}"`;
  const from = sourceOf(introducedBy);
  switch (kind) {
    case "none":
      return "Nothing: the execution succeeded.";
    case "running":
      return "Wait until it ends, or fetch the whole history.";
    case "aborted":
      return "Find out who stopped it: the error and cause of StopExecution say so, if they were given.";
    case "execution-timeout":
      return `Find out why "${state ?? "a state"}" took so long, or raise \`TimeoutSeconds\` of the machine; give the task a timeout of its own.`;
    case "history-limit":
      return "Split the work: start child executions from a loop, or use a Distributed Map.";
    case "fail-state":
      return earlier === undefined
        ? `The machine fails on purpose in "${state ?? ""}": ${before === undefined ? "look at its input" : `look at what leads there from "${before}", and at the data that decided it`}.`
        : `The machine fails on purpose after "${earlier.state}" failed${earlier.error === null ? "" : ` with ${earlier.error}`}: repair that.`;
    case "expression":
    case "path":
    case "intrinsic":
      if (unassigned !== undefined)
        return `Assign \`$${unassigned}\` on every way that leads to "${state ?? ""}", or correct the name at ${at}.`;
      if (introducedBy === undefined)
        return `Correct the expression at ${at}; \`statewright eval\` tries it on this data.`;
      if (nearest !== undefined) return `Correct the name at ${at}: there is \`${nearest}\`.`;
      return `Correct the expression at ${at}, or change ${from} so that it gets what it needs; \`statewright eval\` tries it on this data.`;
    case "setting":
      if (nearest !== undefined) return `Correct the name at ${at}: there is \`${nearest}\`.`;
      return `Make sure that the value for ${at} is what belongs there: correct ${from}.`;
    case "no-choice":
      return `Add a \`Default\` or a rule for this value to ${at}, or correct ${from}.`;
    case "data-limit":
      return `Keep large data in S3 and pass its key on, or let "${state ?? ""}" keep less: ResultSelector, OutputPath or Output.`;
    case "timeout":
    case "heartbeat":
      return `Find out why the task was not done in time; then raise the limit at ${at}, or retry \`${error ?? "States.Timeout"}\`.`;
    case "callback-timeout":
      return "Find out why nobody sent the task token back: whether it stands in the arguments, arrived, and SendTaskSuccess was called.";
    case "permission":
      return `Allow the role of the machine what the cause names; "${state ?? ""}" calls ${at}.`;
    case "missing-resource":
      return `Check the name in the arguments of "${state ?? ""}": what it calls does not exist; create it or correct the name.`;
    case "throttled":
      return retried(
        recovery,
        `Retry \`${error ?? ""}\` with a \`BackoffRate\` and jitter, or lower how much runs at once.`,
      );
    case "service-fault":
      return retried(recovery, `Retry \`${error ?? ""}\`: it goes away by itself.`);
    case "bad-request":
      return `Correct the arguments at ${at}: the service refuses them for the reason in the cause.`;
    case "function-error":
      return retried(
        recovery,
        `Look at the function's log: the cause holds its error and stack. Retry or catch \`${error ?? ""}\` if it may happen.`,
      );
    case "function-timeout":
      return retried(
        recovery,
        "Find out in the function's log what took so long, or raise the time limit of the function itself: it is none of the machine's.",
      );
    case "child-failed":
      return "Diagnose the child execution: its ARN, error and cause stand in this cause.";
    case "reader":
      return `Correct what ${at} reads: the object, its format or the limits; the cause says what is wrong.`;
    case "writer":
      return `Check the bucket and the permission that ${at} writes with.`;
    case "tolerance":
      return `Look at the failed items of the Map Run (ListExecutions with its ARN), or raise the tolerance at ${at}.`;
    case "task-error":
      return retried(
        recovery,
        `Find out why the task failed: the cause is the service's. Catch \`${error ?? ""}\` if it may happen.`,
      );
  }
}

/** A retry that was used up is not to be added once more. */
function retried(recovery: Diagnosis["recovery"], step: string): string {
  if (recovery?.retrier === undefined) return step;
  if (recovery.retrier.maxAttempts === 0) return `It is never retried: \`MaxAttempts\` is 0. ${step}`;
  return `Its ${recovery.retrier.maxAttempts} retries were used up. ${step}`;
}

function sourceOf(from: Introduction | undefined): string {
  if (from === undefined) return "the data";
  if (from.state === null) return "the input of the execution";
  switch (from.as) {
    case "variable":
      return `the variable that "${from.state}" assigns`;
    case "item":
      return `the items of "${from.state}"`;
    case "result":
      return `what "${from.state}" is answered`;
    case "dropped":
      return `"${from.state}", which leaves it out,`;
    default:
      return `the output of "${from.state}"`;
  }
}
