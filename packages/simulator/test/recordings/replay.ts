import { readMachine } from "@statewright/asl";
import { type ReaderObjects, type ServiceBehaviour, simulate } from "../../src/index.ts";
import { answersOf } from "./answer-from-recording.ts";
import { compareRun, type Difference } from "./compare.ts";
import type { Recording } from "./recording.ts";

/** What came of running a recorded machine again. */
export interface Replay {
  readonly status: "refused" | "run";
  readonly reason: string;
  readonly difference: Difference | undefined;
}

/** Nothing recorded says how these ended. */
export const outside = (recording: Recording): boolean =>
  recording.features.includes("task:results-not-recorded") ||
  recording.id === "activities.activity_task_on_deleted";

/** All were made before Map took objects; the oldest, before there were redrives. */
function serviceOf({ expected }: Recording): ServiceBehaviour {
  const shown = JSON.stringify(expected);
  return { objectItems: false, redriveCount: shown.includes("RedriveCount") || !shown.includes('"RoleArn"') };
}

/** The objects that its readers read. */
function objectsOf({ s3 }: Recording): ReaderObjects {
  return Object.fromEntries(
    (s3 ?? []).map(({ bucket, key, body }) => [`s3://${bucket}/${key}`, { text: body }]),
  );
}

/** Runs a recorded machine with the recorded answers and compares. */
export async function replay(recording: Recording): Promise<Replay> {
  const { machine, diagnostics } = readMachine(recording.definition);
  if (machine === undefined)
    return { status: "refused", reason: diagnostics[0]?.message ?? "", difference: undefined };
  const run = await simulate(machine, {
    input: recording.input,
    type: recording.type,
    responder: answersOf(recording),
    readers: objectsOf(recording),
    service: serviceOf(recording),
  });
  const reason = run.diagnostics[0]?.message.replaceAll(/^"[^"]*"/g, "a state") ?? "";
  if (run.status === "REFUSED") return { status: "refused", reason, difference: undefined };
  return { status: "run", reason: "", difference: compareRun(recording, run) };
}
