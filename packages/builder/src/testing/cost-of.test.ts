import { expect, test } from "vitest";
import { workflow } from "../index.ts";
import { simulate } from "../testing.ts";
import { costOf } from "./cost-of.ts";

const nap = workflow("nap").input<{ id: string }>().wait("Sleep", { seconds: 60 }).pass("Wake").end();

test("the cost of a simulated execution of a workflow, once and for a month", async () => {
  const run = await simulate(nap, { input: { id: "a" } });
  const once = costOf(nap, run);
  expect(once.standard.transitions).toBe(3);
  expect(once.dollars.standard).toBeCloseTo(0.000075, 12);
  const month = costOf(nap, run, { executions: 10_000, freeTier: true, starts: false, region: "sa-east-1" });
  expect(month.dollars.standard).toBeCloseTo((20_000 - 4000) * 0.0000375, 9);
  expect(month.express.billedMilliseconds).toBe(60_000);
});
