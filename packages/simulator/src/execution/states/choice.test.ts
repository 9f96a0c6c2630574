import { expect, test } from "vitest";
import { runStates, trace } from "../../../test/run-states.ts";

const ends = { Yes: { Type: "Succeed" }, No: { Type: "Succeed" } };

test("the first rule that is true is taken, with its own Output and Assign (R-CHOICE-02, R-VAR-07)", async () => {
  const run = await runStates(
    {
      Decide: {
        Type: "Choice",
        Choices: [
          { Condition: "{% $states.input.n > 5 %}", Output: "large", Assign: { size: 2 }, Next: "Yes" },
          { Condition: true, Output: "any", Next: "No" },
        ],
        Output: "never",
      },
      Yes: { Type: "Pass", Output: "{% [$states.input, $size] %}", End: true },
      No: { Type: "Succeed" },
    },
    { input: { n: 6 } },
  );
  expect(run.output).toEqual(["large", 2]);
});

test("Default takes the state's own Output (R-CHOICE-04)", async () => {
  const run = await runStates({
    Decide: {
      Type: "Choice",
      Choices: [{ Condition: false, Next: "Yes" }],
      Default: "No",
      Output: "default",
    },
    ...ends,
  });
  expect(run).toMatchObject({ output: "default", states: ["Decide", "No"] });
});

test("without a match and a Default the execution fails (R-CHOICE-03)", async () => {
  const run = await runStates({
    Decide: { Type: "Choice", Choices: [{ Condition: false, Next: "Yes" }] },
    Yes: ends.Yes,
  });
  expect(run).toMatchObject({ status: "FAILED", error: "States.NoChoiceMatched" });
  expect(trace(run)).toEqual(["2<0 ChoiceStateEntered Decide", "3<2 ExecutionFailed States.NoChoiceMatched"]);
});

test("a Condition that is no boolean is an error, not truthy (R-CHOICE-05)", async () => {
  const run = await runStates({
    Decide: { Type: "Choice", Choices: [{ Condition: "{% 1 %}", Next: "Yes" }] },
    Yes: ends.Yes,
  });
  expect(run.cause).toContain(
    "The JSONata expression '1' specified for the field 'Choices[0]/Condition' returned an unexpected result type. " +
      "Expected 'boolean', but was 'number' for value: 1",
  );
});
