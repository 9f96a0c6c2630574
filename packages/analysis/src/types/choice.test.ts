import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { boolean, fields, number, oneOf, text } from "../../test/schemas.ts";

const rules = (conditions: readonly string[], withDefault: boolean) =>
  `"C": { "Type": "Choice", "Choices": [ ${conditions
    .map((condition) => `{ "Condition": "{% ${condition} %}", "Next": "D" }`)
    .join(", ")} ]${withDefault ? ', "Default": "D"' : ""} },
   "D": { "Type": "Succeed" }`;
const types = { input: fields({ kind: oneOf("card", "invoice"), name: text, n: number, flag: boolean }) };

describe("data/choice-never-matches", () => {
  test("a value that is not among those it can have", () => {
    check(rules(["|$states.input.kind| = 'crad'"], true), ["warning data/choice-never-matches"], { types });
    const [diagnostic] = diagnosticsOf(rules(["$states.input.kind = 'crad'"], true), { types });
    expect(diagnostic?.message).toBe('In "C" `$states.input.kind` is never "crad".');
    expect(diagnostic?.help).toBe('Did you mean "card"?');
  });

  test("a value of another type", () => {
    check(rules(["|$states.input.n| = '5'"], true), ["warning data/choice-never-matches"], { types });
    check(rules(["$states.input.n = 5"], true), [], { types });
  });

  test("one known value alone may be an example: nothing is derived from it", () => {
    check(
      `"A": { "Type": "Pass", "Output": { "kind": "card" }, "Next": "C" }, ${rules(["$states.input.kind = 'invoice'"], true)}`,
      [],
    );
  });

  const compared = (rule: string) =>
    `"C": { "Type": "Choice", "Choices": [ { ${rule}, "Next": "D" } ], "Default": "D" }, "D": { "Type": "Succeed" }`;
  const inPaths = { types, language: "JSONPath" as const };

  test("the operator of another type, of a value or of one at a path (R-CHOICE-12)", () => {
    const never = ["hint data/choice-never-matches"];
    check(compared(`"Variable": "$.n", "StringLessThan": "5"`), never, inPaths);
    check(compared(`"Variable": "$.name", "NumericGreaterThanEquals": 5`), never, inPaths);
    check(compared(`"Variable": "$.n", "NumericEqualsPath": "$.name"`), never, inPaths);
    check(compared(`"Variable": "$.n", "NumericLessThan": 5`), [], inPaths);
    check(compared(`"Variable": "$.name", "StringEqualsPath": "$.kind"`), [], inPaths);
  });

  test("IsPresent of a field that is nearly another (R-CHOICE-14)", () => {
    check(compared(`"Variable": "$.nmae", "IsPresent": true`), ["warning data/unknown-field"], inPaths);
    check(compared(`"Variable": "$.price", "IsPresent": true`), [], inPaths);
    check(compared(`"Variable": "$.name", "IsPresent": true`), [], inPaths);
  });

  test("what is unknown may be anything", () => {
    check(rules(["$states.input.kind = 'crad'"], true), []);
  });
});

describe("data/no-choice-matches (R-CHOICE-03)", () => {
  test("a kind that no rule takes", () => {
    check(rules(["$states.input.kind = 'card'"], false), ["warning data/no-choice-matches"], { types });
    const [diagnostic] = diagnosticsOf(rules(["$states.input.kind = 'card'"], false), { types });
    expect(diagnostic?.message).toBe(
      'No rule of "C" matches when `$states.input.kind` is "invoice", and it has no Default.',
    );
  });

  test("rules that take every kind", () => {
    check(rules(["$states.input.kind = 'card'", "$states.input.kind = 'invoice'"], false), [], { types });
    check(rules(["$states.input.kind in ['card', 'invoice']"], false), [], { types });
  });

  test("a Default takes the rest", () => {
    check(rules(["$states.input.kind = 'card'"], true), [], { types });
  });

  test("texts are more than can be listed", () => {
    check(rules(["$states.input.name = 'x'"], false), ["warning data/no-choice-matches"], { types });
  });

  test("conditions that are not understood may take everything", () => {
    check(rules(["$states.input.n > 5", "$states.input.n <= 5"], false), [], { types });
    check(rules(["$states.input.kind = 'card'", "$length($states.input.kind) > 0"], false), [], { types });
  });

  test("what is unknown is not known to be left over", () => {
    check(rules(["$states.input.kind = 'card'"], false), []);
  });
});
