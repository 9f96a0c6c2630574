import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../test/check.ts";
import { fields, listOf, number, text } from "../../test/schemas.ts";
import { type Hover, hoverAt } from "./hover.ts";

// What an editor shows at a place: what it yields, what can be read there, who wrote it.

const input = fields({ id: text, items: listOf(fields({ price: number })) });

const priced = check(
  `"Price": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:price",
     "Assign": { "tax": 7 }, "Output": { "total": "{% $states.result.sum %}", "id": "{% $states.input.id %}" },
     "Catch": [{ "ErrorEquals": ["Full"], "Assign": { "tax": 0 }, "Output": { "total": 0, "id": "none" }, "Next": "Charge" }],
     "Next": "Charge" },
   "Charge": { "Type": "Pass", "Output": { "amount": "{% $states.input.total + $tax %}" }, "Next": "Stop" },
   "Stop": { "Type": "Succeed" },
   "Lost": { "Type": "Succeed", "Output": "{% 1 %}" }`,
  ["error transition/unreachable"],
  { types: { input, states: { "/States/Price": { result: fields({ sum: number }) } } } },
);

function reads(hover: Hover | undefined) {
  return Object.fromEntries((hover?.reads ?? []).map(({ name, text }) => [name, text]));
}

test("an expression: what it yields, what it can read, and the states that wrote each field", () => {
  const hover = hoverAt(priced, "/States/Charge/Output/amount");
  expect(hover).toMatchObject({ kind: "place", state: "Charge", reached: true, yields: { text: "number" } });
  expect(reads(hover)).toMatchObject({ "$states.input": "{ total: number, id: string }", $tax: "7 | 0" });
  const [read] = hover?.reads ?? [];
  expect(read?.from.map(({ path, from }) => `${path} ← ${from.pointer}`)).toEqual([
    "$states.input.total ← /States/Price/Output/total",
    "$states.input.id ← /States/Price/Output/id",
  ]);
});

test("a variable: every Assign that can have set it, that of a catcher too", () => {
  const tax = hoverAt(priced, "/States/Charge")?.reads.find(({ name }) => name === "$tax");
  expect(tax?.assignedBy).toEqual(["/States/Price/Assign/tax", "/States/Price/Catch/0/Assign/tax"]);
});

test("the result is there in Output and Assign alone, the Error Output in catchers alone (R-JA-08, R-JA-10)", () => {
  expect(Object.keys(reads(hoverAt(priced, "/States/Price/Output/total")))).toEqual([
    "$states.input",
    "$states.context",
    "$states.result",
  ]);
  expect(Object.keys(reads(hoverAt(priced, "/States/Charge/Output/amount")))).not.toContain("$states.result");
});

test("a state, the machine, a rule or a catcher", () => {
  expect(hoverAt(priced, "/States/Charge")).toMatchObject({
    kind: "state",
    yields: { text: "{ amount: number }" },
  });
  expect(hoverAt(priced, "")).toMatchObject({ kind: "machine", yields: { text: "{ amount: number }" } });
  expect(hoverAt(priced, "/States/Price/Catch/0/ErrorEquals/0")).toMatchObject({
    pointer: "/States/Price/Catch/0",
    kind: "way",
    reads: [{ text: '{ Error: "Full", Cause: string }' }],
  });
});

test("what says nothing by itself is answered by what is around it; a state without data says so", () => {
  expect(hoverAt(priced, "/States/Charge/Next")?.pointer).toBe("/States/Charge");
  expect(hoverAt(priced, "/Comment")?.kind).toBe("machine");
  expect(hoverAt(priced, "/States/Lost/Output")).toEqual({
    pointer: "/States/Lost",
    kind: "state",
    state: "Lost",
    reached: false,
    reads: [],
  });
  expect(hoverAt(priced, "States/Charge")).toBeUndefined();
});

test("JSONPath: `$`, `$$` and variables; the keys of data called States are no states", () => {
  const facts = check(
    `"Each": { "Type": "Map", "ItemsPath": "$.items", "Assign": { "all.$": "$" },
       "ItemProcessor": { "StartAt": "One", "States": {
         "One": { "Type": "Pass", "Parameters": { "States": { "x.$": "$.price" } }, "Assign": { "inner.$": "$.States" }, "End": true } } },
       "Next": "Stop" },
     "Stop": { "Type": "Pass", "Parameters": { "first.$": "$[*].States.x" }, "End": true }`,
    [],
    { language: "JSONPath", types: { input: fields({ items: listOf(fields({ price: number })) }) } },
  );
  const one = "/States/Each/ItemProcessor/States/One";
  expect(hoverAt(facts, `${one}/Parameters/States/x.$`)).toMatchObject({
    kind: "place",
    state: "One",
    yields: { text: "number" },
  });
  const stop = hoverAt(facts, "/States/Stop/Parameters/first.$");
  expect(Object.keys(reads(stop))).toEqual(["$", "$$", "$all"]);
  expect(stop?.reads[0]?.from.map(({ path, from }) => `${path} ← ${from.state}`)).toEqual([
    "$[*].States ← One",
    "$[*].States.x ← One",
  ]);
  expect(stop?.reads.at(-1)?.assignedBy).toEqual(["/States/Each/Assign/all.$"]);
});

test("every pointer has an answer that is plain data, whatever it is", () => {
  const key = fc.constantFrom(
    "States",
    "Charge",
    "Price",
    "Output",
    "Catch",
    "0",
    "Assign",
    "Branches",
    "~1",
    "",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(key, fc.string()), { maxLength: 8 }), (keys) => {
      const hover = hoverAt(priced, keys.map((one) => `/${one}`).join(""));
      expect(JSON.parse(JSON.stringify(hover))).toEqual(hover);
    }),
    { seed: 7, numRuns: 500 },
  );
});
