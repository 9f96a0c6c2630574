import fc from "fast-check";
import { expect, test } from "vitest";
import { lambdaTask, runStates } from "../../../test/run-states.ts";
import { jsonText } from "../../json/json-text.ts";
import { batchesOf } from "./map-batches.ts";

const runs = process.env.STATEWRIGHT_DEEP === "1" ? 5_000 : 200;
const items = fc.array(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<string>, { maxLength: 40 });
const bytesOf = (value: unknown) => new TextEncoder().encode(jsonText(value as string)).length;

test("batches hold every item once and in order, within both limits, and close no earlier (R-DMAP-08)", () => {
  let batched = 0;
  fc.assert(
    fc.property(
      items,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 16, max: 400 }),
      fc.option(fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<string>, { nil: undefined }),
      (inputs, most, bytes, shared) => {
        const batches = batchesOf(inputs, shared, most, bytes) as unknown as readonly {
          readonly BatchInput?: unknown;
          readonly Items: readonly string[];
        }[];
        batched += batches.length;
        expect(batches.flatMap(({ Items }) => Items)).toEqual(inputs);
        for (const [index, batch] of batches.entries()) {
          const { length } = batch.Items;
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(most);
          if (length > 1) expect(bytesOf(batch)).toBeLessThanOrEqual(bytes); // one item alone may be over it
          const next = batches[index + 1]?.Items[0];
          if (next === undefined) continue;
          const longer = { ...batch, Items: [...batch.Items, next] };
          expect(length === most || bytesOf(longer) > bytes).toBe(true);
        }
      },
    ),
    { seed: 8, numRuns: runs },
  );
  expect(batched).toBeGreaterThan(runs);
  if (runs > 200) console.log(`batching: ${runs} runs, ${batched} batches`);
});

test("a Map Run fails exactly when more children fail than are tolerated (R-DMAP-09)", async () => {
  const ended = { SUCCEEDED: 0, FAILED: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
      fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
      fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      async (fails, count, percentage) => {
        const run = await runStates(
          {
            All: {
              Type: "Map",
              End: true,
              ...(count !== undefined && { ToleratedFailureCount: count }),
              ...(percentage !== undefined && { ToleratedFailurePercentage: percentage }),
              ItemProcessor: {
                ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
                StartAt: "Each",
                States: { Each: lambdaTask() },
              },
            },
          },
          {
            input: fails.map((_, index) => index),
            mocks: {
              states: { Each: fails.map((failing, index) => (failing ? { error: "E" } : { result: index })) },
            },
          },
        );
        const failed = fails.filter(Boolean).length;
        const untolerated = count === undefined && percentage === undefined && failed > 0;
        const over =
          untolerated ||
          (count !== undefined && failed > count) ||
          (percentage !== undefined && (failed / fails.length) * 100 > percentage);
        expect(run.status).toBe(over ? "FAILED" : "SUCCEEDED");
        ended[over ? "FAILED" : "SUCCEEDED"] += 1;
        const counts = run.mapRuns?.[0]?.executionCounts;
        const { pending = 0, running, succeeded = 0, failed: ones = 0, aborted = 0, total } = counts ?? {};
        expect(running).toBe(0);
        expect(pending + succeeded + ones + aborted).toBe(total);
        if (!over) expect(run.output).toEqual(fails.flatMap((failing, index) => (failing ? [] : [index])));
      },
    ),
    { seed: 9, numRuns: runs / 2 },
  );
  expect(Math.min(ended.SUCCEEDED, ended.FAILED)).toBeGreaterThan(runs / 10);
  if (runs > 200) console.log(`tolerance: ${JSON.stringify(ended)}`);
});
