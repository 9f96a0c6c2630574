import { parseMachine } from "@statewright/asl";
import { type SimulateOptions, type Simulation, simulate } from "@statewright/simulator";
import { expect, test } from "vitest";

const deep = process.env.STATEWRIGHT_DEEP === "1";
const call = "arn:aws:lambda:us-east-1:111111111111:function:call";

function run(machine: unknown, options: SimulateOptions = {}): Promise<Simulation> {
  const parsed = parseMachine(JSON.stringify(machine)).machine;
  if (parsed === undefined) throw new Error("no machine");
  return simulate(parsed, options);
}

const forever = {
  StartAt: "Again",
  States: {
    Again: { Type: "Pass", Next: "Check" },
    Check: {
      Type: "Choice",
      Choices: [{ Variable: "$.no", IsPresent: true, Next: "Done" }],
      Default: "Again",
    },
    Done: { Type: "Succeed" },
  },
};

test("a machine that loops for ever fails at the 25,000th event (R-ERR-22)", async () => {
  const { status, error, events } = await run(forever);
  expect({ status, error, events: events.length }).toEqual({
    status: "FAILED",
    error: "States.Runtime",
    events: 25_000,
  });
  expect(events.at(-1)?.type).toBe("ExecutionFailed");
});

test("an EXPRESS execution that waits in its loop ends after five minutes (R-Q-04)", async () => {
  const waiting = {
    ...forever,
    States: { ...forever.States, Again: { Type: "Wait", Seconds: 7, Next: "Check" } },
  };
  const { status, elapsedSeconds } = await run(waiting, { type: "EXPRESS" });
  expect({ status, elapsedSeconds }).toEqual({ status: "TIMED_OUT", elapsedSeconds: 300 });
});

test.runIf(deep)("one that never waits is refused as endless", { timeout: 600_000 }, async () => {
  const { status, diagnostics } = await run(forever, { type: "EXPRESS" });
  expect(status).toBe("REFUSED");
  expect(diagnostics.map(({ code }) => code)).toEqual(["simulate/endless"]);
});

function map(config: object, mode: object = {}): object {
  const States = { Call: { Type: "Task", Resource: call, End: true } };
  return {
    StartAt: "Each",
    States: {
      Each: { Type: "Map", ItemProcessor: { ...mode, StartAt: "Call", States }, ...config, End: true },
    },
  };
}

test("an inline Map of more items than the history has room for fails at the 25,000th event", async () => {
  const count = deep ? 60_000 : 6000; // as JSON, what fits in 256 KiB
  const input = Array.from({ length: count }, (_, index) => index % 10);
  const { status, error, events } = await run(map({}), { input, mocks: { states: { Call: { result: 1 } } } });
  expect({ status, error, events: events.length }).toEqual({
    status: "FAILED",
    error: "States.Runtime",
    events: 25_000,
  });
});

test("an input of 300 KB is refused", async () => {
  const { status, diagnostics } = await run(forever, { input: { text: "x".repeat(300_000) } });
  expect(status).toBe("REFUSED");
  expect(diagnostics.map(({ code }) => code)).toEqual(["simulate/unusable-value"]);
});

test("an input nested 100,000 levels deep is refused", async () => {
  const input = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`) as unknown;
  const { status, diagnostics } = await run(forever, { input });
  expect(status).toBe("REFUSED");
  expect(diagnostics.map(({ code }) => code)).toEqual(["simulate/unusable-value"]);
});

test("a Parallel of 1,000 branches gives their results in order (R-PAR-02)", async () => {
  const Branches = Array.from({ length: 1000 }, (_, index) => ({
    StartAt: `Branch${index}`,
    States: { [`Branch${index}`]: { Type: "Pass", Result: index, End: true } },
  }));
  const { status, output } = await run({
    StartAt: "All",
    States: { All: { Type: "Parallel", Branches, End: true } },
  });
  expect(status).toBe("SUCCEEDED");
  expect(output).toEqual(Array.from({ length: 1000 }, (_, index) => index));
});

test("a Wait of a year less a day passes at once", async () => {
  const Seconds = 364 * 86_400;
  const { status, elapsedSeconds } = await run({
    StartAt: "Year",
    States: { Year: { Type: "Wait", Seconds, End: true } },
  });
  expect({ status, elapsedSeconds }).toEqual({ status: "SUCCEEDED", elapsedSeconds: Seconds });
});
