import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { fields, listOf, number, text } from "../../test/schemas.ts";

const lambda = '"Resource": "arn:aws:lambda:us-east-1:111111111111:function:f"';

describe("the events of a history (R-HIST-05 to R-HIST-41)", () => {
  test("of states in a row: started, two for a Pass, five for a call, succeeded", () => {
    const { history } = check(
      `"A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Task", ${lambda}, "End": true }`,
      [],
    );
    expect(history).toEqual({ least: 9, most: 9 });
  });

  test("with retries at most, with a catcher at least (R-RETRY-05)", () => {
    const { history } = check(
      `"A": { "Type": "Task", ${lambda}, "Retry": [{ "ErrorEquals": ["E"], "MaxAttempts": 2 }],
         "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B" }], "Next": "B" },
       "B": { "Type": "Succeed" }`,
      [],
    );
    expect(history).toEqual({ least: 7, most: 15 });
  });

  test("of the longer and the shorter way of a Choice", () => {
    const { history } = check(
      `"A": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x %}", "Next": "B" }], "Default": "C" },
       "B": { "Type": "Pass", "Next": "C" }, "C": { "Type": "Succeed" }`,
      [],
      { types: { input: fields({ x: { type: "boolean" } }) } },
    );
    expect(history).toEqual({ least: 6, most: 8 });
  });

  test("of a Map: two for an item, and those of its states (R-HIST-20)", () => {
    const { history } = check(
      `"M": { "Type": "Map", "Items": [1, 2, 3], "End": true,
         "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } } }`,
      [],
    );
    expect(history).toEqual({ least: 18, most: 18 });
  });

  test("of a Distributed Map: the same for any number of items (R-HIST-40)", () => {
    const { history } = check(
      `"M": { "Type": "Map", "End": true, "ItemProcessor": {
         "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
         "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } } }`,
      [],
      { types: { input: listOf(number) } },
    );
    expect(history).toEqual({ least: 8, most: 8 });
  });
});

const counted = (limit: number | string, more = "") =>
  `"Start": { "Type": "Pass", "Assign": { "n": 0 }, "Next": "Enough" },
   "Enough": { "Type": "Choice", "Choices": [{ "Condition": "{% $n < ${limit} %}", "Next": "Work" }], "Default": "Done" },
   "Work": { "Type": "Task", ${lambda}, "Assign": { "n": "{% $n + 1 %}" }, ${more} "Next": "Enough" },
   "Done": { "Type": "Succeed" }`;

