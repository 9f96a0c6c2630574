import { describe, expect, test, vi } from "vitest";
import { type Replay, replay, summarizeReplays } from "../../src/index.ts";
import { readRecordings, recordingsFolder } from "./recording.ts";

vi.setConfig({ testTimeout: 120_000 }); // large machines on busy computers

const folder = recordingsFolder();
const recordings = folder === undefined ? [] : readRecordings(folder);
if (folder === undefined) console.log("recordings: left out, the corpus is not there");

describe.skipIf(folder === undefined)("executions recorded on AWS", () => {
  test("each is equal, event for event, or refused with a reason", async () => {
    const replays: Replay[] = [];
    for (const { document, recording } of recordings) replays.push(await replay(document, recording.id));
    const { match, differ, unsupported, outside, histories, outcomes, events } = summarizeReplays(replays);
    console.log(
      `recordings: ${match} equal, ${unsupported} refused, ${differ} differ, of ${recordings.length - outside}`,
    );
    console.log(
      `  histories ${histories.equal} of ${histories.of}, outcomes ${outcomes.equal} of ${outcomes.of}`,
    );
    console.log(`  events: ${events.compared} compared exactly, ${events.masked} masked`);
    const reasons = new Map<string, number>();
    for (const one of replays) {
      if (one.status !== "unsupported") continue;
      const reason = one.reason.replaceAll(/^"[^"]*"/g, "a state");
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    for (const [reason, count] of reasons) console.log(`  ${count} refused: ${reason}`);
    expect(replays.filter(({ status }) => status === "different" || status === "broken")).toEqual([]);
    expect(match).toBeGreaterThan(690);
    expect(outside).toBeLessThan(10);
  });
});
