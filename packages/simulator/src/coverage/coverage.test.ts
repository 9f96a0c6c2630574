import { describe, expect, test } from "vitest";
import { lambdaTask, machineOf, runStates } from "../../test/run-states.ts";
import { coverageOf } from "./coverage.ts";
import { lcov } from "./lcov.ts";
import { printCoverage } from "./print-coverage.ts";

const next = (Next: string) => ({ End: undefined, Next });
const charge = {
  Charge: lambdaTask({
    ...next("Kind"),
    Retry: [{ ErrorEquals: ["Busy"] }, { ErrorEquals: ["States.Timeout"] }],
    Catch: [
      { ErrorEquals: ["Declined"], Next: "Done" },
      { ErrorEquals: ["States.ALL"], Next: "Done" },
    ],
  }),
  Kind: {
    Type: "Choice",
    Choices: [
      { Condition: "{% $states.input > 10 %}", Next: "Done" },
      { Condition: "{% $states.input > 5 %}", Next: "Done" },
    ],
    Default: "Done",
  },
  Done: { Type: "Succeed" },
};
const machine = machineOf(charge);

/** What is taken of the machine of `charge` when it is answered like this. */
async function takenBy(...answers: readonly object[]): Promise<readonly string[]> {
  const run = await runStates(charge, { mocks: { states: { Charge: answers } } });
  return coverageOf(machine, [run]).places.flatMap(({ state, what, taken }) =>
    taken === 0 ? [] : [`${state} ${what}`.trim()],
  );
}

describe("what is taken", () => {
  test("is the rule that was true, where two lead to one state (R-CHOICE-02)", async () => {
    expect(await takenBy({ result: 20 })).toContain("Kind Choices[0] → Done");
    expect(await takenBy({ result: 7 })).toEqual(["Charge", "Kind", "Kind Choices[1] → Done", "Done"]);
    expect(await takenBy({ result: 1 })).toContain("Kind Default → Done");
  });

  test("is the retrier that was used, and the catcher that took the error", async () => {
    expect(await takenBy({ error: "Busy" }, { error: "Declined" })).toEqual([
      "Charge",
      "Charge Retry[0] on Busy",
      "Charge Catch[0] on Declined → Done",
      "Done",
    ]);
    expect(await takenBy({ error: "Other" })).toContain("Charge Catch[1] on States.ALL → Done");
  });

  test("is not a retrier whose attempts are used up (R-RETRY-02)", async () => {
    const once = { A: lambdaTask({ Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 0 }] }) };
    const run = await runStates(once, { mocks: { states: { A: { error: "E" } } } });
    expect(coverageOf(machineOf(once), [run]).branches).toEqual({ taken: 0, of: 1, percent: 0 });
  });
});

describe("bodies", () => {
  const body = (mode: string) => ({
    Each: {
      Type: "Map",
      Items: "{% $states.input %}",
      ItemProcessor: {
        ProcessorConfig: { Mode: mode, ...(mode === "DISTRIBUTED" && { ExecutionType: "STANDARD" }) },
        StartAt: "Odd",
        States: {
          Odd: {
            Type: "Choice",
            Choices: [{ Condition: "{% $states.input % 2 = 1 %}", Next: "Yes" }],
            Default: "No",
          },
          Yes: { Type: "Pass", End: true },
          No: { Type: "Pass", End: true },
        },
      },
      End: true,
    },
  });

  test.each(["INLINE", "DISTRIBUTED"])("of a Map: what its items took is added up, %s", async (mode) => {
    const run = await runStates(body(mode), { input: [1, 3, 4] });
    const { places } = coverageOf(machineOf(body(mode)), [run]);
    expect(places.map(({ state, what, taken }) => [`${state} ${what}`.trim(), taken])).toEqual([
      ["Each", 1],
      ['Each items, from "Odd"', 3],
      ["Odd", 3],
      ["Odd Choices[0] → Yes", 2],
      ["Odd Default → No", 1],
      ["Yes", 2],
      ["No", 1],
    ]);
  });

  test("of a Map without items is not taken", async () => {
    const run = await runStates(body("INLINE"), { input: [] });
    expect(coverageOf(machineOf(body("INLINE")), [run]).branches).toMatchObject({ taken: 0, of: 3 });
  });

  test("of a Parallel are taken one by one", async () => {
    const branch = (name: string) => ({ StartAt: name, States: { [name]: { Type: "Pass", End: true } } });
    const both = { Both: { Type: "Parallel", Branches: [branch("A"), branch("B")], End: true } };
    const run = await runStates(both, { until: "B" });
    const { places } = coverageOf(machineOf(both), [run]);
    expect(places.filter(({ kind }) => kind === "branch").map(({ taken }) => taken)).toEqual([1, 0]);
  });
});

