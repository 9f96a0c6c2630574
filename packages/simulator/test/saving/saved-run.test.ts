import { execFileSync } from "node:child_process";
import { readMachine, type StateMachine, walkStates } from "@statewright/asl";
import { describe, expect, test } from "vitest";
import { type SavedRun, type SimulateOptions, type Simulation, simulate } from "../../src/index.ts";
import { featuresOf, newDistribution } from "../random/distribution.ts";
import { type RandomMachine, randomMachine } from "../random/random-machine.ts";
import { lambdaTask, machineOf } from "../run-states.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const from = Number(process.env.STATEWRIGHT_SEED ?? 1);

/** As it is when it comes from a file. */
const throughJson = (saved: SavedRun | undefined): SavedRun => JSON.parse(JSON.stringify(saved)) as SavedRun;

function ready(made: RandomMachine): { readonly machine: StateMachine; readonly options: SimulateOptions } {
  const { machine } = readMachine(made.definition);
  if (machine === undefined) throw new Error(`seed ${made.seed} gave no machine`);
  return { machine, options: { input: made.input, mocks: made.mocks, seed: made.seed % 4 } };
}

describe("a run that is saved and goes on ends as one that was not", () => {
  test("stopped after every step, in random machines", { timeout: 1_200_000 }, async () => {
    const machines = deep ? 5_000 : 250;
    const distribution = newDistribution();
    let stops = 0;
    for (let seed = from; seed < from + machines; seed += 1) {
      const made = randomMachine(seed);
      const { machine, options } = ready(made);
      const whole = await simulate(machine, options);
      let run = await simulate(machine, { ...options, steps: 0 });
      while (run.status === "RUNNING") {
        stops += 1;
        run = await simulate(machine, { mocks: made.mocks, resume: throughJson(run.saved), steps: 1 });
      }
      expect(run, `seed ${seed}`).toEqual(whole);
      distribution.add(featuresOf(made), whole.error ?? whole.status);
    }
    console.log([...distribution.lines(), `${stops} stops`].join("\n"));
    expect(distribution.share(({ cycle }) => cycle)).toBeGreaterThan(0.3);
    expect(distribution.share(({ container }) => container)).toBeGreaterThan(0.2);
    expect(distribution.share(({ variables }) => variables)).toBeGreaterThan(0.5);
  });

  test("stopped before any of its states, and each time it comes back to it", {
    timeout: 1_200_000,
  }, async () => {
    // 1256: children of a Map Run that end at the very instant of the stop.
    for (const seed of [...Array.from({ length: deep ? 2_000 : 120 }, (_, at) => from + at), 1256]) {
      const made = randomMachine(seed);
      const { machine, options } = ready(made);
      const whole = await simulate(machine, options);
      for (const { name } of walkStates(machine)) {
        const entered = enteredTimes(whole, name);
        let run = await simulate(machine, { ...options, until: name });
        let held = 0;
        for (; run.status === "RUNNING"; held += 1) {
          expect(enteredTimes(run, name)).toBe(held);
          run = await simulate(machine, { mocks: made.mocks, resume: throughJson(run.saved), until: name });
        }
        expect(held, `seed ${seed} ${name}`).toBe(entered);
        expect(run, `seed ${seed} ${name}`).toEqual(whole);
      }
    }
  });

  test("in another process", { timeout: 600_000 }, async () => {
    const stopped: { readonly seed: number; readonly saved: SavedRun; readonly whole: Simulation }[] = [];
    for (let seed = from; stopped.length < (deep ? 500 : 60); seed += 1) {
      const { machine, options } = ready(randomMachine(seed));
      const whole = await simulate(machine, options);
      const { saved } = await simulate(machine, { ...options, steps: 1 + (seed % 5) });
      if (saved !== undefined) stopped.push({ seed, saved, whole });
    }
    const script = new URL("./resume-elsewhere.ts", import.meta.url).pathname;
    const input = JSON.stringify(stopped.map(({ seed, saved }) => ({ seed, saved })));
    const flags = ["--conditions=@statewright/source", "--import", "tsx"];
    const cwd = new URL(".", import.meta.url).pathname;
    const printed = execFileSync(process.execPath, [...flags, script], { input, cwd, maxBuffer: 1e9 });
    const ended = JSON.parse(printed.toString()) as readonly Simulation[];
    for (const [index, { seed, whole }] of stopped.entries())
      expect(ended[index], `seed ${seed}`).toEqual(JSON.parse(JSON.stringify(whole)));
  });
});

