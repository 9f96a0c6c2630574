import type { Origin } from "@statewright/compiler";
import { frozen } from "./frozen.ts";

type Called = (...args: never) => unknown;

/** V8's own members of `Error`, absent in other engines. */
interface StackTraces {
  stackTraceLimit?: number;
  captureStackTrace?(target: object, above: Called): void;
}

/**
 * Where the function that runs now, `called`, was called from: the line in the user's file.
 *
 * Absent in engines that do not tell, and where the frame has no file.
 */
export function callOrigin(called: Called): Origin | undefined {
  const traces = Error as StackTraces;
  if (!traces.captureStackTrace) return undefined;
  const limit = traces.stackTraceLimit;
  const holder: { stack?: unknown } = {};
  try {
    traces.stackTraceLimit = 1;
    traces.captureStackTrace(holder, called);
    return frameOrigin(String(holder.stack));
  } catch {
    // A program that froze `Error` or replaced its formatting: origins are a comfort, not a need.
    return undefined;
  } finally {
    if (limit === undefined) delete traces.stackTraceLimit;
    else traces.stackTraceLimit = limit;
  }
}

/** `    at Object.<anonymous> (file:///w/order.ts?tsx=1:9:13)` */
export function frameOrigin(stack: string): Origin | undefined {
  const frame = stack.split("\n").find((line) => /^\s*at /.test(line));
  const found = frame && /(?:\(|\bat (?:async )?)([^()]+?)(?:\?[^:()]*)?:(\d+):(\d+)\)?$/.exec(frame.trim());
  if (!found) return undefined;
  const [, file = "", line, column] = found;
  if (file.startsWith("node:") || file === "<anonymous>") return undefined;
  return frozen({ file, position: { line: Number(line) - 1, character: Number(column) - 1 } });
}
