import type { Json } from "@statewright/json-types";
import type { PathEnvironment } from "../json-path/evaluate/path-environment.ts";
import type { PathFailure } from "../json-path/evaluate/path-failure.ts";
import { PathMeter, PathStop, stopInvalid, stopUnsupported } from "../json-path/evaluate/path-meter.ts";
import { followPath } from "../json-path/evaluate-json-path.ts";
import { fittingArguments } from "./evaluate/argument-kinds.ts";
import { intrinsicEvaluators } from "./evaluate/registry.ts";
import type { IntrinsicArgument, IntrinsicCall } from "./intrinsic-call.ts";
import { argumentCounts, isIntrinsicName } from "./intrinsic-function.ts";
import { intrinsicFunctions } from "./intrinsic-functions.ts";

/** What a call can see: what a path can, and random numbers. */
export interface IntrinsicEnvironment extends PathEnvironment {
  /** A number from 0 to less than 1, for `States.MathRandom` and `States.UUID`. */
  random(): number;
}

/** The value of a call, or why it has none. */
export type IntrinsicEvaluation =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly failure: IntrinsicFailure };

/** Why a call has no value. */
export type IntrinsicFailure =
  /** An argument that is a path leads nowhere. */
  | (PathFailure & { readonly kind: "missing" })
  /** `invalid`: the service refuses the arguments as well; its words are not known. The others as of a path. */
  | { readonly kind: "invalid" | "budget" | "unsupported"; readonly what: string };

/**
 * Evaluates a call of an intrinsic function with the limits and oddities that were recorded on AWS: each number of
 * `States.MathAdd` is rounded, every character of the second text of `States.StringSplit` separates,
 * `States.Format` prints objects as Java does (R-INTR-05, data/intrinsics).
 *
 * @example
 * ```ts
 * const { call } = parseIntrinsic("States.MathAdd($.n, 1)");
 * call && evaluateIntrinsic(call, { document: { n: 1.5 }, context: () => ({}), variable: () => undefined, random: () => 0 });
 * // → { ok: true, value: 3 }
 * ```
 * @throws Never, whatever the call and the data.
 */
export function evaluateIntrinsic(
  call: IntrinsicCall,
  environment: IntrinsicEnvironment,
): IntrinsicEvaluation {
  try {
    return { ok: true, value: valueOfCall(call, environment, new PathMeter(environment.steps)) };
  } catch (stop) {
    if (stop instanceof MissingArgument) return { ok: false, failure: stop.failure };
    if (!(stop instanceof PathStop)) throw stop;
    return { ok: false, failure: { kind: stop.kind, what: stop.what } };
  }
}

/**
 * The cause that AWS gives where an argument leads nowhere. `text`: the whole outermost call as it was written;
 * `input`: the JSON text of what the path begins at.
 *
 * @example
 * ```ts
 * // → "The function 'States.Format('{}', $.no)' had the following error: The JsonPath argument for the field
 * //    '$.no' could not be found in the input '{}'"
 * ```
 */
export function missingArgumentText(text: string, path: string, input: string): string {
  return intrinsicErrorText(
    text,
    `The JsonPath argument for the field '${path}' could not be found in the input '${input}'`,
  );
}

/** The cause of a call that fails for another reason; how AWS words `what` is not known. */
export function intrinsicErrorText(text: string, what: string): string {
  return `The function '${text}' had the following error: ${what}`;
}

/** Carries a missing argument to the edge of the evaluation. */
class MissingArgument {
  readonly failure: PathFailure & { readonly kind: "missing" };

  constructor(failure: PathFailure & { readonly kind: "missing" }) {
    this.failure = failure;
  }
}

function valueOfCall(call: IntrinsicCall, environment: IntrinsicEnvironment, meter: PathMeter): Json {
  meter.step();
  if (!isIntrinsicName(call.name)) return stopInvalid(`There is no intrinsic function ${call.name}.`);
  const known = intrinsicFunctions[call.name];
  const { least, most = Number.POSITIVE_INFINITY } = argumentCounts(known);
  if (call.arguments.length < least || call.arguments.length > most) {
    return stopInvalid("The number of arguments is wrong.");
  }
  const args = call.arguments.map((argument) => valueOfArgument(argument, environment, meter));
  const site = { written: call.arguments, meter, random: () => environment.random() };
  return intrinsicEvaluators[call.name](fittingArguments(known, args), site);
}

/** Calls are nested at most as deep as they are read. */
function valueOfArgument(
  argument: IntrinsicArgument,
  environment: IntrinsicEnvironment,
  meter: PathMeter,
): Json {
  switch (argument.kind) {
    case "call":
      return valueOfCall(argument, environment, meter);
    case "null":
      return null;
    case "string":
      if (/\\[^'{}\\]/.test(argument.raw.replaceAll("\\\\", ""))) {
        return stopUnsupported("of a backslash where none is needed");
      }
      return argument.value;
    case "number":
    case "boolean":
      return argument.value;
    case "path": {
      const result = followPath(argument.path, environment, meter);
      if (result.ok) return result.value;
      if (result.failure.kind === "missing") throw new MissingArgument(result.failure);
      return stopUnsupported(result.failure.what);
    }
  }
}
