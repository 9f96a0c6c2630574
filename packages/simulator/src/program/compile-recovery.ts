import type { Catcher, ErrorFields, Retrier } from "@statewright/asl";
import { optionalAssign, optionalPlace, optionalTemplate } from "./compile-fields.ts";
import type { CatcherPlan, RecoveryPlan, RetrierPlan } from "./plan-fields.ts";
import type { StateCompiling } from "./state-compiling.ts";

/** Compiles `Retry` and `Catch`. */
export function recoveryOf(state: StateCompiling, definition: ErrorFields): RecoveryPlan {
  return {
    retry: (definition.Retry ?? []).map((retrier, index) =>
      retrierOf(retrier, `${state.pointer}/Retry/${index}`),
    ),
    catchers: (definition.Catch ?? []).map((catcher, index) => catcherOf(state, catcher, index)),
  };
}

/** AWS's defaults: 1 second, 3 attempts, rate 2, no jitter (R-RETRY-01). */
function retrierOf(retrier: Retrier, pointer: string): RetrierPlan {
  return {
    pointer,
    errors: retrier.ErrorEquals,
    intervalSeconds: retrier.IntervalSeconds ?? 1,
    maxAttempts: retrier.MaxAttempts ?? 3,
    backoffRate: retrier.BackoffRate ?? 2,
    ...(retrier.MaxDelaySeconds !== undefined && { maxDelaySeconds: retrier.MaxDelaySeconds }),
    jitter: retrier.JitterStrategy === "FULL",
  };
}

function catcherOf(state: StateCompiling, catcher: Catcher, index: number): CatcherPlan {
  const field = `Catch[${index}]`;
  return {
    pointer: `${state.pointer}/Catch/${index}`,
    errors: catcher.ErrorEquals,
    next: catcher.Next,
    ...(state.jsonata && optionalTemplate(state, "output", catcher.Output, `${field}/Output`)),
    ...optionalAssign(state, catcher.Assign, `${field}/Assign`),
    ...optionalPlace(state, catcher.ResultPath, `${field}/ResultPath`),
  };
}
