import { fails, lambda, one, pass, paths, scope, type Trace, wait } from "./trace.ts";

const rows = (more: object, inner: Record<string, unknown> = one("P", pass)): Record<string, unknown> => ({
  Type: "Map",
  Items: [10, 20],
  ItemProcessor: inner,
  End: true,
  ...more,
});

/** Two iterations at once, the second of which fails after two seconds. */
const secondFails = {
  Call: [
    { when: 10, result: "a", durationSeconds: 5 },
    { when: 20, error: "E", cause: "c", durationSeconds: 2 },
  ],
};
const bothStarted = `
  2<0 MapStateEntered Each
  3<2 MapStateStarted length=2
  4<3 MapIterationStarted Each[0]
  5<3 MapIterationStarted Each[1]
  6<4 TaskStateEntered Call
  7<6 LambdaFunctionScheduled
  8<5 TaskStateEntered Call
  9<8 LambdaFunctionScheduled
  10<7 LambdaFunctionStarted
  11<9 LambdaFunctionStarted`;

export const inlineMaps: readonly Trace[] = [
  {
    title: "with MaxConcurrency 1 is strictly sequential; the next iteration points where the last one ended",
    rules: ["R-MAP-07", "R-HIST-20", "R-HIST-21", "R-HIST-22"],
    states: { Each: rows({ MaxConcurrency: 1 }) },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=2
      4<3 MapIterationStarted Each[0]
      5<4 PassStateEntered P
      6<5 PassStateExited P
      7<6 MapIterationSucceeded Each[0]
      8<6 MapIterationStarted Each[1]
      9<8 PassStateEntered P
      10<9 PassStateExited P
      11<10 MapIterationSucceeded Each[1]
      12<11 MapStateSucceeded
      13<11 MapStateExited Each
      14<13 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [10, 20] },
  },
  {
    title: "with MaxConcurrency 0 starts all iterations from MapStateStarted",
    rules: ["R-MAP-07", "R-HIST-21", "R-HIST-22"],
    states: { Each: rows({ MaxConcurrency: 0, Items: [1, 2, 3] }) },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=3
      4<3 MapIterationStarted Each[0]
      5<3 MapIterationStarted Each[1]
      6<3 MapIterationStarted Each[2]
      7<4 PassStateEntered P
      8<7 PassStateExited P
      9<5 PassStateEntered P
      10<9 PassStateExited P
      11<6 PassStateEntered P
      12<11 PassStateExited P
      13<8 MapIterationSucceeded Each[0]
      14<10 MapIterationSucceeded Each[1]
      15<12 MapIterationSucceeded Each[2]
      16<15 MapStateSucceeded
      17<15 MapStateExited Each
      18<17 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [1, 2, 3] },
  },
  {
    title:
      "with MaxConcurrency 2 starts the third item when one of two ends; the result keeps the order of items",
    rules: ["R-MAP-06", "R-MAP-07", "R-HIST-21"],
    states: { Each: rows({ MaxConcurrency: 2, Items: [10, 20, 30] }, one("Call", lambda())) },
    mocks: {
      Call: [
        { when: 10, result: "a", durationSeconds: 5 },
        { when: 20, result: "b", durationSeconds: 2 },
        { when: 30, result: "c", durationSeconds: 1 },
      ],
    },
    events: `
      ${bothStarted.trim().replace("length=2", "length=3")}
      @2
      12<11 LambdaFunctionSucceeded
      13<12 TaskStateExited Call
      14<13 MapIterationSucceeded Each[1]
      15<13 MapIterationStarted Each[2]
      16<15 TaskStateEntered Call
      17<16 LambdaFunctionScheduled
      18<17 LambdaFunctionStarted
      @3
      19<18 LambdaFunctionSucceeded
      20<19 TaskStateExited Call
      21<20 MapIterationSucceeded Each[2]
      @5
      22<10 LambdaFunctionSucceeded
      23<22 TaskStateExited Call
      24<23 MapIterationSucceeded Each[0]
      25<24 MapStateSucceeded
      26<24 MapStateExited Each
      27<26 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: ["a", "b", "c"] },
  },
  {
    title: "with more room than items runs them all at once, and ends with the last that ends",
    rules: ["R-MAP-06", "R-MAP-07", "R-HIST-22"],
    states: {
      Each: rows({ MaxConcurrency: 9 }, one("W", wait(0, { Seconds: "{% $states.input %}", End: true }))),
    },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=2
      4<3 MapIterationStarted Each[0]
      5<3 MapIterationStarted Each[1]
      6<4 WaitStateEntered W
      7<5 WaitStateEntered W
      @10
      8<6 WaitStateExited W
      9<8 MapIterationSucceeded Each[0]
      @20
      10<7 WaitStateExited W
      11<10 MapIterationSucceeded Each[1]
      12<11 MapStateSucceeded
      13<11 MapStateExited Each
      14<13 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [10, 20] },
  },
  {
    title: "ends its iterations of one instant in their order",
    rules: ["R-WAIT-01", "R-HIST-22"],
    states: { Each: rows({}, one("W", wait(7))) },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=2
      4<3 MapIterationStarted Each[0]
      5<3 MapIterationStarted Each[1]
      6<4 WaitStateEntered W
      7<5 WaitStateEntered W
      @7
      8<6 WaitStateExited W
      9<7 WaitStateExited W
      10<8 MapIterationSucceeded Each[0]
      11<9 MapIterationSucceeded Each[1]
      12<11 MapStateSucceeded
      13<11 MapStateExited Each
      14<13 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [10, 20] },
  },
  {
    title: "over no items has no iterations, and gives []",
    rules: ["R-MAP-06", "R-HIST-22"],
    states: { Each: rows({ Items: [] }) },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=0
      4<3 MapStateSucceeded
      5<3 MapStateExited Each
      6<5 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [] },
  },
  {
    title: "over an object iterates its properties, with their keys",
    rules: ["R-MAP-03", "R-CTX-01"],
    states: {
      Each: rows(
        { Items: { a: 1, b: 2 }, MaxConcurrency: 1 },
        one("P", { Type: "Pass", Output: "{% $states.context.Map.Item.Key & $states.input %}" }),
      ),
    },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=2
      4<3 MapIterationStarted Each[0]
      5<4 PassStateEntered P
      6<5 PassStateExited P
      7<6 MapIterationSucceeded Each[0]
      8<6 MapIterationStarted Each[1]
      9<8 PassStateEntered P
      10<9 PassStateExited P
      11<10 MapIterationSucceeded Each[1]
      12<11 MapStateSucceeded
      13<11 MapStateExited Each
      14<13 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: ["a1", "b2"] },
  },
  {
    title: "fails with the error of its iteration, and aborts the others",
    rules: ["R-MAP-08", "R-HIST-23", "R-ERR-20"],
    states: { Each: rows({}, one("Call", lambda())) },
    mocks: secondFails,
    events: `${bothStarted}
      @2
      12<11 LambdaFunctionFailed error=E
      13<12 MapIterationFailed Each[1]
      14<12 TaskStateAborted
      15<12 MapIterationAborted Each[0]
      16<12 MapStateFailed
      17<16 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "that is caught exits from MapStateFailed",
    rules: ["R-MAP-08", "R-HIST-23", "R-CATCH-02"],
    states: {
      Each: rows({ Catch: [{ ErrorEquals: ["E"], Next: "Mend" }] }, one("Call", lambda())),
      Mend: pass,
    },
    mocks: secondFails,
    events: `${bothStarted}
      @2
      12<11 LambdaFunctionFailed error=E
      13<12 MapIterationFailed Each[1]
      14<12 TaskStateAborted
      15<12 MapIterationAborted Each[0]
      16<12 MapStateFailed
      17<16 MapStateExited Each
      18<17 PassStateEntered Mend
      19<18 PassStateExited Mend
      20<19 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: { Error: "E", Cause: "c" } },
  },
  {
    title: "that is retried starts all items again, without MapStateFailed",
    rules: ["R-MAP-08", "R-RETRY-07", "R-HIST-24"],
    states: {
      Each: rows(
        { Items: [10], Retry: [{ ErrorEquals: ["E"], IntervalSeconds: 3, MaxAttempts: 1 }] },
        one("Call", lambda()),
      ),
    },
    mocks: { Call: [{ error: "E" }, { result: 1 }] },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=1
      4<3 MapIterationStarted Each[0]
      5<4 TaskStateEntered Call
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionFailed error=E
      9<8 MapIterationFailed Each[0]
      @3
      10<8 MapStateStarted length=1
      11<10 MapIterationStarted Each[0]
      12<11 TaskStateEntered Call
      13<12 LambdaFunctionScheduled
      14<13 LambdaFunctionStarted
      15<14 LambdaFunctionSucceeded
      16<15 TaskStateExited Call
      17<16 MapIterationSucceeded Each[0]
      18<17 MapStateSucceeded
      19<17 MapStateExited Each
      20<19 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [1] },
  },
  {
    title: "with MaxConcurrency 1 never starts what comes after the item that failed",
    rules: ["R-MAP-07", "R-MAP-08", "R-HIST-23"],
    states: { Each: rows({ MaxConcurrency: 1 }, one("No", fails("E", "c"))) },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=2
      4<3 MapIterationStarted Each[0]
      5<4 FailStateEntered No
      6<5 MapIterationFailed Each[0]
      7<5 MapStateFailed
      8<7 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "inside of a Map sees its own items only",
    rules: ["R-MAP-09", "R-CTX-03", "R-HIST-21", "R-HIST-22"],
    states: {
      Rows: rows(
        { Items: [[1, 2], [3]] },
        one("Cells", {
          Type: "Map",
          ItemProcessor: one("P", { Type: "Pass", Output: "{% $states.context.Map.Item.Index %}" }),
        }),
      ),
    },
    events: `
      2<0 MapStateEntered Rows
      3<2 MapStateStarted length=2
      4<3 MapIterationStarted Rows[0]
      5<3 MapIterationStarted Rows[1]
      6<4 MapStateEntered Cells
      7<6 MapStateStarted length=2
      8<5 MapStateEntered Cells
      9<8 MapStateStarted length=1
      10<7 MapIterationStarted Cells[0]
      11<7 MapIterationStarted Cells[1]
      12<9 MapIterationStarted Cells[0]
      13<10 PassStateEntered P
      14<13 PassStateExited P
      15<11 PassStateEntered P
      16<15 PassStateExited P
      17<12 PassStateEntered P
      18<17 PassStateExited P
      19<14 MapIterationSucceeded Cells[0]
      20<16 MapIterationSucceeded Cells[1]
      21<20 MapStateSucceeded
      22<20 MapStateExited Cells
      23<18 MapIterationSucceeded Cells[0]
      24<23 MapStateSucceeded
      25<23 MapStateExited Cells
      26<22 MapIterationSucceeded Rows[0]
      27<25 MapIterationSucceeded Rows[1]
      28<27 MapStateSucceeded
      29<27 MapStateExited Rows
      30<29 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [[0, 1], [0]] },
  },
  {
    title: "inside of a Map takes the Map around it down with it",
    rules: ["R-MAP-08", "R-HIST-23", "R-HIST-06"],
    states: {
      Rows: rows({ Items: [[1]] }, one("Cells", { Type: "Map", ItemProcessor: one("No", fails("E", "c")) })),
    },
    events: `
      2<0 MapStateEntered Rows
      3<2 MapStateStarted length=1
      4<3 MapIterationStarted Rows[0]
      5<4 MapStateEntered Cells
      6<5 MapStateStarted length=1
      7<6 MapIterationStarted Cells[0]
      8<7 FailStateEntered No
      9<8 MapIterationFailed Cells[0]
      10<8 MapStateFailed
      11<10 MapIterationFailed Rows[0]
      12<10 MapStateFailed
      13<12 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "over an ItemsPath that is no list fails with States.Runtime, which no catcher takes",
    rules: ["R-MAP-03", "R-ERR-12", "R-ERR-11"],
    top: paths,
    states: {
      Each: {
        Type: "Map",
        ItemsPath: "$.rows",
        ItemProcessor: one("P", pass),
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Mend" }],
        End: true,
      },
      Mend: pass,
    },
    input: { rows: 1 },
    events: `
      2<0 MapStateEntered Each
      3<2 ExecutionFailed error=States.Runtime`,
    ends: {
      status: "FAILED",
      error: "States.Runtime",
      cause:
        "An error occurred while executing the state 'Each' (entered at the event id #2). Reference path \"$.rows\" must point to array.",
    },
  },
  {
    title: "with Items that are no list fails before it starts; a catcher takes it",
    rules: ["R-HIST-11", "R-HIST-12", "R-JA-23", "R-JA-24"],
    states: {
      Each: rows({
        Items: "{% 1 %}",
        Catch: [{ ErrorEquals: ["States.QueryEvaluationError"], Output: 1, Next: "Mend" }],
      }),
      Mend: pass,
    },
    events: `
      2<0 MapStateEntered Each
      3<0 EvaluationFailed error=States.QueryEvaluationError
      4<3 MapStateFailed
      5<4 MapStateExited Each
      6<5 PassStateEntered Mend
      7<6 PassStateExited Mend
      8<7 ExecutionSucceeded`,
    shows: { 3: { location: "Items", state: "Each" } },
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "fails where an expression of an iteration fails",
    rules: ["R-HIST-11", "R-HIST-12", "R-JA-16"],
    states: { Each: rows({ Items: [1] }, one("P", { Type: "Pass", Output: "{% $states.input.no %}" })) },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=1
      4<3 MapIterationStarted Each[0]
      5<4 PassStateEntered P
      6<4 EvaluationFailed error=States.QueryEvaluationError
      7<6 MapIterationFailed Each[0]
      8<6 MapStateFailed
      9<8 ExecutionFailed error=States.QueryEvaluationError`,
    ends: {
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause:
        "An error occurred while executing the state 'P' (entered at the event id #5). The JSONata expression '$states.input.no' specified for the field 'Output' returned nothing (undefined).",
    },
  },
  {
    title: "goes on where one iteration catches its own error",
    rules: ["R-MAP-08", "R-CATCH-03", "R-HIST-22"],
    states: {
      Each: rows(
        { MaxConcurrency: 1 },
        scope({
          Call: lambda({ Catch: [{ ErrorEquals: ["E"], Output: "mended", Next: "P" }], Next: "P" }),
          P: pass,
        }),
      ),
    },
    mocks: { Call: [{ error: "E" }, { result: 2 }] },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=2
      4<3 MapIterationStarted Each[0]
      5<4 TaskStateEntered Call
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionFailed error=E
      9<8 TaskStateExited Call
      10<9 PassStateEntered P
      11<10 PassStateExited P
      12<11 MapIterationSucceeded Each[0]
      13<11 MapIterationStarted Each[1]
      14<13 TaskStateEntered Call
      15<14 LambdaFunctionScheduled
      16<15 LambdaFunctionStarted
      17<16 LambdaFunctionSucceeded
      18<17 TaskStateExited Call
      19<18 PassStateEntered P
      20<19 PassStateExited P
      21<20 MapIterationSucceeded Each[1]
      22<21 MapStateSucceeded
      23<21 MapStateExited Each
      24<23 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: ["mended", 2] },
  },
];
