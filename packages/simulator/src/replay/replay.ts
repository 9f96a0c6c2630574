import type { Json } from "@statewright/json-types";
import { memberOf } from "../json/json-object.ts";
import { replayExecution } from "./replay-execution.ts";
import { replayTestState } from "./replay-test-state.ts";
import type { Replay, ReplayOptions } from "./replayed.ts";

type Replayer = (document: Json, name: string, options: ReplayOptions) => Promise<Replay>;

/** One way of running each kind of recording again. */
const replayers: Readonly<Record<"execution" | "test-state", Replayer>> = {
  execution: replayExecution,
  "test-state": replayTestState,
};

/**
 * Runs a recording again and compares what happens with what was recorded, by the rules of `docs/replay.md`: ids and
 * types of events, their details and the outcome, where masks alone match other values.
 *
 * `document` is a parsed recording, `name` its id where it has none. Never throws for any document.
 *
 * @example
 * ```ts
 * const replayed = await replay(JSON.parse(text), "orders");
 * if (replayed.status === "different") replayed.difference; // { event: 7, path: "/details/output", … }
 * ```
 */
export function replay(document: Json, name: string, options: ReplayOptions = {}): Promise<Replay> {
  return replayers[kindOfRecording(document)](document, name, options);
}

/** An answer of TestState has an inspection level or names its type; everything else is an execution. */
function kindOfRecording(document: Json): "execution" | "test-state" {
  const features = memberOf(document, "features");
  const named = Array.isArray(features) && features.includes("type:TESTSTATE");
  return named || memberOf(document, "inspectionLevel") !== undefined ? "test-state" : "execution";
}
