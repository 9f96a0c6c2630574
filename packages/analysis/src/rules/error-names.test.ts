import { expect, test } from "vitest";
import { check } from "../../test/check-rules.ts";

const task = (fields: string) =>
  `"A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", ${fields}, "End": true }, "B": { "Type": "Fail" }`;
const catching = (...names: string[]) =>
  `"A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Catch": [${names
    .map((name) => `{ "ErrorEquals": [${name}], "Next": "B" }`)
    .join(", ")}], "End": true }, "B": { "Type": "Fail" }`;

test("names that begin with `States.` are those of Step Functions (R-ERR-01)", () => {
  const [finding] = check(catching('|"States.Timeot"|'), ["structure/error-name"], { applyFix: true });
  expect(finding?.help).toBe("Did you mean `States.Timeout`?");
  check(catching('"States.Timeout"'), []);
  check(catching('"States.Http.StatusCode.404"'), []);
  check(catching('"Timeot"'), []);
});

test("what ends an execution at once is not named (R-ERR-12)", () => {
  check(catching('|"States.Runtime"|'), ["structure/never-caught"]);
  check(catching('"States.TaskFailed"', '"States.ALL"'), []);
});

test("an entry names something that no earlier one names (R-RETRY-02)", () => {
  check(catching('"X", "Y"', '"Y"'), ["structure/shadowed-entry"]);
  check(catching('"X", "Y"', '"Z"'), []);
  const twice = '"Retry": [{ "ErrorEquals": ["X"] }, { "ErrorEquals": ["X"], "MaxAttempts": 9 }]';
  check(task(twice).replace(/, "B".*/, ""), ["structure/shadowed-entry"]);
});
