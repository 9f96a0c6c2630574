import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { fields, listOf, text } from "../../test/schemas.ts";

const lambda = '"Resource": "arn:aws:lambda:us-east-1:111111111111:function:f"';
const types = {
  states: {
    "/States/Ask": {
      result: fields({ answer: { type: "string", minLength: 1 }, done: { type: "boolean" } }),
    },
  },
};

const collecting = (assign: string, start = "[]", enough = "$states.result.done") =>
  `"Start": { "Type": "Pass", "Assign": { "log": ${start}, "n": 0, "done": false }, "Next": "Ask" },
   "Ask": { "Type": "Task", ${lambda}, "Assign": { "log": ${JSON.stringify(assign)}, "n": "{% $n + 1 %}", "done": "{% ${enough} %}" }, "Next": "Enough" },
   "Enough": { "Type": "Choice", "Choices": [{ "Condition": "{% $done %}", "Next": "Done" }], "Default": "Ask" },
   "Done": { "Type": "Succeed" }`;

describe("limit/growing-data (R-Q-01, R-VAR-14)", () => {
  test("a list that each round adds to", () => {
    const [, found] = diagnosticsOf(collecting("{% $append($log, $states.result.answer) %}"), { types });
    expect(found).toMatchObject({
      code: "limit/growing-data",
      severity: "warning",
      pointer: "/States/Ask/Assign/log",
    });
    expect(found?.message).toBe(
      '"Ask" adds to `$log` in each round of the loop "Ask" → "Enough", and nothing bounds the rounds.',
    );
    expect(found?.why).toBe(
      "A round adds 3 bytes or more, and Step Functions carries at most 262144 bytes: after 87382 rounds or fewer the execution fails.",
    );
  });

  test.each([
    ["an array constructor", "{% [$log, $states.result.answer] %}", "[]"],
    ["text that is put together", "{% $log & $states.result.answer %}", '""'],
    ["an object in an object", "{% { 'before': $log } %}", "{}"],
  ])("%s", (_, assign, start) => {
    const found = diagnosticsOf(collecting(assign, start), {
      types: {
        states: {
          "/States/Ask": {
            result: fields({ answer: { type: "string", maxLength: 9 }, done: { type: "boolean" } }),
          },
        },
      },
    });
    expect(found.map(({ code }) => code)).toContain("limit/growing-data");
  });

  test("an input that the loop hands on, in JSONPath too", () => {
    const found = diagnosticsOf(
      `"Start": { "Type": "Pass", "Result": [], "ResultPath": "$.log", "Next": "Ask" },
       "Ask": { "Type": "Task", ${lambda}, "ResultPath": "$.answer", "Next": "Add" },
       "Add": { "Type": "Pass", "Parameters": { "log.$": "States.Array($.log, $.answer)" }, "Next": "Enough" },
       "Enough": { "Type": "Choice", "Choices": [{ "Variable": "$.log", "IsNull": true, "Next": "Done" }], "Default": "Ask" },
       "Done": { "Type": "Succeed" }`,
      { language: "JSONPath", types: { input: fields({ id: text }) } },
    );
    expect(found.map(({ code }) => code)).toContain("limit/unbounded-loop");
  });

  test("a list that is replaced, or cut again, does not grow", () => {
    for (const assign of [
      "{% [$states.result.answer] %}",
      "{% $count($log) > 5 ? [] : $log %}",
      "{% $log %}",
      "{% $filter($log, function($one) { $one != $states.result.answer }) %}",
    ]) {
      const found = diagnosticsOf(collecting(assign), { types });
      expect(
        found.map(({ code }) => code),
        assign,
      ).toEqual(["limit/unbounded-loop"]);
    }
  });

  const bounded = (limit: number) =>
    collecting("{% $append($log, $states.result.answer) %}", "[]", `$n >= ${limit}`).replace(
      '"Condition": "{% $done %}"',
      `"Condition": "{% $n >= ${limit} %}"`,
    );

  test("few rounds are fine", () => {
    check(bounded(100), [], { types });
  });

  test("many rounds are not: what they add is counted", () => {
    const large = {
      states: {
        "/States/Ask": { result: fields({ answer: { enum: ["x".repeat(200)] }, done: { type: "boolean" } }) },
      },
    };
    const [found] = diagnosticsOf(bounded(2000), { types: large });
    expect(found).toMatchObject({ code: "limit/growing-data" });
    expect(found?.why).toBe(
      "A round adds 203 bytes or more: 406203 in the end, and Step Functions carries at most 262144 bytes.",
    );
  });

  test("outside of loops nothing grows for long", () => {
    check(`"A": { "Type": "Pass", "Output": "{% $append($states.input, 'x') %}", "End": true }`, [], {
      types: { input: listOf(text) },
    });
  });
});

describe("limit/variable-size (R-VAR-14)", () => {
  const assigning = (length: number) =>
    `"A": { "Type": "Pass", "Assign": { "body": "${"x".repeat(length)}" }, "Output": {}, "End": false, "Next": "B" },
     "B": { "Type": "Succeed" }`.replace('"End": false, ', "");

  test("a variable that is too large for certain", () => {
    const [found] = diagnosticsOf(assigning(262_143));
    expect(found?.message).toBe(
      '"A" assigns at least 262145 bytes to `$body`; a variable holds at most 262144.',
    );
    expect(found).toMatchObject({ severity: "error", pointer: "/States/A/Assign" });
  });

  test("the largest that it holds", () => {
    check(assigning(262_142), []);
  });

  test("a bound that can pass it is a warning", () => {
    const body = { type: "string", maxLength: 50_000 };
    check(
      `"A": { "Type": "Pass", "Assign": { "body": "{% $states.input.body %}" }, "Output": {}, "Next": "B" }, "B": { "Type": "Succeed" }`,
      ["warning limit/variable-size"],
      { types: { input: fields({ body }) } },
    );
  });
});
