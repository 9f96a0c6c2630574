import { parseMachine } from "@statewright/asl";
import { expect, test } from "vitest";
import { analyze } from "../src/index.ts";
import { fields, listOf, number, oneOf, text } from "./schemas.ts";

// Misspells each field that the expressions of a machine read, one at a time: with types each is found.

const machine = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Price",
  "States": {
    "Price": { "Type": "Pass", "Assign": { "order": "{% $states.input %}" },
      "Output": { "total": "{% $sum([$states.input.items.price]) %}", "kind": "{% $states.input.payment.kind %}" }, "Next": "HowPaid" },
    "HowPaid": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input.kind = 'card' and $states.input.total > 0 %}", "Next": "Charge" } ], "Default": "Ship" },
    "Charge": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": { "FunctionName": "charge", "Payload": { "id": "{% $order.id %}", "amount": "{% $states.input.total * 100 %}" } },
      "Output": "{% {'receipt': $states.result.Payload.receipt, 'at': $states.context.State.EnteredTime} %}",
      "Catch": [ { "ErrorEquals": ["Declined"], "Output": "{% $states.errorOutput.Cause %}", "Next": "Refused" } ], "Next": "Ship" },
    "Refused": { "Type": "Fail", "Error": "Refused", "Cause": "{% $states.input %}" },
    "Ship": { "Type": "Map", "Items": "{% $order.items %}",
      "ItemSelector": { "sku": "{% $states.context.Map.Item.Value.sku %}", "of": "{% $order.id %}" },
      "ItemProcessor": { "StartAt": "Pack", "States": { "Pack": { "Type": "Pass",
        "Output": "{% $states.input.of & '/' & $states.input.sku %}", "End": true } } },
      "Output": { "packed": "{% $states.result %}", "first": "{% [$map($order.items, function($i) { $i.price })] %}" }, "End": true }
  }
}`;

const types = {
  version: 1 as const,
  input: fields({
    id: text,
    payment: fields({ kind: oneOf("card", "invoice") }),
    items: listOf(fields({ sku: text, price: number })),
  }),
  resources: { charge: { result: fields({ receipt: text }) } },
};

function findingsIn(definition: string): readonly string[] {
  const { machine: parsed, diagnostics } = parseMachine(definition);
  expect(diagnostics).toEqual([]);
  return parsed === undefined ? [] : analyze(parsed, { types }).diagnostics.map(({ code }) => code);
}

test("the machine itself is fine", () => {
  expect(findingsIn(machine)).toEqual([]);
});

test("each misspelt field is found", () => {
  const missed: string[] = [];
  let count = 0;
  for (const { index, name } of fieldsRead(machine)) {
    for (const misspelt of [`${name}x`, name.slice(0, -1) || "q"]) {
      count += 1;
      const changed = machine.slice(0, index) + misspelt + machine.slice(index + name.length);
      if (!findingsIn(changed).includes("data/unknown-field")) missed.push(`${name} → ${misspelt}`);
    }
  }
  expect(count).toBeGreaterThan(40);
  expect(missed).toEqual([]);
});

/** The names behind dots in expressions, but for the members of `$states`. */
function fieldsRead(definition: string): readonly { index: number; name: string }[] {
  const members = ["input", "context", "result", "errorOutput"];
  return [...definition.matchAll(/\{%(.*?)%\}/g)].flatMap((expression) =>
    [...(expression[1] ?? "").matchAll(/\.(\w+)/g)].flatMap((field) => {
      const index = expression.index + 2 + field.index + 1;
      const name = field[1] ?? "";
      return members.includes(name) ? [] : [{ index, name }];
    }),
  );
}
