import { coverage, simulate } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { trafficLight } from "./traffic-light.ts";

test("the light goes through its colours as often as asked", async () => {
  const run = await simulate(trafficLight, { input: { cycles: 3, greenSeconds: 30 } });
  expect(run.states.filter((state) => state === "Green")).toHaveLength(3);
  expect(run.elapsedSeconds).toBe(3 * (30 + 3 + 20));
  expect(run.output).toEqual({ light: "red", cyclesLeft: 0 });
});

afterAll(() => expect(coverage(trafficLight)).toBeComplete());
