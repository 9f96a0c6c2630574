import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { boolean, fields, listOf, number, text } from "../../test/schemas.ts";

describe("data/unassigned-variable (R-VAR-05 to R-VAR-13)", () => {
  test("a variable that no state assigns", () => {
    check(
      `"A": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "B" },
       "B": { "Type": "Pass", "Output": "{% |$totl| %}", "End": true }`,
      ["error data/unassigned-variable"],
    );
  });

  test("R-VAR-05 an Assign is visible from the next state on, not in its own state", () => {
    check(
      `"A": { "Type": "Pass", "Assign": { "n": 1 }, "Output": "{% |$n| %}", "Next": "B" },
       "B": { "Type": "Pass", "Output": "{% $n %}", "End": true }`,
      ["error data/unassigned-variable"],
    );
  });

  const onOneBranch = (read: string) =>
    `"C": { "Type": "Choice", "Choices": [
              { "Condition": "{% $states.input.flag %}", "Next": "D", "Assign": { "n": 1 } } ], "Default": "D" },
     "D": { "Type": "Pass", "Output": ${read}, "End": true }`;

  test("a variable that one of two paths assigns: a warning", () => {
    check(onOneBranch('"{% |$n| %}"'), ["warning data/unassigned-variable"], {
      types: { input: fields({ flag: boolean }) },
    });
  });

  test("and nothing once it is tested", () => {
    check(onOneBranch('"{% $exists($n) ? $n : 0 %}"'), [], { types: { input: fields({ flag: boolean }) } });
  });

  test("R-VAR-09 inner scopes read outer variables", () => {
    check(
      `"A": { "Type": "Pass", "Assign": { "n": 1 }, "Next": "P" },
       "P": { "Type": "Parallel", "Branches": [
          { "StartAt": "B", "States": { "B": { "Type": "Pass", "Output": "{% $n %}", "End": true } } } ], "End": true }`,
      [],
    );
  });

  test("R-VAR-10 an inner variable ends with its branch", () => {
    check(
      `"P": { "Type": "Parallel", "Branches": [
          { "StartAt": "B", "States": { "B": { "Type": "Pass", "Assign": { "n": 1 }, "End": true } } } ], "Next": "A" },
       "A": { "Type": "Pass", "Output": "{% |$n| %}", "End": true }`,
      ["error data/unassigned-variable"],
    );
  });

  const mapOver = (mode: string) =>
    `"A": { "Type": "Pass", "Assign": { "n": 1 }, "Next": "M" },
     "M": { "Type": "Map", "Items": "{% $states.input.list %}", "ItemProcessor": { "ProcessorConfig": ${mode},
            "StartAt": "B", "States": { "B": { "Type": "Pass", "Output": "{% |$n| %}", "End": true } } }, "End": true }`;
  const list = { input: fields({ list: listOf(text) }) };

  test("R-VAR-11 child executions of a Distributed Map see no outer variables", () => {
    const distributed = mapOver('{ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }');
    check(distributed, ["error data/unassigned-variable"], { types: list });
    const [diagnostic] = diagnosticsOf(distributed.replaceAll("|", ""), { types: list });
    expect(diagnostic?.help).toBe("Pass the value into the items with `ItemSelector`.");
  });

  test("R-VAR-11 iterations of an inline Map do", () => {
    check(mapOver('{ "Mode": "INLINE" }').replaceAll("|", ""), [], { types: list });
  });

  test("R-VAR-12 the Assign of a Parallel writes to the scope it stands in", () => {
    const { states } = check(
      `"P": { "Type": "Parallel", "Branches": [
          { "StartAt": "B", "States": { "B": { "Type": "Pass", "Output": 1, "End": true } } } ],
          "Assign": { "first": "{% $states.result[0] %}" }, "Next": "A" },
       "A": { "Type": "Pass", "Output": "{% $first %}", "End": true }`,
      [],
    );
    expect(states["/States/A"]?.variables).toMatchObject({ first: { kind: "number", value: 1 } });
  });

  test("R-VAR-07 a rule without Assign assigns nothing, and the state's own Assign belongs to Default", () => {
    check(
      `"C": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input.flag %}", "Next": "D" } ],
              "Assign": { "n": 1 }, "Default": "D" },
       "D": { "Type": "Pass", "Output": "{% |$n| %}", "End": true }`,
      ["warning data/unassigned-variable"],
      { types: { input: fields({ flag: boolean }) } },
    );
  });

  test("R-CATCH-04 a catcher sees the variables of the state's entry", () => {
    check(
      `"T": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f", "Assign": { "n": 1 },
              "Catch": [ { "ErrorEquals": ["States.ALL"], "Next": "D" } ], "Next": "E" },
       "D": { "Type": "Pass", "Output": "{% |$n| %}", "End": true },
       "E": { "Type": "Pass", "Output": "{% $n %}", "End": true }`,
      ["error data/unassigned-variable"],
    );
  });

  test("a prototype's name is a variable like any other", () => {
    check(
      `"A": { "Type": "Pass", "Assign": { "constructor": 1 }, "Next": "B" },
       "B": { "Type": "Pass", "Output": "{% $constructor + |$toString| %}", "End": true }`,
      ["error data/unassigned-variable"],
      { types: { input: number } },
    );
  });
});
