import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseMachine, type StateMachine } from "@statewright/asl";
import { prepare, type SimulateOptions, type Simulation, simulate, start } from "@statewright/simulator";
import { expect, test } from "vitest";
import { runOnVirtualClock } from "../src/driver/virtual-clock.ts";

const deep = process.env.STATEWRIGHT_DEEP === "1";

function parsed(text: unknown): StateMachine {
  const { machine } = parseMachine(JSON.stringify(text));
  if (machine === undefined) throw new Error("no machine");
  return machine;
}

function run(machine: unknown, options: SimulateOptions = {}): Promise<Simulation> {
  return simulate(parsed(machine), options);
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

test("one that never waits is refused as endless", { timeout: 600_000 }, async () => {
  const { program } = prepare(parsed(forever));
  if (program === undefined) throw new Error("no program");
  const identity = {
    ...start(program, { input: {}, startTime: 0 }).execution.identity,
    type: "EXPRESS",
  } as const;
  const limits = deep ? {} : { mostStill: 100_000 }; // of a user's run, a million
  const noCall = () => {
    throw new Error("a call");
  };
  const { finished } = await runOnVirtualClock(program, identity, noCall, noCall, limits);
  expect(finished).toMatchObject({ status: "REFUSED", diagnostics: [{ code: "simulate/endless" }] });
});

/** A Map of so many items in a process that ends with an error when its heap needs more than 150 MB. */
function mapOfItems(mode: "INLINE" | "STANDARD" | "EXPRESS", count: number): Record<string, unknown> {
  const limits = ["--max-old-space-size=142", "--max-semi-space-size=8"];
  const sources = ["--conditions=@statewright/source", "--import", "tsx"];
  const script = fileURLToPath(new URL("hostile/many-items.ts", import.meta.url));
  const run = spawnSync(process.execPath, [...limits, ...sources, script, mode, String(count)], {
    cwd: dirname(script),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const { megabytes, ...end } = JSON.parse(run.stdout) as Record<string, unknown>;
  console.log(`${mode}: ${count} items in a process of ${String(megabytes)} MB`);
  return end;
}

test("an inline Map of 100,000 items fails at the 25,000th event, in a heap of 150 MB (R-ERR-22)", () => {
  expect(mapOfItems("INLINE", 100_000)).toEqual({
    status: "FAILED",
    error: "States.Runtime",
    cause: "The execution reached the maximum number of history events (25000).",
    events: 25_000,
    last: "ExecutionFailed",
    results: 0,
    diagnostics: [],
  });
});

test.each(["STANDARD", "EXPRESS"] as const)(
  "a Distributed Map of many items with %s children ends with all results, in a heap of 150 MB",
  { timeout: 600_000 },
  (type) => {
    const count = deep ? 100_000 : 20_000;
    expect(mapOfItems(type, count)).toEqual({
      status: "SUCCEEDED",
      error: null,
      cause: null,
      events: 8, // of the execution itself: each child has a history of its own
      last: "ExecutionSucceeded",
      results: count,
      diagnostics: [],
    });
  },
);

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
