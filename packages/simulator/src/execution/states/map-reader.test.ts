import { describe, expect, test } from "vitest";
import { runStates, trace } from "../../../test/run-states.ts";
import type { ReaderObjects } from "../../readers/reader-object.ts";

const echo = { Type: "Pass", End: true };

function reading(config: object, more: Record<string, unknown> = {}, action = "getObject") {
  const given = action === "getObject" ? { Bucket: "b", Key: "k" } : { Bucket: "b", Prefix: "in/" };
  return {
    All: {
      Type: "Map",
      End: true,
      ItemReader: { Resource: `arn:aws:states:::s3:${action}`, ReaderConfig: config, Arguments: given },
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "Each",
        States: { Each: echo },
      },
      ...more,
    },
  };
}

const json = { InputType: "JSON" };
const csv = { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" };
const object = (content: ReaderObjects[string]): ReaderObjects => ({ "s3://b/k": content });

describe("a Distributed Map with a reader", () => {
  test("iterates what the reader reads; its state data has no items (R-DMAP-14, R-HIST-40)", async () => {
    const run = await runStates(reading(json), { readers: object({ json: [1, 2, 3] }) });
    expect(run).toMatchObject({ status: "SUCCEEDED", output: [1, 2, 3] });
    expect(trace(run)).toEqual([
      "2<0 MapStateEntered All",
      "3<2 MapStateStarted",
      "4<3 MapRunStarted",
      "5<4 MapRunSucceeded",
      "6<5 MapStateSucceeded",
      "7<4 MapStateExited All",
      "8<7 ExecutionSucceeded",
    ]);
  });

  test("MaxItems takes the first ones; 0 takes all (R-DMAP-07)", async () => {
    for (const [MaxItems, output] of [
      [2, [1, 2]],
      [0, [1, 2, 3]],
      [9, [1, 2, 3]],
    ] as const) {
      const run = await runStates(reading({ ...json, MaxItems }), { readers: object({ json: [1, 2, 3] }) });
      expect(run.output).toEqual(output);
    }
  });

  test("a negative MaxItems fails the Map Run (recorded)", async () => {
    const states = reading({ ...json, MaxItems: "{% $states.input.most %}" });
    const run = await runStates(states, { input: { most: -1 }, readers: object({ json: [1] }) });
    expect(run).toMatchObject({ error: "States.ItemReaderFailed", cause: "field MaxItems must be positive" });
    expect(trace(run).slice(-3)).toEqual([
      "5<4 MapRunFailed States.ItemReaderFailed",
      "6<5 MapStateFailed",
      "7<6 ExecutionFailed States.ItemReaderFailed",
    ]);
  });

  test("an object is iterated member by member, anything else fails (R-DMAP-06, R-MAP-03)", async () => {
    const selector = {
      ItemSelector: { k: "{% $states.context.Map.Item.Key %}", v: "{% $states.context.Map.Item.Value %}" },
    };
    const run = await runStates(reading(json, selector), { readers: object({ json: { a: 1, b: 2 } }) });
    expect(run.output).toEqual([
      { k: "a", v: 1 },
      { k: "b", v: 2 },
    ]);
    const number = await runStates(reading(json), { readers: object({ json: 7 }) });
    expect(number).toMatchObject({
      error: "States.ItemReaderFailed",
      cause: "Attempting to map over non-iterable node.",
    });
  });

  test("ItemsPointer selects a part of the document", async () => {
    const readers = object({ json: { orders: { open: ["x", "y"] } } });
    const run = await runStates(reading({ ...json, ItemsPointer: "/orders/open" }), { readers });
    expect(run.output).toEqual(["x", "y"]);
    const nowhere = await runStates(reading({ ...json, ItemsPointer: "/orders/closed" }), { readers });
    expect(nowhere.error).toBe("States.ItemReaderFailed");
  });

  test("its failure is caught and retried, each time by a new Map Run (R-DMAP-15)", async () => {
    const states = {
      ...reading(json, {
        Retry: [{ ErrorEquals: ["States.ItemReaderFailed"], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ["States.ItemReaderFailed"], Next: "Sorry" }],
      }),
      Sorry: { Type: "Pass", Output: "{% $states.input.Cause %}", End: true },
    };
    const run = await runStates(states, {
      readers: object({ error: "States.ItemReaderFailed", cause: "no" }),
    });
    expect(run.output).toBe("no");
    const runs = run.events
      .map(({ mapRunStartedEventDetails }) => mapRunStartedEventDetails?.mapRunArn)
      .filter((arn) => arn !== undefined);
    expect(new Set(runs).size).toBe(2);
  });

  test("an object that nothing is said of is refused, with the line to add", async () => {
    const run = await runStates(reading(json));
    expect(run.diagnostics).toMatchObject([
      { code: "simulate/no-object", state: "All", pointer: "/States/All" },
    ]);
    expect(run.diagnostics[0]?.help).toContain('"s3://b/k": { "file": "items.json" }');
  });

  test("a file that it cannot read is refused, by name", async () => {
    const run = await runStates(reading({ InputType: "PARQUET" }), { readers: object({ text: "PAR1" }) });
    expect(run.diagnostics).toMatchObject([{ code: "simulate/unsupported" }]);
  });

  test("Map.Item.Source says where an item comes from", async () => {
    const states = reading(json, { ItemSelector: { from: "{% $states.context.Map.Item.Source %}" } });
    const run = await runStates(states, { readers: object({ json: [1] }) });
    expect(run.output).toEqual([{ from: "S3://b/k" }]);
  });

  test("batches are made of what was read (R-DMAP-08)", async () => {
    const states = reading(json, { ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { x: 1 } } });
    const run = await runStates(states, { readers: object({ json: [1, 2, 3] }) });
    expect(run.output).toEqual([
      { BatchInput: { x: 1 }, Items: [1, 2] },
      { BatchInput: { x: 1 }, Items: [3] },
    ]);
  });
});

