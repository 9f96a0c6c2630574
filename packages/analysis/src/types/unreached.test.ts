import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { fields, number, oneOf } from "../../test/schemas.ts";

const types = { input: fields({ kind: oneOf("card", "invoice"), n: number }) };

const choice = (condition: string) =>
  `"C": { "Type": "Choice", "Choices": [ { "Condition": "{% ${condition} %}", "Next": "X" } ], "Default": "D" },
   "X": { "Type": "Pass", "Next": "Y" }, "Y": { "Type": "Succeed" }, "D": { "Type": "Succeed" }`;
const unreached = (states: string, options: Parameters<typeof diagnosticsOf>[1] = { types }) =>
  diagnosticsOf(states, options).filter(({ code }) => code === "data/unreachable-state");

describe("data/unreachable-state", () => {
  test("a state to which only a rule leads that never holds; what follows it is not told", () => {
    const [first, ...others] = unreached(choice("$states.input.kind = 'crad'"));
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      severity: "warning",
      pointer: "/States/X",
      message: 'No data can lead to "X".',
      related: [{ message: 'This rule of "C" never holds.', pointer: "/States/C/Choices/0" }],
    });
  });

  test("a rule that can hold leads there", () => {
    expect(unreached(choice("$states.input.kind = 'card'"))).toEqual([]);
    expect(unreached(choice("$states.input.kind = 'crad' or $states.input.n > 1"))).toEqual([]);
  });

  test("another way leads there", () => {
    const other = choice("$states.input.kind = 'crad'").replace('"Default": "D"', '"Default": "X"');
    expect(unreached(other.replace(/, "D".*/, ""))).toEqual([]);
  });

  test("by a range that the rules above it take", () => {
    check(
      `"C": { "Type": "Choice", "Choices": [
         { "Condition": "{% $states.input.n < 5 %}", "Next": "D" },
         { "Condition": "{% $states.input.n < 3 %}", "Next": "X" } ], "Default": "D" },
       "X": { "Type": "Succeed" }, "D": { "Type": "Succeed" }`,
      ["warning data/choice-never-matches", "warning data/unreachable-state"],
      { types },
    );
  });

  test("nothing is derived from one example, nor of a Default that has nothing left", () => {
    const example = { input: { const: { kind: "card", n: 1 } } };
    expect(unreached(choice("$states.input.kind = 'invoice'"), { types: example })).toEqual([]);
    check(
      `"C": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input.kind in ['card', 'invoice'] %}", "Next": "D" } ], "Default": "X" },
       "X": { "Type": "Fail" }, "D": { "Type": "Succeed" }`,
      [],
      { types },
    );
  });
});