describe("a loop with a counter is bounded", () => {
  test("a variable that is compared with a number", () => {
    const { history } = check(counted(10), []);
    // Start 2, eleven times Enough 2, at most ten times Work 5, Done 2, and the ends of the execution.
    expect(history.most).toBe(2 + 11 * (2 + 5) + 2 + 2);
  });

  test("the order of the operands and a negation make no difference", () => {
    for (const condition of ["10 > $n", "$not($n >= 10)", "$n < 10 and $states.input.go"]) {
      const states = counted(10).replace("$n < 10", condition);
      const { history } = check(states, [], { types: { input: { type: "object" } } });
      expect(history.most, condition).toBe(83);
    }
  });

  test("one that counts down", () => {
    const down = counted(10).replace('"n": 0', '"n": 10').replace("$n < 10", "$n > 0").replace("+ 1", "- 2");
    expect(check(down, []).history.most).toBe(2 + 6 * 7 + 2 + 2);
  });

  test("a limit that comes from the input, whose schema bounds it", () => {
    const limited = counted("$states.input.limit").replace(
      '"Work": {',
      '"Work": { "Output": "{% $states.input %}",',
    );
    const types = { input: fields({ limit: { type: "integer", maximum: 20 } }) };
    expect(check(limited, [], { types }).history.most).toBe(2 + 21 * 7 + 2 + 2);
  });

  test("a field of the input in JSONPath, counted by States.MathAdd", () => {
    const { history } = check(
      `"Start": { "Type": "Pass", "Result": 0, "ResultPath": "$.count", "Next": "Work" },
       "Work": { "Type": "Task", ${lambda}, "ResultPath": "$.answer", "Next": "Add" },
       "Add": { "Type": "Pass", "Parameters": { "value.$": "States.MathAdd($.count, 1)" }, "ResultPath": "$.next", "Next": "Move" },
       "Move": { "Type": "Pass", "InputPath": "$.next.value", "ResultPath": "$.count", "Next": "Enough" },
       "Enough": { "Type": "Choice", "Choices": [{ "Variable": "$.count", "NumericLessThan": 5, "Next": "Work" }], "Default": "Done" },
       "Done": { "Type": "Succeed" }`,
      [],
      { language: "JSONPath", types: { input: fields({ id: text }) } },
    );
    expect(history.most).toBe(2 + 2 + 6 * 11 + 2);
  });

  test.each([
    ["Add", "Move", '"Next": "Move"'],
    ["something else is put into the field", "Other", '"Next": "Other"'],
  ])("counted by way of a field, %s", (_, after, next) => {
    const { history } = check(
      `"Start": { "Type": "Pass", "Result": 0, "ResultPath": "$.count", "Next": "Add" },
       "Add": { "Type": "Pass", "Parameters": { "count.$": "States.MathAdd($.count, 1)" }, "ResultPath": "$.next", ${next} },
       ${after === "Other" ? '"Other": { "Type": "Pass", "Result": { "count": 0 }, "ResultPath": "$.next", "Next": "Move" },' : ""}
       "Move": { "Type": "Pass", "Parameters": { "at.$": "$.next.count" }, "ResultPath": "$.got", "Next": "Back" },
       "Back": { "Type": "Pass", "InputPath": "$.next.count", "ResultPath": "$.count", "Next": "Enough" },
       "Enough": { "Type": "Choice", "Choices": [{ "Variable": "$.count", "NumericLessThan": 5, "Next": "Add" }], "Default": "Done" },
       "Done": { "Type": "Succeed" }`,
      after === "Other" ? ["warning limit/unbounded-loop"] : [],
      { language: "JSONPath", types: { input: fields({ id: text }) } },
    );
    expect(history.most !== undefined).toBe(after === "Move");
  });

  test("a field that is put back by a state which the loop can be entered at counts nothing", () => {
    const { history } = check(
      `"Start": { "Type": "Pass", "Result": 0, "ResultPath": "$.count", "Next": "First" },
       "First": { "Type": "Pass", "Result": { "count": 0 }, "ResultPath": "$.next", "Next": "Back" },
       "Add": { "Type": "Pass", "Parameters": { "count.$": "States.MathAdd($.count, 1)" }, "ResultPath": "$.next", "Next": "Back" },
       "Back": { "Type": "Pass", "InputPath": "$.next.count", "ResultPath": "$.count", "Next": "Enough" },
       "Enough": { "Type": "Choice", "Choices": [{ "Variable": "$.count", "NumericLessThan": 5, "Next": "Add" }], "Default": "Done" },
       "Done": { "Type": "Succeed" }`,
      ["warning limit/unbounded-loop"],
      { language: "JSONPath", types: { input: fields({ id: text }) } },
    );
    expect(history.most).toBeUndefined();
  });

  test("a variable in JSONPath", () => {
    const { history } = check(
      `"Start": { "Type": "Pass", "Assign": { "n": 0 }, "Next": "Work" },
       "Work": { "Type": "Task", ${lambda}, "Assign": { "n.$": "States.MathAdd($n, 1)" }, "Next": "Enough" },
       "Enough": { "Type": "Choice", "Choices": [{ "Variable": "$n", "NumericGreaterThanEquals": 5, "Next": "Done" }], "Default": "Work" },
       "Done": { "Type": "Succeed" }`,
      [],
      { language: "JSONPath" },
    );
    expect(history.most).toBe(2 + 6 * 7 + 2 + 2);
  });

  test("a field that the Output of a Pass counts on", () => {
    const { history } = check(
      `"Start": { "Type": "Pass", "Output": { "n": 0, "id": 1 }, "Next": "Enough" },
       "Enough": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.n >= 3 %}", "Next": "Done" }], "Default": "Add" },
       "Add": { "Type": "Pass", "Output": "{% $merge([$states.input, { 'n': $states.input.n + 1 }]) %}", "Next": "Enough" },
       "Done": { "Type": "Succeed" }`,
      [],
    );
    expect(history.most).toBe(2 + 4 * 4 + 2 + 2);
  });

  test("a loop in a loop, whose counter begins anew", () => {
    const { history } = check(
      `"Start": { "Type": "Pass", "Assign": { "i": 0 }, "Next": "Outer" },
       "Outer": { "Type": "Choice", "Choices": [{ "Condition": "{% $i < 3 %}", "Next": "Reset" }], "Default": "Done" },
       "Reset": { "Type": "Pass", "Assign": { "j": 0, "i": "{% $i + 1 %}" }, "Next": "Inner" },
       "Inner": { "Type": "Choice", "Choices": [{ "Condition": "{% $j < 4 %}", "Next": "Work" }], "Default": "Outer" },
       "Work": { "Type": "Pass", "Assign": { "j": "{% $j + 1 %}" }, "Next": "Inner" },
       "Done": { "Type": "Succeed" }`,
      [],
    );
    const inner = 5 * (2 + 2);
    expect(history.most).toBe(2 + 4 * (2 + 2 + inner) + 2 + 2);
  });
});

