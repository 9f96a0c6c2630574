import { type PathText, pathText, peek, report, skipBlanks } from "../json-path/parse/path-text.ts";
import type { PathProblem } from "../json-path/path-problem.ts";
import type { IntrinsicCall } from "./intrinsic-call.ts";
import { readCall } from "./parse/read-call.ts";

/** A call with what is wrong with it. */
export interface IntrinsicParse {
  /** Absent when the text is no call; a call of an unknown function is one. */
  readonly call?: IntrinsicCall;
  /** Empty when the call is fine. Without an `error` among them, the call can be evaluated. */
  readonly problems: readonly PathProblem[];
}

/**
 * Reads a call of an intrinsic function: its syntax, the functions and how many arguments they get, the nesting
 * of at most 10 calls, the escapes of its texts (R-INTR-01 to R-INTR-04).
 *
 * @example
 * ```ts
 * parseIntrinsic("States.Fromat('Order {}', $.id)").problems[0];
 * // → { kind: "unknown-function", severity: "error", message: "There is no intrinsic function `States.Fromat`.",
 * //     span: { start: 0, end: 13 }, nearest: "States.Format" }
 * ```
 * @throws Never, whatever the text.
 */
export function parseIntrinsic(text: string): IntrinsicParse {
  const source: PathText = pathText(text);
  skipBlanks(source);
  const call = readCall(source, 0);
  skipBlanks(source);
  const whole = call !== undefined && peek(source) === "";
  if (call !== undefined && !whole)
    report(source, "Nothing may follow the closing parenthesis.", source.at, source.end);
  return Object.freeze({ ...(whole && { call }), problems: Object.freeze(source.problems) });
}
