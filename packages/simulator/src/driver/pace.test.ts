import { expect, test } from "vitest";
import { lambdaTask, machineOf } from "../../test/run-states.ts";
import { simulate } from "./simulate.ts";

// With a pace a run waits as long as it says; the waiting itself is handed in.

const { End: _, ...callThen } = lambdaTask();
const machine = machineOf({
  Rest: { Type: "Wait", Seconds: 60, Next: "Call" },
  Call: { ...callThen, Next: "Again" },
  Again: { Type: "Wait", Seconds: 5, End: true },
});
const mocks = { states: { Call: { result: 1, durationSeconds: 2 } } };

test("each time that passes is waited for, once, and the history is that without a pace", async () => {
  const waited: number[] = [];
  const pace = { wait: async (milliseconds: number) => waited.push(milliseconds) };
  const run = await simulate(machine, { mocks, pace });
  expect(waited).toEqual([60_000, 2_000, 5_000]);
  expect(run).toEqual(await simulate(machine, { mocks }));
});

test("a call is made when it is time for it", async () => {
  const happened: string[] = [];
  const pace = { wait: async (milliseconds: number) => happened.push(`${milliseconds} ms`) };
  await simulate(machine, { mocks, pace, onCall: ({ state }) => happened.push(state) });
  expect(happened).toEqual(["60000 ms", "Call", "2000 ms", "5000 ms"]);
});

test.each(["says so", "rejects what waits"])(
  "a signal that %s stops the run, which can be resumed",
  async (how) => {
    const signal = { aborted: false };
    const wait = async (milliseconds: number) => {
      if (milliseconds !== 2_000) return;
      if (how === "rejects what waits") throw new Error("aborted");
      signal.aborted = true;
    };
    const stopped = await simulate(machine, { mocks, pace: { wait, signal } });
    expect(stopped).toMatchObject({ status: "RUNNING", elapsedSeconds: 60 });
    const { saved: resume } = stopped;
    if (resume === undefined) throw new Error("it is not saved");
    expect((await simulate(machine, { mocks, resume })).events).toEqual(
      (await simulate(machine, { mocks })).events,
    );
  },
);
