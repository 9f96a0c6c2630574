import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { anyOf, fields, listOf, number, oneOf, text } from "../../test/schemas.ts";

const order = fields({ id: text, total: number, items: listOf(fields({ sku: text, price: number })) });

describe("data/unknown-field", () => {
  test("a field that the state before never writes", () => {
    check(
      `"Price": { "Type": "Pass", "Output": { "total": "{% 1 + 1 %}" }, "Next": "Charge" },
       "Charge": { "Type": "Pass", "Output": "{% $states.input.|totl| %}", "End": true }`,
      ["error data/unknown-field"],
    );
  });

  test("its quiet twin", () => {
    check(
      `"Price": { "Type": "Pass", "Output": { "total": "{% 1 + 1 %}" }, "Next": "Charge" },
       "Charge": { "Type": "Pass", "Output": "{% $states.input.total %}", "End": true }`,
      [],
    );
  });

  test("the message names the state, what is there, who wrote it and what was meant", () => {
    const [diagnostic] = diagnosticsOf(
      `"Price": { "Type": "Pass", "Output": { "order": { "id": "{% $states.input.id %}", "total": 2 } }, "Next": "Charge" },
       "Charge": { "Type": "Pass", "Output": { "amount": "{% $states.input.order.totl %}" }, "End": true }`,
      { types: { input: order } },
    );
    expect(diagnostic).toMatchObject({
      state: "Charge",
      pointer: "/States/Charge/Output/amount",
      message: '"Charge" reads `totl`, but `$states.input.order` has no such field.',
      why: '`$states.input.order` comes from "Price": { id: string, total: 2 }.',
      help: "Did you mean `total`?",
      related: [{ state: "Price", pointer: "/States/Price/Output/order" }],
      fixes: [
        {
          edits: [{ pointer: "/States/Charge/Output/amount", newText: '"{% $states.input.order.total %}"' }],
        },
      ],
    });
  });

  test("the input's schema says what is there", () => {
    check(
      `"A": { "Type": "Pass", "Output": "{% $states.input.|totl| + 1 %}", "End": true }`,
      ["error data/unknown-field"],
      { types: { input: order } },
    );
  });

  test("without a schema the input is unknown, and nothing is said", () => {
    check(`"A": { "Type": "Pass", "Output": "{% $states.input.totl + 1 %}", "End": true }`, []);
  });

  test("inside an object made by an expression the key just vanishes (R-JA-17): a warning", () => {
    check(
      `"A": { "Type": "Pass", "Output": "{% {'id': $states.input.|idd|} %}", "End": true }`,
      ["warning data/unknown-field"],
      { types: { input: order } },
    );
  });

  test("$exists asks what can be; of what is never there under a name that nearly is, it is a slip", () => {
    const asks = (asked: string) => `"A": { "Type": "Pass", "Output": "{% ${asked} %}", "End": true }`;
    const told = { types: { input: order } };
    check(asks("$exists($states.input.|idd|)"), ["warning data/unknown-field"], told);
    check(asks("$states.input.|idd| != null"), ["warning data/unknown-field"], told);
    check(
      asks("$exists($states.input.|idd|) ? $states.input.idd : ''"),
      ["warning data/unknown-field"],
      told,
    );
    check(asks("$exists($states.input.coupon)"), [], told);
    check(asks("$exists($states.input.id)"), [], told);
  });

  test("$exists of a variable that nothing assigns, under a name that is nearly one", () => {
    const asks = (asked: string) =>
      `"A": { "Type": "Pass", "Assign": { "calls": 1 }, "Next": "B" },
       "B": { "Type": "Pass", "Output": "{% $exists(${asked}) %}", "End": true }`;
    check(asks("|$cals|"), ["warning data/unassigned-variable"]);
    check(asks("$other"), []);
    check(asks("$calls"), []);
  });

  test("one cause, one finding: what follows is unknown", () => {
    check(
      `"A": { "Type": "Pass", "Output": { "x": "{% $states.input.|idd| %}" }, "Next": "B" },
       "B": { "Type": "Pass", "Output": "{% $states.input.x.y.z %}", "End": true }`,
      ["error data/unknown-field"],
      { types: { input: order } },
    );
  });

  test("a field that one member of a union has is not unknown", () => {
    const either = anyOf(fields({ kind: oneOf("a"), a: number }), fields({ kind: oneOf("b"), b: number }));
    check(`"A": { "Type": "Pass", "Output": "{% {'a': $states.input.a} %}", "End": true }`, [], {
      types: { input: either },
    });
  });

  test("the answer of an integration", () => {
    check(
      `"Send": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                 "Arguments": { "QueueUrl": "q", "MessageBody": "{% $states.input %}" },
                 "Output": "{% $states.result.|MessageID| %}", "End": true }`,
      ["error data/unknown-field"],
    );
  });

  test("the context object (R-CTX-01)", () => {
    check(`"A": { "Type": "Pass", "Output": "{% $states.context.Execution.|ID| %}", "End": true }`, [
      "error data/unknown-field",
    ]);
  });

  test("names of a prototype are no fields", () => {
    check(
      `"A": { "Type": "Pass", "Output": "{% $states.input.|toString| %}", "End": true }`,
      ["error data/unknown-field"],
      { types: { input: order } },
    );
  });
});