describe("what a reader reads", () => {
  const rows = async (text: string, config: object = csv) => {
    const run = await runStates(reading(config), { readers: object({ text }) });
    return run.output ?? run.cause;
  };

  test("CSV: every value is text, rows in their order (R-DMAP-05)", async () => {
    expect(await rows("a,b\n1,true\nnull,\n")).toEqual([
      { a: "1", b: "true" },
      { a: "null", b: "" },
    ]);
  });

  test("CSV: surplus fields go, missing ones are empty, an empty header is a key (recorded)", async () => {
    expect(await rows("H1,\nV4,V5,V6\n,,,\nN\n   \n")).toEqual([
      { "": "V5", H1: "V4" },
      { "": "", H1: "" },
      { "": "", H1: "N" },
      { "": "", H1: "   " },
    ]);
  });

  test("CSV: quotes, line breaks and backslashes (R-DMAP-05)", async () => {
    expect(await rows('a,b\n"x, ""y""","line\nbreak"\r\nc\\,d,\\n\\\\\n')).toEqual([
      { a: 'x, "y"', b: "line\nbreak" },
      { a: "c,d", b: "n\\" },
    ]);
  });

  test("CSV: given headers, another delimiter, duplicates", async () => {
    const given = {
      InputType: "CSV",
      CSVHeaderLocation: "GIVEN",
      CSVHeaders: ["x", "y"],
      CSVDelimiter: "PIPE",
    };
    expect(await rows("1|2\n3|4\n", given)).toEqual([
      { x: "1", y: "2" },
      { x: "3", y: "4" },
    ]);
    expect(await rows("a,a\n1,2\n")).toBe("CSV headers cannot contain duplicates.");
  });

  test("JSONL: an item a line", async () => {
    expect(await rows('{"a":1}\n\n[2]\n', { InputType: "JSONL" })).toEqual([{ a: 1 }, [2]]);
    expect(await rows('{"a":1}\nno\n', { InputType: "JSONL" })).toBe("Line 2 is not valid JSON.");
  });

  test("a listing has the object's metadata (R-DMAP-04); LOAD_AND_FLATTEN reads the objects", async () => {
    const readers = {
      "s3://b/in/2.jsonl": { text: '{"n":2}\n' },
      "s3://b/in/1.jsonl": { text: '{"n":0}\n{"n":1}\n' },
      "s3://b/out/3.jsonl": { text: "{}" },
    };
    const listed = await runStates(reading({}, {}, "listObjectsV2"), { readers });
    expect(listed.output).toMatchObject([
      { Key: "in/1.jsonl", Size: 16, StorageClass: "STANDARD" },
      { Key: "in/2.jsonl", Size: 8, StorageClass: "STANDARD" },
    ]);
    const load = { InputType: "JSONL", Transformation: "LOAD_AND_FLATTEN" };
    const loaded = await runStates(reading(load, {}, "listObjectsV2"), { readers });
    expect(loaded.output).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
  });

  test("manifests: an S3 inventory, and the files of an Athena query (R-DMAP-06)", async () => {
    const inventory = {
      destinationBucket: "arn:aws:s3:::inv",
      fileSchema: "Bucket, Key",
      files: [{ key: "1.csv" }],
    };
    const run = await runStates(reading({ ManifestType: "S3_INVENTORY" }), {
      readers: { "s3://b/k": { json: inventory }, "s3://inv/1.csv": { text: '"b","x.txt"\n' } },
    });
    expect(run.output).toEqual([{ Bucket: "b", Key: "x.txt" }]);
    const athena = { InputType: "JSONL", ManifestType: "ATHENA_DATA" };
    const data = await runStates(reading(athena), {
      readers: { "s3://b/k": { text: "s3://b/r1\n" }, "s3://b/r1": { text: '{"a":1}\n' } },
    });
    expect(data.output).toEqual([{ a: 1 }]);
  });
});
