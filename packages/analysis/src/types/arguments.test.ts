import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { anyOf, fields, listOf, number, oneOf, text } from "../../test/schemas.ts";

const lambda = "arn:aws:lambda:us-east-1:111111111111:function:charge";
const types = {
  input: fields({ id: text, total: number, "note?": text }),
  states: { "/States/Charge": { arguments: fields({ id: text, amount: number, "note?": text }) } },
};

function charge(args: string): string {
  return `"Charge": { "Type": "Task", "Resource": "${lambda}", "Arguments": ${args}, "End": true }`;
}

describe("data/argument: what the types file says a task takes", () => {
  test("a required argument that is not given", () => {
    check(charge('|{ "id": "{% $states.input.id %}" }|'), ["error data/argument"], { types });
    const [diagnostic] = diagnosticsOf(charge('{ "id": "{% $states.input.id %}" }'), { types });
    expect(diagnostic?.message).toBe('"Charge" is never given `amount`.');
  });

  test("an argument of another type, at its place", () => {
    check(
      charge('{ "id": "{% $states.input.id %}", "amount": |"{% $states.input.id %}"| }'),
      ["error data/argument"],
      { types },
    );
  });

  test("all that it takes", () => {
    check(charge('{ "id": "{% $states.input.id %}", "amount": "{% $states.input.total %}" }'), [], { types });
  });

  test("more than it takes does no harm", () => {
    check(charge('{ "id": "x", "amount": 1, "more": 2 }'), [], { types });
  });

  test("without Arguments the input is what is given (R-JA-12)", () => {
    check(
      `|"Charge"|: { "Type": "Task", "Resource": "${lambda}", "End": true }`.replaceAll("|", ""),
      ["error data/argument"],
      { types },
    );
  });

  test("an argument that may be missing: a warning", () => {
    check(`"Charge": { "Type": "Task", "Resource": "${lambda}", "End": true }`, ["warning data/argument"], {
      types: {
        input: fields({ "id?": text }),
        states: { "/States/Charge": { arguments: fields({ id: text }) } },
      },
    });
  });

  test("an argument of which some values do not fit: a warning", () => {
    check(charge('{ "id": "{% $states.input.id %}" }'), ["warning data/argument"], {
      types: {
        input: fields({ id: anyOf(text, number) }),
        states: { "/States/Charge": { arguments: fields({ id: text }) } },
      },
    });
  });

  test("what is unknown fits", () => {
    check(charge('"{% $states.input %}"'), [], { types: { states: types.states } });
  });

  test("a literal must be one of those taken", () => {
    check(charge('{ "mode": |"fsat"| }'), ["error data/argument"], {
      types: { states: { "/States/Charge": { arguments: fields({ mode: oneOf("fast", "slow") }) } } },
    });
  });

  test("inside a list", () => {
    check(charge('{ "list": [1, "x"] }'), ["warning data/argument"], {
      types: { states: { "/States/Charge": { arguments: fields({ list: listOf(number) }) } } },
    });
  });

  test("of several ways to call it one must fit", () => {
    const either = anyOf(fields({ id: text }), fields({ arn: text }));
    const states = { "/States/Charge": { arguments: either } };
    check(charge('{ "arn": "a" }'), [], { types: { states } });
    check(charge('{ "name": "a" }'), ["error data/argument"], { types: { states } });
  });
});

describe("data/argument: what an integration takes", () => {
  const put = (args: string) =>
    `"Put": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Arguments": ${args}, "End": true }`;

  test("an argument it needs", () => {
    check(put('|{ "TableName": "t" }|'), ["error data/argument"]);
    check(put('{ "TableName": "t", "Item": { "id": { "S": "1" } } }'), []);
  });

  test("an argument it does not know, with the nearest one", () => {
    check(put('{ "Tablename": |"t"|, "TableName": "t", "Item": {} }'), ["error data/argument"]);
    const [diagnostic] = diagnosticsOf(put('{ "Tablename": "t", "TableName": "t", "Item": {} }'));
    expect(diagnostic?.help).toBe("Did you mean `TableName`?");
  });

  test("an argument of another type", () => {
    check(put('{ "TableName": |7|, "Item": {} }'), ["error data/argument"]);
  });

  test("an SDK integration: nothing is known, nothing is said", () => {
    check(
      `"Put": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem", "Arguments": { "X": 1 }, "End": true }`,
      [],
    );
  });

  test("a payload that its function does not take, where the types file knows the function", () => {
    check(
      `"T": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": { "FunctionName": "charge", "Payload": { "id": |7| } }, "End": true }`,
      ["error data/argument"],
      { types: { resources: { charge: { arguments: fields({ id: text }) } } } },
    );
  });
});
