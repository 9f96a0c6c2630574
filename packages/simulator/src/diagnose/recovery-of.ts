import type { Catcher, Retrier, StateVisit } from "@statewright/asl";
import { childPointer, type JsonPointer, nearestName } from "@statewright/diagnostics";
import { matches } from "../execution/recovery.ts";
import type { Visit } from "../history/visits.ts";
import type { Recovery } from "./diagnosis.ts";

const calls = /^(Task|LambdaFunction|Activity)Scheduled$|^(Map|Parallel)StateStarted$/;

/** What `Retry` did for a failed visit, and what in `Retry` and `Catch`, also around it, nearly took the error. */
export function recoveryOf(visit: Visit, place: StateVisit | undefined, error: string): Recovery {
  const levels = place === undefined ? [] : [place, ...place.within.toReversed()];
  const nearly = levels.flatMap((one) => [
    ...nearlyIn(retriersOf(one), childPointer(one.pointer, "Retry"), error),
    ...nearlyIn(catchersOf(one), childPointer(one.pointer, "Catch"), error),
  ]);
  let at: Visit | undefined = visit;
  for (const level of levels) {
    const retry = retriersOf(level);
    const index = retry.findIndex(({ ErrorEquals }) => matches(ErrorEquals, { error, event: 0 }));
    const retrier = retry[index];
    if (retrier !== undefined && at !== undefined) {
      const pointer = childPointer(level.pointer, "Retry", index);
      const maxAttempts = retrier.MaxAttempts ?? 3;
      return { attempts: attemptsOf(at), retrier: { pointer, maxAttempts }, nearly: nearly.slice(0, 10) };
    }
    at = at?.around;
  }
  return { attempts: attemptsOf(visit), nearly: nearly.slice(0, 10) };
}

/** Calls of the state, the first included. */
function attemptsOf({ events }: Visit): number {
  return Math.max(1, events.filter(({ type }) => calls.test(type)).length);
}

function retriersOf({ state }: StateVisit): readonly Retrier[] {
  return ("Retry" in state && state.Retry) || [];
}

function catchersOf({ state }: StateVisit): readonly Catcher[] {
  return ("Catch" in state && state.Catch) || [];
}

function nearlyIn(
  rules: readonly { readonly ErrorEquals: readonly string[] }[],
  at: JsonPointer,
  error: string,
): Recovery["nearly"] {
  return rules.flatMap(({ ErrorEquals }, index) =>
    ErrorEquals.flatMap((name, position) => {
      const why = whyNot(name, error);
      return why === undefined
        ? []
        : [{ pointer: childPointer(at, index, "ErrorEquals", position), name, why }];
    }),
  );
}

/** Why a name that looks as if it took an error does not (R-ERR-01, R-ERR-11 to R-ERR-15). */
function whyNot(name: string, error: string): string | undefined {
  if (name === error) {
    return error === "States.Runtime"
      ? "`States.Runtime` is never retried or caught, even by its name."
      : undefined;
  }
  if (name === "States.ALL" || name === "States.TaskFailed") {
    if (error === "States.Runtime") return `\`${name}\` does not take \`States.Runtime\`: nothing does.`;
    if (error === "States.DataLimitExceeded")
      return `\`${name}\` does not take a state's own output that is too large.`;
    if (name === "States.TaskFailed" && error === "States.Timeout")
      return "`States.TaskFailed` takes every error but timeouts.";
    return undefined;
  }
  if (name === "States.HeartbeatTimeout" && error === "States.Timeout")
    return "`States.HeartbeatTimeout` takes a missed heartbeat, and not the timeout.";
  if (name.toLowerCase() === error.toLowerCase())
    return "It differs in case: names of errors match to the letter.";
  if (error.endsWith(`.${name}`)) return `The service's prefix is missing: the error is \`${error}\`.`;
  if (name.split(".").at(-1)?.toLowerCase() === error.split(".").at(-1)?.toLowerCase())
    return `It has another prefix: the error is \`${error}\`.`;
  return nearestName(error, [name]) === undefined
    ? undefined
    : `It is spelt in another way: the error is \`${error}\`.`;
}
