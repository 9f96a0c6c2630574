import { describe, expect, test, vi } from "vitest";
import { readRecordings, recordingsFolder } from "./recording.ts";
import { outside, replay } from "./replay.ts";

vi.setConfig({ testTimeout: 120_000 }); // large machines on busy computers

const folder = recordingsFolder();
const recordings = folder === undefined ? [] : readRecordings(folder);
if (folder === undefined) console.log("recordings: left out, the corpus is not there");

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
    expect(equal).toBeGreaterThan(690);
  });
});
