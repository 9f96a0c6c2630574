import { describe, expect, test } from "vitest";
import { lambdaTask, runStates, trace } from "../../../test/run-states.ts";

const echo = { Type: "Pass", End: true };
const exporting = { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "b", Prefix: "out" } };

function writing(
  writer: object,
  more: Record<string, unknown> = {},
  each: Record<string, unknown> = echo,
): Record<string, unknown> {
  return {
    All: {
      Type: "Map",
      End: true,
      Label: "Each",
      ResultWriter: writer,
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "Do",
        States: { Do: each },
      },
      ...more,
    },
  };
}

type Run = Awaited<ReturnType<typeof runStates>>;

/** The files that were written, by their last name; JSON is read, a line at a time in JSON Lines. */
function filesOf({ written = {} }: Run): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(written).map(([address, { text = "" }]) => {
      const lines = text.trimEnd().split("\n");
      const value = address.endsWith(".jsonl") ? lines.map((line) => JSON.parse(line)) : JSON.parse(text);
      return [address.slice(address.lastIndexOf("/") + 1), value];
    }),
  );
}

describe("a ResultWriter that exports", () => {
  test("gives the address of the manifest as the result; the history shows no writing (R-DMAP-12)", async () => {
    const run = await runStates(writing(exporting), { input: [1, 2] });
    const arn = run.mapRuns?.[0]?.mapRunArn ?? "";
    const uuid = arn.slice(arn.lastIndexOf(":") + 1);
    expect(run.output).toEqual({
      MapRunArn: arn,
      ResultWriterDetails: { Bucket: "b", Key: `out/${uuid}/manifest.json` },
    });
    expect(arn).toMatch(/^arn:aws:states:us-east-1:111111111111:mapRun:stateMachine\/Each:[0-9a-f-]{36}$/);
    expect(trace(run).slice(2)).toEqual([
      "4<3 MapRunStarted",
      "5<4 MapRunSucceeded",
      "6<5 MapStateSucceeded",
      "7<4 MapStateExited All",
      "8<7 ExecutionSucceeded",
    ]);
    expect(Object.keys(run.written ?? {})).toEqual([
      `s3://b/out/${uuid}/SUCCEEDED_0.json`,
      `s3://b/out/${uuid}/manifest.json`,
    ]);
    const size = new TextEncoder().encode(run.written?.[`s3://b/out/${uuid}/SUCCEEDED_0.json`]?.text).length;
    expect(filesOf(run)["manifest.json"]).toEqual({
      DestinationBucket: "b",
      MapRunArn: arn,
      ResultFiles: {
        FAILED: [],
        PENDING: [],
        SUCCEEDED: [{ Key: `out/${uuid}/SUCCEEDED_0.json`, Size: size }],
      },
    });
  });

  test("without a WriterConfig a result has the metadata of its execution (R-DMAP-12)", async () => {
    const mocks = { states: { Do: { result: { ok: "é" }, durationSeconds: 2 } } };
    const run = await runStates(writing(exporting, {}, lambdaTask()), { input: ["a"], mocks });
    const [child] = filesOf(run)["SUCCEEDED_0.json"] as [{ Name: string }];
    expect(child).toEqual({
      ExecutionArn: `arn:aws:states:us-east-1:111111111111:execution:stateMachine/Each:${child.Name}`,
      Input: '"a"',
      InputDetails: { Included: true },
      Name: child.Name,
      Output: '{"ok":"é"}',
      OutputDetails: { Included: true },
      RedriveCount: 0,
      RedriveStatus: "NOT_REDRIVABLE",
      RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
      StartDate: "2026-01-01T00:00:00.000Z",
      StateMachineArn: "arn:aws:states:us-east-1:111111111111:stateMachine:stateMachine/Each",
      Status: "SUCCEEDED",
      StopDate: "2026-01-01T00:00:02.000Z",
    });
  });

  test("COMPACT writes outputs alone, FLATTEN opens arrays, JSONL a line each (R-DMAP-12)", async () => {
    const input = [[1, 2], [], { a: 3 }, [[4]]];
    const written = async (WriterConfig: object) =>
      filesOf(await runStates(writing({ ...exporting, WriterConfig }), { input }));
    const compact = await written({ Transformation: "COMPACT" });
    expect(compact["SUCCEEDED_0.json"]).toEqual(input);
    const flat = await written({ Transformation: "FLATTEN", OutputType: "JSONL" });
    expect(flat["SUCCEEDED_0.jsonl"]).toEqual([1, 2, { a: 3 }, [4]]);
  });

  test("tolerated failures are written apart, with their metadata whatever the transformation (R-DMAP-12)", async () => {
    const mocks = { states: { Do: [{ error: "E", cause: "why" }, { result: 2 }] } };
    const writer = { ...exporting, WriterConfig: { Transformation: "COMPACT", OutputType: "JSON" } };
    const states = writing(writer, { ToleratedFailureCount: 1 }, lambdaTask());
    const run = await runStates(states, { input: [1, 2], mocks });
    expect(run.status).toBe("SUCCEEDED");
    const files = filesOf(run);
    expect(files["SUCCEEDED_0.json"]).toEqual([2]);
    expect(files["FAILED_0.json"]).toMatchObject([
      { Status: "FAILED", Error: "E", Cause: "why", Input: "1", RedriveStatus: "REDRIVABLE" },
    ]);
  });

  test("a Map Run that fails is written too: what had not started stands in PENDING (R-DMAP-12, R-DMAP-13)", async () => {
    const mocks = {
      states: {
        Do: [
          { result: 1 },
          { error: "E", durationSeconds: 1 },
          { result: 3, durationSeconds: 9 },
          { result: 4 },
        ],
      },
    };
    const states = writing(exporting, { MaxConcurrency: 2 }, lambdaTask());
    const run = await runStates(states, { input: [1, 2, 3, 4], mocks });
    expect(run).toMatchObject({ status: "FAILED", error: "States.ExceedToleratedFailureThreshold" });
    expect(run.elapsedSeconds).toBe(1);
    const statuses = (file: string) =>
      (filesOf(run)[file] as { Status: string; Input: string }[]).map(({ Status, Input }) => [Input, Status]);
    expect(statuses("SUCCEEDED_0.json")).toEqual([["1", "SUCCEEDED"]]);
    expect(statuses("FAILED_0.json")).toEqual([
      ["2", "FAILED"],
      ["3", "ABORTED"],
    ]);
    expect(statuses("PENDING_0.json")).toEqual([["4", "PENDING"]]);
    expect(run.mapRuns?.[0]).toMatchObject({
      status: "FAILED",
      executionCounts: {
        total: 4,
        succeeded: 1,
        failed: 1,
        aborted: 1,
        pending: 1,
        running: 0,
        resultsWritten: 3,
      },
    });
  });

  test("results over the payload limit can be exported, not returned (R-Q-01)", async () => {
    const input = Array(3).fill("x".repeat(80_000));
    const grown = { ...echo, Output: "{% $states.input & $states.input %}" };
    const returned = await runStates(writing({ WriterConfig: { Transformation: "COMPACT" } }, {}, grown), {
      input,
    });
    expect(returned.error).toBe("States.DataLimitExceeded");
    const exported = await runStates(writing(exporting, {}, grown), { input });
    expect(exported.status).toBe("SUCCEEDED");
  });

  test("what was written can be read by a later Map", async () => {
    const run = await runStates(
      {
        ...writing({ ...exporting, WriterConfig: { Transformation: "COMPACT", OutputType: "JSONL" } }),
        All: {
          ...(writing({ ...exporting, WriterConfig: { Transformation: "COMPACT", OutputType: "JSONL" } })
            .All as object),
          End: undefined,
          Next: "Again",
        },
        Again: {
          Type: "Map",
          End: true,
          ItemReader: {
            Resource: "arn:aws:states:::s3:getObject",
            ReaderConfig: { InputType: "JSONL" },
            Arguments: {
              Bucket: "{% $states.input.ResultWriterDetails.Bucket %}",
              Key: "{% $replace($states.input.ResultWriterDetails.Key, 'manifest.json', 'SUCCEEDED_0.jsonl') %}",
            },
          },
          ItemProcessor: {
            ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
            StartAt: "Echo",
            States: { Echo: echo },
          },
        },
      },
      { input: [{ a: 1 }, { a: 2 }] },
    );
    expect(run).toMatchObject({ status: "SUCCEEDED", output: [{ a: 1 }, { a: 2 }] });
  });

  test("a Bucket that is no text fails the Map Run, and can be caught (R-DMAP-12)", async () => {
    const writer = { ...exporting, Arguments: { Bucket: "{% $states.input[0] %}" } };
    const states = writing(writer, {
      Catch: [{ ErrorEquals: ["States.ResultWriterFailed"], Next: "Caught" }],
    });
    const run = await runStates({ ...states, Caught: echo }, { input: [1] });
    expect(run.states).toEqual(["All", "Caught"]);
    expect(trace(run)).toContain("5<4 MapRunFailed States.ResultWriterFailed");
  });

  test("a retry is a new Map Run with files of its own (R-DMAP-15)", async () => {
    const mocks = { states: { Do: [{ error: "E" }, { result: 1 }] } };
    const Retry = [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: 1 }];
    const run = await runStates(writing(exporting, { Retry }, lambdaTask()), { input: [1], mocks });
    expect(run.status).toBe("SUCCEEDED");
    expect(run.mapRuns?.map(({ status }) => status)).toEqual(["FAILED", "SUCCEEDED"]);
    expect(new Set(run.mapRuns?.map(({ mapRunArn }) => mapRunArn)).size).toBe(2);
    const manifests = Object.keys(run.written ?? {}).filter((address) => address.endsWith("/manifest.json"));
    expect(manifests).toHaveLength(2);
  });

  test("a run that is stopped and goes on writes the same", async () => {
    const options = { input: [1, 2, 3] };
    const states = writing(exporting, { MaxConcurrency: 1 }, { Type: "Wait", Seconds: 1, End: true });
    const whole = await runStates(states, options);
    for (let steps = 1; ; steps += 1) {
      const first = await runStates(states, { ...options, steps });
      if (first.saved === undefined) break;
      const resume = JSON.parse(JSON.stringify(first.saved));
      const rest = await runStates(states, { ...options, resume });
      expect(rest.written).toEqual(whole.written);
      expect(rest.mapRuns).toEqual(whole.mapRuns);
    }
  });
});

describe("a ResultWriter that exports nothing (R-DMAP-12)", () => {
  test("formats the result of the state", async () => {
    const result = async (Transformation: string) =>
      (await runStates(writing({ WriterConfig: { Transformation } }), { input: [[1], 2] })).output;
    expect(await result("COMPACT")).toEqual([[1], 2]);
    expect(await result("FLATTEN")).toEqual([1, 2]);
    expect(await result("NONE")).toMatchObject([
      { Status: "SUCCEEDED", Input: "[1]", Output: "[1]" },
      { Status: "SUCCEEDED", Input: "2", Output: "2" },
    ]);
  });

  test("JSON Lines as a result of the state is refused: what AWS gives is not known", async () => {
    const run = await runStates(
      writing({ WriterConfig: { Transformation: "COMPACT", OutputType: "JSONL" } }),
      {
        input: [1],
      },
    );
    expect(run.diagnostics[0]).toMatchObject({
      code: "simulate/unsupported",
      pointer: "/States/All/ResultWriter/WriterConfig/OutputType",
    });
  });
});
