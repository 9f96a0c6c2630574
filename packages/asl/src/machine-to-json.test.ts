import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { machineToJson, parseMachine, printMachine, readMachine } from "./index.ts";

describe("a printed machine", () => {
  test("has its fields in the order in which a person writes them", () => {
    const { machine } = readMachine({
      States: {
        Charge: {
          Next: "Done",
          Catch: [{ Next: "Done", ErrorEquals: ["States.ALL"], Output: "{% $states.errorOutput %}" }],
          Retry: [{ MaxAttempts: 2, ErrorEquals: ["Busy"] }],
          Output: "{% $states.result %}",
          Arguments: { b: 1, a: 2 },
          Resource: "arn:aws:states:::lambda:invoke",
          Comment: "takes the money",
          Type: "Task",
        },
        Done: { Type: "Succeed" },
      },
      StartAt: "Charge",
      QueryLanguage: "JSONata",
      Comment: "orders",
    });
    expect(machine && printMachine(machine)).toBe(`{
  "Comment": "orders",
  "QueryLanguage": "JSONata",
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Comment": "takes the money",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "b": 1,
        "a": 2
      },
      "Output": "{% $states.result %}",
      "Retry": [
        {
          "ErrorEquals": [
            "Busy"
          ],
          "MaxAttempts": 2
        }
      ],
      "Catch": [
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Output": "{% $states.errorOutput %}",
          "Next": "Done"
        }
      ],
      "Next": "Done"
    },
    "Done": {
      "Type": "Succeed"
    }
  }
}
`);
  });

  test("keeps what the model does not know, in its place where the table knows it", () => {
    const definition = {
      TimeoutSeconds: "${Timeout}",
      StartAt: "A",
      States: { A: { Type: "Pass", Later: { x: 1 }, End: true } },
    };
    const { machine } = readMachine(definition);
    expect(machine && Object.keys(machineToJson(machine))).toEqual(["TimeoutSeconds", "StartAt", "States"]);
    expect(machine && machineToJson(machine)).toEqual(definition);
  });

  test("is what it was read from: parse(print(m)) = m, for broken ones too", () => {
    const word = fc.constantFrom(
      "A",
      "B",
      "__proto__",
      "toString",
      "",
      "${x}",
      "{% $x %}",
      "$.x",
      "States.ALL",
    );
    const value = fc.oneof(
      word,
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const type = fc.constantFrom(
      "Task",
      "Pass",
      "Choice",
      "Wait",
      "Parallel",
      "Map",
      "Succeed",
      "Fail",
      "Nope",
    );
    const names = fc.constantFrom(
      "Next",
      "End",
      "Comment",
      "Output",
      "Parameters",
      "Seconds",
      "Retry",
      "Catch",
      "Choices",
      "Assign",
      "QueryLanguage",
      "Strange",
      "Iterator",
      "ItemProcessor",
      "Branches",
      "Default",
      "MaxConcurrency",
    );
    const entry = fc.dictionary(
      fc.constantFrom(
        "ErrorEquals",
        "Next",
        "MaxAttempts",
        "Condition",
        "Variable",
        "And",
        "IsNull",
        "Other",
      ),
      value,
    );
    const { scope } = fc.letrec<{ scope: object; state: object }>((tie) => ({
      scope: fc.record(
        {
          StartAt: value,
          States: fc.dictionary(word, fc.oneof(tie("state"), value), { maxKeys: 3 }),
          Comment: value,
          ProcessorConfig: value,
        },
        { requiredKeys: [] },
      ),
      state: fc
        .tuple(
          type,
          fc.dictionary(
            names,
            fc.oneof(
              value,
              fc.array(entry, { maxLength: 2 }),
              tie("scope"),
              fc.array(tie("scope"), { maxLength: 2 }),
            ),
            { maxKeys: 5 },
          ),
        )
        .map(([Type, fields]) => ({ Type, ...fields })),
    }));
    fc.assert(
      fc.property(scope, (definition) => {
        const { machine } = readMachine(definition);
        if (machine === undefined) return;
        const text = printMachine(machine);
        expect(parseMachine(text).machine).toEqual(machine);
        expect(printMachine(parseMachine(text).machine ?? machine)).toBe(text);
      }),
      { seed: 20261103, numRuns: process.env.STATEWRIGHT_DEEP ? 20_000 : 500 },
    );
  }, 60_000);
});