function enteredTimes({ states }: Simulation, name: string): number {
  return states.filter((entered) => entered === name).length;
}

test("the same seed gives the same history", { timeout: 1_200_000 }, async () => {
  for (let seed = from; seed < from + (deep ? 5_000 : 300); seed += 1) {
    const { machine, options } = ready(randomMachine(seed));
    const first = await simulate(machine, options);
    expect(await simulate(machine, options), `seed ${seed}`).toEqual(first);
  }
});

describe("a saved run", () => {
  const machine = machineOf({
    Charge: { Type: "Wait", Seconds: 60, Next: "Call" },
    Call: lambdaTask(),
  });
  const mocks = { states: { Call: [{ result: 1 }] } };

  test("goes on with other mocks, and shows the state it stands before", async () => {
    const run = await simulate(machine, { input: { n: 1 }, until: "Call", name: "first", seed: 3 });
    expect(run).toMatchObject({
      status: "RUNNING",
      output: { n: 1 },
      states: ["Charge"],
      elapsedSeconds: 60,
    });
    const rest = await simulate(machine, { resume: throughJson(run.saved), mocks });
    expect(rest).toMatchObject({ status: "SUCCEEDED", output: 1, elapsedSeconds: 60 });
    expect(rest).toEqual(await simulate(machine, { input: { n: 1 }, name: "first", seed: 3, mocks }));
  });

  test("remembers which answers of a list are used up", async () => {
    const twice = machineOf({
      Call: { ...lambdaTask(), End: undefined, Next: "Again" },
      Again: lambdaTask(),
    });
    const resource = "arn:aws:lambda:us-east-1:111111111111:function:f";
    const lists = { resources: { [resource]: [{ result: 1 }, { result: 2 }] } };
    const run = await simulate(twice, { mocks: lists, until: "Again" });
    expect(await simulate(twice, { mocks: lists, resume: throughJson(run.saved) })).toMatchObject({
      output: 2,
    });
  });

  test("is refused by another machine, in another format, changed, or when it is none", async () => {
    const { saved } = await simulate(machine, { steps: 0 });
    const other = machineOf({ Call: lambdaTask() });
    const changed = throughJson(saved);
    const cyclic: Record<string, unknown> = { ...throughJson(saved) };
    cyclic.events = cyclic;
    const cases: readonly (readonly [StateMachine, unknown, string])[] = [
      [other, saved, "it was saved of another definition"],
      [machine, { ...changed, format: 2 }, "it has another format"],
      [machine, { ...changed, clock: { ...changed.clock, now: 0 } }, "it was changed after it was saved"],
      [machine, { format: 1, definition: changed.definition }, "it was changed after it was saved"],
      [machine, { ...cyclic }, "it was changed after it was saved"],
      [machine, { ...cyclic, checksum: "" }, "it was changed after it was saved"],
      [machine, null, "it is no saved run"],
      [machine, "{}", "it is no saved run"],
      [machine, [], "it has another format"],
    ];
    for (const [judge, document, problem] of cases) {
      const run = await simulate(judge, { mocks, resume: document as SavedRun });
      expect(run).toMatchObject({
        status: "REFUSED",
        events: [],
        diagnostics: [{ code: "simulate/saved-run" }],
      });
      expect(run.diagnostics[0]?.message).toContain(problem);
    }
  });

  test("is not there for a run that has ended, or waits for somebody to call back", async () => {
    expect(await simulate(machine, { mocks })).not.toHaveProperty("saved");
    const waits = machineOf({
      Ask: {
        Type: "Task",
        Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        Arguments: { MessageBody: "{% $states.context.Task.Token %}" },
        End: true,
      },
    });
    expect(await simulate(waits)).toMatchObject({ status: "WAITING" });
    expect(await simulate(waits)).not.toHaveProperty("saved");
  });
});
