import { readMachine } from "@statewright/asl";
import { describe, expect, test, vi } from "vitest";
import { type ServiceBehaviour, simulate } from "../../src/index.ts";
import { answersOf } from "./answer-from-recording.ts";
import { compareRun } from "./compare.ts";
import { type Recording, readRecordings, recordingsFolder } from "./recording.ts";

vi.setConfig({ testTimeout: 120_000 }); // large machines on busy computers

const folder = recordingsFolder();
const recordings = folder === undefined ? [] : readRecordings(folder);
if (folder === undefined) console.log("recordings: left out, the corpus is not there");

/** Nothing recorded says how these ended. */
const outside = (recording: Recording): boolean =>
  recording.features.includes("task:results-not-recorded") ||
  recording.id === "activities.activity_task_on_deleted";

describe.skipIf(folder === undefined)("executions recorded on AWS", () => {
  test("each is equal, event for event, or refused with a reason", async () => {
    const judged = recordings.filter((recording) => !outside(recording));
    const refused = new Map<string, number>();
    const differ: string[] = [];
    let equal = 0;
    for (const recording of judged) {
      const { status, reason, difference } = await replay(recording);
      if (status === "refused") refused.set(reason, (refused.get(reason) ?? 0) + 1);
      else if (difference === undefined) equal += 1;
      else differ.push(`${recording.id}: ${JSON.stringify(difference).slice(0, 900)}`);
    }
    const total = [...refused.values()].reduce((sum, count) => sum + count, 0);
    console.log(`recordings: ${equal} equal, ${total} refused, ${differ.length} differ, of ${judged.length}`);
    for (const [reason, count] of [...refused].sort(([, a], [, b]) => b - a))
      console.log(`  ${count} refused: ${reason}`);
    expect(differ).toEqual([]);
    expect(equal).toBeGreaterThan(500);
  });
});

/** All were made before Map took objects; the oldest, before there were redrives. */
function serviceOf({ expected }: Recording): ServiceBehaviour {
  const shown = JSON.stringify(expected);
  return { objectItems: false, redriveCount: shown.includes("RedriveCount") || !shown.includes('"RoleArn"') };
}

async function replay(recording: Recording): Promise<{
  readonly status: "refused" | "run";
  readonly reason: string;
  readonly difference: ReturnType<typeof compareRun>;
}> {
  const { machine, diagnostics } = readMachine(recording.definition);
  if (machine === undefined)
    return { status: "refused", reason: diagnostics[0]?.message ?? "", difference: undefined };
  const run = await simulate(machine, {
    input: recording.input,
    type: recording.type,
    responder: answersOf(recording),
    service: serviceOf(recording),
  });
  const reason = run.diagnostics[0]?.message.replaceAll(/^"[^"]*"/g, "a state") ?? "";
  if (run.status === "REFUSED") return { status: "refused", reason, difference: undefined };
  return { status: "run", reason: "", difference: compareRun(recording, run) };
}
