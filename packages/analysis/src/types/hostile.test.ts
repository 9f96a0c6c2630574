import { type JsonValue, readMachine } from "@statewright/asl";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fields, number, text } from "../../test/schemas.ts";
import { type Analysis, analyze } from "../analyze.ts";

// What a user can write, or a hostile one: nothing throws, and everything ends.

const deep = process.env.STATEWRIGHT_DEEP !== undefined;

function analyzed(definition: JsonValue): Analysis | undefined {
  const { machine } = readMachine(definition);
  return machine && analyze(machine, { types: { version: 1, input: fields({ n: number, s: text }) } });
}

describe("hostile machines", () => {
  test("names of a prototype are names", () => {
    const analysis = analyzed(
      JSON.parse(`{ "QueryLanguage": "JSONata", "StartAt": "__proto__", "States": {
        "__proto__": { "Type": "Pass", "Assign": { "constructor": 1 }, "Output": { "__proto__": 1, "toString": "{% $states.input.n %}" }, "Next": "hasOwnProperty" },
        "hasOwnProperty": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input.__proto__ = 1 and $constructor = 1 %}", "Next": "toString" } ], "Default": "toString" },
        "toString": { "Type": "Succeed", "Output": "{% $states.input.valueOf %}" } } }`),
    );
    expect(analysis?.diagnostics.map(({ code }) => code)).toEqual(["data/unknown-field"]);
    expect(Object.keys(analysis?.facts.states ?? {})).toContain("/States/__proto__");
  });

  test("a transition to nowhere, an end that is not there, states nothing leads to", () => {
    const analysis = analyzed({
      QueryLanguage: "JSONata",
      StartAt: "A",
      States: { A: { Type: "Pass", Next: "Nowhere" }, B: { Type: "Pass" } },
    });
    expect(analysis?.facts.output).toEqual({ kind: "never" });
  });

  test("branches inside branches", () => {
    let definition: JsonValue = { StartAt: "L", States: { L: { Type: "Pass", End: true } } };
    for (let depth = 0; depth < 120; depth += 1)
      definition = { StartAt: "P", States: { P: { Type: "Parallel", Branches: [definition], End: true } } };
    const analysis = analyzed({ QueryLanguage: "JSONata", ...(definition as object) });
    expect(analysis?.facts.output.kind).toBeDefined();
  });

  test("a template of many levels", () => {
    let template: JsonValue = "{% $states.input.n %}";
    for (let depth = 0; depth < 900; depth += 1) template = [template];
    const states = { A: { Type: "Pass", Output: template, End: true } };
    expect(analyzed({ QueryLanguage: "JSONata", StartAt: "A", States: states })?.diagnostics).toEqual([]);
  });

  test("a list of many different records", () => {
    const list = Array.from({ length: 2000 }, (_, index) => ({ [`k${index}`]: index }));
    const analysis = analyzed({
      QueryLanguage: "JSONata",
      StartAt: "A",
      States: {
        A: { Type: "Pass", Output: list, Next: "B" },
        B: { Type: "Succeed", Output: "{% [$states.input.k1] %}" },
      },
    });
    expect(analysis?.facts.output.kind).toBe("array");
  });

  test("loops that cross one another end", () => {
    const count = deep ? 300 : 40;
    const name = (index: number) => `S${index % count}`;
    const states = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        name(index),
        {
          Type: "Choice",
          Choices: Array.from({ length: 10 }, (_, rule) => ({
            Condition: `{% $random() > 0.${rule} %}`,
            Next: name(index * 7 + rule * 13),
            Output: { from: index, before: "{% $states.input %}" },
            Assign: { [`v${rule}`]: `{% $exists($v${rule}) ? $v${rule} + 1 : 0 %}` },
          })),
          Default: name(index + 1),
        },
      ]),
    );
    expect(analyzed({ QueryLanguage: "JSONata", StartAt: "S0", States: states })?.facts.output.kind).toBe(
      "never",
    );
  });
});

test("no machine makes the analysis throw", () => {
  fc.assert(
    fc.property(machines(), (definition) => {
      expect(analyzed(definition)?.facts).toBeDefined();
    }),
    { seed: 20260101, numRuns: deep ? 20_000 : 100 },
  );
});

/** Machines of a few states of all types, with expressions that may or may not make sense. */
function machines(): fc.Arbitrary<JsonValue> {
  const names = ["A", "B", "C", "D"];
  const name = fc.constantFrom(...names);
  const expression = fc.constantFrom(
    ...["$states.input.n", "$states.input.s & 'x'", "$states.input.x.y", "$v + 1", "$v", "[$states.input.l]"],
    ...["$states.result[0]", "$states.errorOutput.Error", "$states.input.n > 1", "$exists($v)", "broken (("],
    ...[
      "{'a': $states.input}",
      "$map($states.input.l, function($i) { $i })",
      "$states.context.Map.Item.Value",
    ],
  );
  const value: fc.Arbitrary<JsonValue> = fc.oneof(
    { depthSize: "small" },
    expression.map((text) => `{% ${text} %}`),
    fc.constantFrom<JsonValue>(null, 1, "text", true),
    fc.dictionary(
      fc.constantFrom("a", "n", "__proto__"),
      expression.map((text) => `{% ${text} %}`),
    ),
  );
  const common = fc.record(
    { Output: value, Assign: fc.dictionary(fc.constantFrom("v", "w"), value), Next: name },
    { requiredKeys: ["Next"] },
  );
  const caught = fc.array(
    fc.record(
      { ErrorEquals: fc.constant(["States.ALL"]), Next: name, Output: value },
      { requiredKeys: ["ErrorEquals", "Next"] },
    ),
    { maxLength: 1 },
  );
  const { states } = fc.letrec<{ states: JsonValue; state: JsonValue }>((tie) => ({
    states: fc.tuple(...names.map(() => tie("state"))).map((all) => ({
      StartAt: "A",
      States: Object.fromEntries(names.map((key, index) => [key, all[index] ?? null])),
    })),
    state: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      common.map((fields) => ({ Type: "Pass", ...fields })),
      fc.record({ Type: fc.constant("Succeed") }),
      fc.record({ Type: fc.constant("Fail") }),
      fc.tuple(common, caught).map(([fields, Catch]) => ({
        Type: "Task",
        Resource: "arn:aws:states:::sqs:sendMessage",
        ...fields,
        Catch,
      })),
      fc
        .tuple(value, name, name)
        .map(([Condition, Next, Default]) => ({ Type: "Choice", Choices: [{ Condition, Next }], Default })),
      fc
        .tuple(common, tie("states"), caught)
        .map(([fields, body, Catch]) => ({ Type: "Parallel", Branches: [body], ...fields, Catch })),
      fc
        .tuple(common, tie("states"), value)
        .map(([fields, body, Items]) => ({ Type: "Map", ItemProcessor: body, Items, ...fields })),
    ),
  }));
  return states.map((body) => ({ QueryLanguage: "JSONata", ...(body as object) }));
}
