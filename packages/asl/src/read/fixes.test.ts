import { expect, test } from "vitest";
import { parseMachine } from "../parse-machine.ts";
import { applyEdits } from "../text/apply-edits.ts";

const machine = (state: string) =>
  `{ "StartAt": "A", "States": { "A": ${state}, "B": { "Type": "Succeed" } } }`;

test.each([
  ["a misspelt field", '{ "Type": "Pass", "Nxt": "B" }', '"Nxt"', '"Next"'],
  ["a misspelt `Type`", '{ "Tpye": "Pass", "Next": "B" }', '"Tpye"', '"Type"'],
  ["a misspelt type", '{ "Type": "Pas", "Next": "B" }', '"Pas"', '"Pass"'],
  ["a number in quotes", '{ "Type": "Wait", "Seconds": "5", "Next": "B" }', '"5"', "5"],
  [
    "a misspelt operator",
    '{ "Type": "Choice", "Choices": [{ "Variable": "$.x", "StringEqual": "y", "Next": "B" }] }',
    '"StringEqual"',
    '"StringEquals"',
  ],
  [
    "a misspelt word",
    '{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [{ "ErrorEquals": ["X"], "JitterStrategy": "Full" }], "Next": "B" }',
    '"Full"',
    '"FULL"',
  ],
])("%s is mended where it stands", (_, state, wrong, right) => {
  const text = machine(state);
  const fixes = parseMachine(text).diagnostics.flatMap(({ fixes = [] }) => fixes);
  expect(fixes).toHaveLength(1);
  const fixed = applyEdits(text, fixes[0]?.edits ?? []);
  expect(fixed).toEqual({ text: text.replace(wrong, right), leftOut: [] });
  expect(parseMachine(fixed.text).diagnostics).toEqual([]);
});

test("a name that stands already is not given once more", () => {
  const [finding] = parseMachine(machine('{ "Type": "Pass", "Nxt": "B", "Next": "B" }')).diagnostics;
  expect(finding?.code).toBe("structure/unknown-field");
  expect(finding?.fixes).toBeUndefined();
});
