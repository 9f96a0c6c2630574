import { readMachine } from "@statewright/asl";
import { describe, expect, test } from "vitest";
import {
  type MockAnswer,
  type MockAnswers,
  type Mocks,
  type SavedRun,
  type Simulation,
  simulate,
} from "../../src/index.ts";
import { randomMachine } from "../random/random-machine.ts";
import { lambdaTask, machineOf } from "../run-states.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const from = Number(process.env.STATEWRIGHT_SEED ?? 1);
const day = 86_400_000;
const startTime = Date.UTC(2026, 0, 1);

/** As it is when it comes from a file. */
const throughJson = (saved: SavedRun | undefined): SavedRun => JSON.parse(JSON.stringify(saved)) as SavedRun;

test("an execution that fails once at any of its tasks ends, redriven, as one that did not fail", {
  timeout: 1_200_000,
}, async () => {
  let redriven = 0;
  let refused = 0;
  for (let seed = from; seed < from + (deep ? 5_000 : 300); seed += 1) {
    const { definition, input, mocks } = randomMachine(seed);
    const { machine } = readMachine(definition);
    // An id that is made anew is another one, and so can be the name of a child of a Map Run.
    const text = JSON.stringify(definition);
    const named = text.includes('"DISTRIBUTED"') && text.includes("Execution.Name");
    if (machine === undefined || text.includes("UUID") || named) continue;
    const answers = { ...mocks, states: alwaysTheSame(mocks) };
    const whole = await simulate(machine, { input, mocks: answers, seed: seed % 3 });
    // A cause that was caught names the event of its state, which is a later one after a redrive.
    if (whole.status !== "SUCCEEDED" || JSON.stringify(whole.events).includes("event id #")) continue;
    for (const state of Object.keys(mocks.states ?? {})) {
      const once: Mocks = {
        ...answers,
        states: { ...answers.states, [state]: failingOnce(answers.states[state]) },
      };
      const options = { mocks: once, redrivable: true };
      const failed = await simulate(machine, { ...options, input, seed: seed % 3 });
      // What was caught went another way, where something else may have failed.
      if (failed.error !== "Injected" && failed.error !== "States.ExceedToleratedFailureThreshold") continue;
      const again = await simulate(machine, { ...options, redrive: throughJson(failed.saved) });
      if (again.status === "REFUSED") {
        expect(again.diagnostics, `seed ${seed} ${state}`).toMatchObject([{ code: "simulate/unsupported" }]);
        refused += 1;
        continue;
      }
      expect(outcomeOf(again), `seed ${seed} ${state}`).toEqual(outcomeOf(whole));
      expect(again.events.slice(0, failed.events.length)).toEqual(failed.events);
      expect(again.events.map(({ id }) => id)).toEqual(again.events.map((_, index) => index + 1));
      redriven += 1;
    }
  }
  console.log(`${redriven} redrives ended as the run that did not fail; ${refused} of Map Runs were refused`);
  expect(redriven).toBeGreaterThan(50);
});

/** Answers that do not depend on how often a state is called: what stands for a used-up list answers from the start. */
function alwaysTheSame({ states = {} }: Mocks): NonNullable<Mocks["states"]> {
  return Object.fromEntries(Object.entries(states).filter(([, answers]) => !Array.isArray(answers)));
}

/** One error, and then as often as it can be asked what is answered without it. */
function failingOnce(always: MockAnswers | undefined): readonly MockAnswer[] {
  return [{ error: "Injected" }, ...Array.from({ length: 100 }, () => always ?? []).flat()];
}

function outcomeOf({ status, output, error }: Simulation): unknown {
  return { status, output, error };
}

test("STANDARD children with several states are refused: AWS goes on inside of them", async () => {
  const children = (ExecutionType: string) =>
    machineOf({
      Each: {
        Type: "Map",
        Items: [1],
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType },
          StartAt: "First",
          States: { First: { Type: "Pass", Next: "Call" }, Call: lambdaTask() },
        },
        End: true,
      },
    });
  const mocks: Mocks = { states: { Call: [{ error: "E" }, { result: 1 }] } };
  const express = children("EXPRESS");
  const failed = await simulate(express, { mocks, redrivable: true });
  expect(await simulate(express, { mocks, redrive: throughJson(failed.saved) })).toMatchObject({
    output: [1],
  });
  const standard = children("STANDARD");
  const { saved } = await simulate(standard, { mocks, redrivable: true });
  expect(await simulate(standard, { mocks, redrive: throughJson(saved) })).toMatchObject({
    status: "REFUSED",
    diagnostics: [{ code: "simulate/unsupported", state: "Each", pointer: "/States/Each" }],
  });
});