test("runs are added up", async () => {
  const runs = await Promise.all(
    [20, 7].map((result) => runStates(charge, { mocks: { states: { Charge: { result } } } })),
  );
  expect(coverageOf(machine, runs)).toMatchObject({
    states: { taken: 3, of: 3, percent: 100 },
    branches: { taken: 2, of: 7, percent: 28.5 },
  });
  expect(coverageOf(machine, [])).toMatchObject({ states: { taken: 0, of: 3, percent: 0 } });
});

describe("the report", () => {
  test("names what is missing with its line; branches of a state that is missing wait for it", async () => {
    const run = await runStates(charge, { mocks: { states: { Charge: { error: "Declined" } } } });
    const lines: Record<string, number> = { "": 1, "/States/Charge/Retry": 5, "/States/Kind": 9 };
    const lineOf = (pointer: string) =>
      lines[pointer] === undefined ? undefined : { file: "orders.asl.json", line: lines[pointer] };
    expect(printCoverage(coverageOf(machine, [run]), { name: "orders", lineOf })).toBe(
      [
        "orders: 2 of 3 states (66.6 %), 1 of 7 branches (14.2 %)",
        '  not taken  orders.asl.json:5  "Charge"  Retry[0] on Busy',
        '  not taken  orders.asl.json:5  "Charge"  Retry[1] on States.Timeout',
        '  not taken  orders.asl.json:1  "Charge"  Catch[1] on States.ALL → Done',
        '  not taken  orders.asl.json:9  "Kind"    and its 3 branches',
        "",
      ].join("\n"),
    );
  });

  test("shows names that would steer a terminal as text", async () => {
    const odd = machineOf({ "\u001b[2J": { Type: "Succeed" } });
    expect(printCoverage(coverageOf(odd, []), { name: "\u0007" })).not.toMatch(/\p{Cc}(?<!\n)/u);
  });

  test("as lcov: functions are states, a branch of a state that was never entered has no count", async () => {
    const run = await runStates(charge, {
      mocks: { states: { Charge: [{ error: "Busy" }, { error: "X" }] } },
    });
    const { places } = coverageOf(machine, [run]);
    const order = new Map(places.map(({ pointer }, index) => [pointer, index + 1]));
    const text = lcov({ places }, (pointer) => {
      const line = order.get(pointer);
      return line === undefined ? undefined : { file: "a.json", line };
    });
    expect(text.split("\n")).toEqual([
      ...["TN:", "SF:a.json"],
      ...["FN:1,Charge", "FN:6,Kind", "FN:10,Done", "FNDA:1,Charge", "FNDA:0,Kind", "FNDA:1,Done"],
      ...["FNF:3", "FNH:2"],
      ...["BRDA:2,0,0,1", "BRDA:3,0,1,0", "BRDA:4,0,2,0", "BRDA:5,0,3,1"],
      ...["BRDA:7,1,0,-", "BRDA:8,1,1,-", "BRDA:9,1,2,-", "BRF:7", "BRH:2"],
      ...[
        "DA:1,1",
        "DA:2,1",
        "DA:3,0",
        "DA:4,0",
        "DA:5,1",
        "DA:6,0",
        "DA:7,0",
        "DA:8,0",
        "DA:9,0",
        "DA:10,1",
      ],
      ...["LF:10", "LH:4", "end_of_record", ""],
    ]);
  });
});
