import type { Json } from "@statewright/json-types";
import { memberOf } from "../json/json-object.ts";
import type { Replay } from "./replayed.ts";

/** Answers of TestState are recognised, and refused: nothing here answers them yet. */
export async function replayTestState(document: Json, name: string): Promise<Replay> {
  const id = memberOf(document, "id");
  return {
    id: typeof id === "string" ? id : name,
    status: "unsupported",
    judge: "test-state",
    reason: "It is an answer of TestState, which cannot be run again yet.",
  };
}