test("a Map Run that is redriven is described as one, and exports its results anew (R-DMAP-12, R-DMAP-13)", async () => {
  const machine = machineOf({
    Each: {
      Type: "Map",
      Items: [1, 2, 3],
      MaxConcurrency: 1,
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "Call",
        States: { Call: lambdaTask() },
      },
      ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "b" } },
      End: true,
    },
  });
  const mocks: Mocks = {
    states: { Call: [{ result: "a" }, { error: "E" }, { result: "b" }, { result: "c" }] },
  };
  const failed = await simulate(machine, { mocks, redrivable: true });
  expect(failed.mapRuns).toMatchObject([{ status: "FAILED", redriveCount: 0 }]);
  const run = await simulate(machine, { mocks, redrive: throughJson(failed.saved) });
  expect(run.status).toBe("SUCCEEDED");
  expect(run.mapRuns).toMatchObject([
    {
      mapRunArn: failed.mapRuns?.[0]?.mapRunArn,
      startDate: failed.mapRuns?.[0]?.startDate,
      status: "SUCCEEDED",
      redriveCount: 1,
      executionCounts: { total: 3, succeeded: 3, failed: 0, resultsWritten: 3 },
    },
  ]);
  const { Bucket, Key } = (run.output as { ResultWriterDetails: { Bucket: string; Key: string } })
    .ResultWriterDetails;
  const read = (key: string) => JSON.parse(run.written?.[`s3://${Bucket}/${key}`]?.text ?? "") as unknown;
  const { ResultFiles } = read(Key) as { ResultFiles: Record<string, { Key: string }[]> };
  expect(ResultFiles).toMatchObject({ FAILED: [], PENDING: [] });
  const children = read(ResultFiles.SUCCEEDED?.[0]?.Key ?? "") as { Output: string; RedriveCount: number }[];
  expect(children.map(({ Output, RedriveCount }) => [Output, RedriveCount])).toEqual([
    ['"a"', 0],
    ['"b"', 1],
    ['"c"', 0],
  ]);
});

describe("what AWS does not redrive (R-ERR-26)", () => {
  const failing = machineOf({
    Rest: { Type: "Wait", Seconds: "{% $states.input.seconds %}", Next: "Call" },
    Call: lambdaTask(),
  });
  const mocks: Mocks = { states: { Call: [{ error: "E" }, { result: 1 }] } };

  async function failedAfter(seconds: number): Promise<SavedRun> {
    const run = await simulate(failing, { input: { seconds }, mocks, redrivable: true });
    expect(run).toMatchObject({ status: "FAILED", error: "E" });
    return throughJson(run.saved);
  }

  async function refusal(redrive: SavedRun, start: number): Promise<string> {
    const run = await simulate(failing, { mocks, redrive, start });
    expect(run).toMatchObject({
      status: "REFUSED",
      events: [],
      diagnostics: [{ code: "simulate/not-redrivable" }],
    });
    return run.diagnostics[0]?.message ?? "";
  }

  test("after more than 14 days; on the 14th it still does", async () => {
    const saved = await failedAfter(0);
    expect(await refusal(saved, startTime + 14 * day + 1)).toContain("it ended more than 14 days ago");
    expect(await simulate(failing, { mocks, redrive: saved, start: startTime + 14 * day })).toMatchObject({
      status: "SUCCEEDED",
      output: 1,
      elapsedSeconds: 14 * 86_400,
    });
  });

  test("a year after it was started", async () => {
    const saved = await failedAfter(360 * 86_400);
    expect(await refusal(saved, startTime + 365 * day)).toContain("a year ago");
    expect(await simulate(failing, { mocks, redrive: saved, start: startTime + 364 * day })).toMatchObject({
      status: "SUCCEEDED",
    });
  });

  test("what runs", async () => {
    const { saved } = await simulate(failing, { input: { seconds: 9 }, mocks, steps: 0 });
    expect(await refusal(throughJson(saved), startTime)).toContain("it has not ended");
  });

  test("with 24,999 events in its history", async () => {
    const loop = machineOf({
      A: { Type: "Pass", Next: "Test" },
      Test: { Type: "Choice", Choices: [{ Condition: true, Next: "A" }], Default: "A" },
    });
    const run = await simulate(loop, { redrivable: true });
    expect(run.events).toHaveLength(25_000);
    const again = await simulate(loop, { redrive: throughJson(run.saved) });
    expect(again.diagnostics[0]?.message).toContain("its history has 25000 events");
  });

  test("what succeeded, and what is EXPRESS: there is nothing to redrive", async () => {
    const fine = { states: { Call: { result: 1 } } };
    const input = { seconds: 0 };
    expect(await simulate(failing, { input, mocks: fine, redrivable: true })).not.toHaveProperty("saved");
    expect(await simulate(failing, { input, mocks, redrivable: true, type: "EXPRESS" })).not.toHaveProperty(
      "saved",
    );
  });

  test("before it ended", async () => {
    const saved = await failedAfter(60);
    const run = await simulate(failing, { mocks, redrive: saved, start: startTime });
    expect(run).toMatchObject({ status: "REFUSED", diagnostics: [{ code: "simulate/unusable-value" }] });
  });
});

test("a run that has ended is redriven, not resumed; without `redrivable` it is not kept", async () => {
  const machine = machineOf({ Call: lambdaTask() });
  const mocks: Mocks = { states: { Call: { error: "E" } } };
  const run = await simulate(machine, { mocks, redrivable: true });
  const resumed = await simulate(machine, { mocks, resume: throughJson(run.saved) });
  expect(resumed).toMatchObject({ status: "REFUSED", diagnostics: [{ code: "simulate/saved-run" }] });
  expect(await simulate(machine, { mocks })).not.toHaveProperty("saved");
});
