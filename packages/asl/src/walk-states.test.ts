import { expect, test } from "vitest";
import { effectiveQueryLanguage, readMachine, walkScopes, walkStates } from "./index.ts";

const { machine } = readMachine({
  StartAt: "Both",
  States: {
    Both: {
      Type: "Parallel",
      Branches: [
        {
          StartAt: "L",
          States: {
            L: { Type: "Map", Iterator: { StartAt: "I", States: { I: { Type: "Succeed" } } }, End: true },
          },
        },
        { StartAt: "R", States: { R: { Type: "Succeed" } } },
      ],
      Next: "Done",
    },
    Done: { Type: "Succeed" },
  },
});
if (machine === undefined) throw new Error("no machine");

test("every state is visited once, outer ones before inner ones, in the order of the definition", () => {
  expect([...walkStates(machine)].map(({ pointer }) => pointer)).toEqual([
    "/States/Both",
    "/States/Both/Branches/0/States/L",
    "/States/Both/Branches/0/States/L/Iterator/States/I",
    "/States/Both/Branches/1/States/R",
    "/States/Done",
  ]);
});

test("a visit knows the states around it", () => {
  const inner = [...walkStates(machine)].find(({ name }) => name === "I");
  expect(inner?.within.map(({ name }) => name)).toEqual(["Both", "L"]);
});

test("every scope is visited", () => {
  expect([...walkScopes(machine)].map(({ pointer }) => pointer)).toEqual([
    "",
    "/States/Both/Branches/0",
    "/States/Both/Branches/1",
    "/States/Both/Branches/0/States/L/Iterator",
  ]);
});

test("the language of a state is its own, else the machine's (R-QL-01)", () => {
  expect(effectiveQueryLanguage({}, {})).toBe("JSONPath");
  expect(effectiveQueryLanguage({ QueryLanguage: "JSONata" }, {})).toBe("JSONata");
  expect(effectiveQueryLanguage({}, { QueryLanguage: "JSONata" })).toBe("JSONata");
});
