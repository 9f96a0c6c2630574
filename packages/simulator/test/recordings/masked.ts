import type { Json } from "@statewright/json-types";
import { masksOf } from "../../src/replay/masks.ts";
import { matchJson } from "../../src/replay/match-json.ts";

/** Whether a value is the recorded one, where masks stand for anything. */
export interface MaskedValues {
  match(expected: Json, actual: Json): boolean;
}

export function maskedValues(placeholders: readonly string[] | null | undefined): MaskedValues {
  const masks = masksOf(placeholders ?? []);
  return { match: (expected, actual) => matchJson(expected, actual, masks).mismatch === undefined };
}
