import { readMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { diagnose, readHistory, simulate } from "../../src/index.ts";

// What fails in a run is what is told of its history, in branches and items too.

const bad = { Type: "Pass", Parameters: { "x.$": "$.missing" }, End: true };
const fine = { Type: "Pass", End: true };
const one = (state: Json) => ({ StartAt: "One", States: { One: state } });

type Case = readonly [name: string, states: Json, input: Json, pointer: string, inside: Json, from: Json];

const cases: readonly Case[] = [
  [
    "a branch of a Parallel",
    { Fan: { Type: "Parallel", Branches: [one(fine), { StartAt: "Two", States: { Two: bad } }], End: true } },
    { a: 1 },
    "/States/Fan/Branches/1/States/Two/Parameters/x.$",
    [{ state: "Fan" }],
    { state: null },
  ],
  [
    "an item of a Map in a branch",
    {
      Fan: {
        Type: "Parallel",
        Branches: [
          one(fine),
          {
            StartAt: "Each",
            States: {
              Each: {
                Type: "Map",
                ItemsPath: "$.list",
                MaxConcurrency: 1,
                ItemProcessor: { StartAt: "Item", States: { Item: bad } },
                End: true,
              },
            },
          },
        ],
        End: true,
      },
    },
    { list: [{ missing: 1 }, { mising: 2 }] },
    "/States/Fan/Branches/1/States/Each/ItemProcessor/States/Item/Parameters/x.$",
    [{ state: "Fan" }, { state: "Each", item: 1 }],
    { state: "Each", as: "item" },
  ],
  [
    "a state after a Map that made another value",
    {
      Each: { Type: "Map", ItemsPath: "$.list", ItemProcessor: one(fine), Next: "Use" },
      Use: { Type: "Pass", InputPath: "$.missing", End: true },
    },
    { list: [1, 2], missing: 3 },
    "/States/Use/InputPath",
    [],
    { state: "Each", as: "dropped" },
  ],
];

describe("what failed in a run is found in its history", () => {
  test.each(cases)("%s", async (_, states, input, pointer, inside, from) => {
    const { machine } = readMachine({ StartAt: Object.keys(states as object)[0] ?? "", States: states });
    if (machine === undefined) throw new Error("no machine");
    const { events, status } = await simulate(machine, { input });
    expect(status).toBe("FAILED");
    const read = readHistory({ events } as unknown as Json);
    expect(read.diagnostics).toEqual([]);
    expect(diagnose({ events: read.events, machine })).toMatchObject({
      kind: "path",
      pointer,
      inside,
      introducedBy: from,
    });
  });
});
