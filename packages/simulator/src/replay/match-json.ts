import { childPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Masks } from "./masks.ts";

/** The first place where two values differ. A side that has nothing there is `undefined`. */
export interface Mismatch {
  /** JSON Pointer into the value. */
  readonly path: string;
  readonly expected: Json | undefined;
  readonly actual: Json | undefined;
}

/** How a value compares with a recorded one. */
export interface Match {
  readonly mismatch?: Mismatch;
  /** Whether a mask had to stand for a value that is another one here. */
  readonly masked: boolean;
}

/**
 * Compares a value with a recorded one: equal values match, and what a mask stands for matches anything. Keys match
 * literally and in any order; 1 is 1.0.
 */
export function matchJson(expected: Json, actual: Json, masks: Masks): Match {
  const pending: Mismatch[] = [{ path: "", expected, actual }];
  let masked = false;
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const how = compareShallow(pair, masks);
    if (how === "masked") masked = true;
    else if (how === "other") return { mismatch: pair, masked };
    else if (how !== "equal") for (const pair of how) pending.push(pair);
  }
  return { masked };
}

function compareShallow(pair: Mismatch, masks: Masks): "equal" | "masked" | "other" | readonly Mismatch[] {
  const { expected, actual } = pair;
  if (expected === actual) return "equal";
  if (expected === undefined || actual === undefined) return "other";
  if (typeof expected === "string") {
    const masked = masks.isMask(expected) || (typeof actual === "string" && masks.fits(expected, actual));
    return masked ? "masked" : "other";
  }
  if (typeof expected !== "object" || typeof actual !== "object" || expected === null || actual === null)
    return "other";
  return Array.isArray(expected) === Array.isArray(actual) ? membersOf(pair, expected, actual) : "other";
}

/** The members of both, the first of them last: it is looked at next. */
function membersOf({ path }: Mismatch, expected: object, actual: object): readonly Mismatch[] {
  const keys = [
    ...Object.keys(expected),
    ...Object.keys(actual).filter((key) => !Object.hasOwn(expected, key)),
  ];
  return keys.reverse().map((key) => ({
    path: childPointer(path, key),
    expected: own(expected, key),
    actual: own(actual, key),
  }));
}

function own(holder: object, key: string): Json | undefined {
  return Object.hasOwn(holder, key) ? (holder as Readonly<Record<string, Json>>)[key] : undefined;
}
