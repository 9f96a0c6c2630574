import { machineToJson, readMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { simulate, testState } from "../src/index.ts";
import { type RandomMachine, randomMachine } from "./random/random-machine.ts";

vi.setConfig({ testTimeout: 300_000 });

const deep = Boolean(process.env.STATEWRIGHT_DEEP);

describe("a state tested alone", () => {
  test("gives what a run of it gives", async () => {
    let compared = 0;
    for (let seed = 1; seed <= (deep ? 4000 : 150); seed += 1)
      compared += await compareStates(randomMachine(seed));
    console.log(`states that give alone what they give in a run: ${compared}`);
    expect(compared).toBeGreaterThan(300);
  });

  test("is answered or refused, whatever is asked", () => {
    const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
    const names = [
      "Type",
      "End",
      "Next",
      "Choices",
      "Items",
      "Output",
      "Retry",
      "Catch",
      "Parameters",
      "Result",
    ];
    const types = ["Pass", "Task", "Choice", "Wait", "Map", "Parallel", "Succeed", "Fail", "No"];
    const definition = fc
      .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...names), json))
      .map(([Type, more]) => ({ ...more, Type, End: true }));
    const anything = fc.record(
      {
        definition,
        input: json,
        variables: json,
        context: json,
        mock: fc.record({ result: json, errorOutput: fc.constant({ error: "E" }) }, { requiredKeys: [] }),
        stateConfiguration: fc.record(
          { retrierRetryCount: fc.nat(), mapIterationFailureCount: fc.nat(), mapItemReaderData: json },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ["definition"] },
    );
    fc.assert(
      fc.property(anything, (request) => {
        const { status } = testState(request as unknown as Parameters<typeof testState>[0]);
        expect(["SUCCEEDED", "FAILED", "RETRIABLE", "CAUGHT_ERROR", "EXCEPTION", "REFUSED"]).toContain(
          status,
        );
      }),
      { numRuns: deep ? 100_000 : 1000 },
    );
  });
});

/** Every visit of a state at the top of the machine that needs no answer from outside. */
async function compareStates({ definition, input, mocks }: RandomMachine): Promise<number> {
  const { machine } = readMachine(definition);
  if (machine === undefined) return 0;
  const run = await simulate(machine, { input, mocks });
  let compared = 0;
  let variables: Record<string, Json> = {};
  const top = machine.States;
  for (const [index, event] of run.events.entries()) {
    const left = event.stateExitedEventDetails;
    if (typeof left?.name === "string" && Object.hasOwn(top, left.name)) {
      const assigned = (left.assignedVariables ?? {}) as unknown as Record<string, string>;
      for (const [name, value] of Object.entries(assigned))
        variables = { ...variables, [name]: JSON.parse(value) };
    }
    const entered = event.stateEnteredEventDetails;
    const exited = run.events[index + 1]?.stateExitedEventDetails;
    if (typeof entered?.name !== "string" || typeof entered.input !== "string") continue;
    const state = Object.hasOwn(top, entered.name) ? top[entered.name] : undefined;
    if (state === undefined || exited?.name !== entered.name || typeof exited.output !== "string") continue;
    if (state.Type === "Task" || state.Type === "Map" || state.Type === "Parallel") continue;
    // What the execution is called is another matter when a state is tested.
    const text = JSON.stringify(state);
    if (/context|\$\$|random|uuid|UUID|MathRandom|\$now|\$millis/i.test(text)) continue;
    const response = testState({
      definition: machineToJson(machine),
      stateName: entered.name,
      input: JSON.parse(entered.input),
      variables,
    });
    expect(response).toMatchObject({ status: "SUCCEEDED", output: JSON.parse(exited.output) });
    compared += 1;
  }
  return compared;
}