describe("limit/unbounded-loop (R-Q-03, R-ERR-22)", () => {
  const polling = `"Ask": { "Type": "Task", ${lambda}, "Next": "Ready" },
    "Ready": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.done %}", "Next": "Done" }], "Default": "Pause" },
    "Pause": { "Type": "Wait", "Seconds": 60, "Next": "Ask" }, "Done": { "Type": "Succeed" }`;
  const types = { states: { "/States/Ask": { result: fields({ done: { type: "boolean" } }) } } };

  test("a loop that goes on until somebody else is done", () => {
    const [found] = diagnosticsOf(polling, { types });
    expect(found).toMatchObject({
      code: "limit/unbounded-loop",
      severity: "warning",
      pointer: "/States/Ask",
    });
    expect(found?.message).toBe('Nothing bounds the loop "Ask" → "Ready" → "Pause".');
    expect(found?.why).toBe(
      "A round writes 9 events or more, and a Standard execution fails at 25000: after 2777 rounds or fewer.",
    );
  });

  test("the types file can say how often a state is visited", () => {
    const { history } = check(polling, [], {
      types: { ...types, bounds: { "/States/Ask": { visits: 100 } } },
    });
    expect(history.most).toBe(100 * 9 + 2 + 2);
  });

  test("Express executions have no history to fill", () => {
    check(polling, [], { types, type: "EXPRESS" });
  });

  test.each([
    [
      "the counter is set back on one way",
      '"Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Enough", "Assign": { "n": 0 } }],',
    ],
    [
      "the counter stands still on one way",
      '"Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Enough" }],',
    ],
  ])("%s", (_, more) => {
    check(counted(10, more), ["warning limit/unbounded-loop"]);
  });

  test("the counter may begin anywhere", () => {
    check(counted(10).replace('"n": 0', '"n": "{% $states.input.n %}"'), ["warning limit/unbounded-loop"], {
      types: { input: fields({ n: number }) },
    });
  });
});

describe("limit/history-events (R-Q-03, R-ERR-22)", () => {
  test("a loop that runs too often for certain", () => {
    const [found] = diagnosticsOf(counted(10_000));
    expect(found).toMatchObject({
      code: "limit/history-events",
      severity: "error",
      pointer: "/States/Enough",
    });
    expect(found?.message).toBe(
      'The loop "Enough" → "Work" writes at least 69986 events into the history; a Standard execution fails at 25000.',
    );
    expect(found?.why).toBe("It goes round at most 10001 times: `$n` counts them.");
  });

  test("a loop that stays below it", () => {
    check(counted(3_000), []);
  });

  test("a loop that can run too often", () => {
    const early = counted(10_000).replace(
      '"Choices": [',
      '"Choices": [{ "Condition": "{% $states.input.done %}", "Next": "Done" }, ',
    );
    const types = {
      input: fields({ done: { type: "boolean" } }),
      states: { "/States/Work": { result: fields({ done: { type: "boolean" } }) } },
    };
    const [found, ...others] = diagnosticsOf(early, { types });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "limit/history-events", severity: "warning" });
    expect(found?.message).toBe(
      "An execution can write 70013 events into the history; a Standard execution fails at 25000.",
    );
  });

  test("a Map over more items than the history holds", () => {
    const map = (items: object) =>
      diagnosticsOf(
        `"Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Task", ${lambda}, "End": true } } } }`,
        { types: { input: { type: "array", items: text, ...items } } },
      );
    expect(map({ maxItems: 3000 })).toEqual([]);
    expect(map({})).toEqual([]);
    const [possible] = map({ maxItems: 4000 });
    expect(possible).toMatchObject({
      severity: "warning",
      pointer: "/States/Each",
      why: 'Most of them come from "Each".',
    });
    const [certain] = map({ minItems: 5000, maxItems: 6000 });
    expect(certain?.message).toBe(
      '"Each" writes at least 35004 events into the history; a Standard execution fails at 25000.',
    );
    expect(certain?.help).toContain("DISTRIBUTED");
  });
});
