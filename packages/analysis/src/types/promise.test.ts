import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { boolean, fields, number, oneOf, text } from "../../test/schemas.ts";

const types = {
  input: fields({ id: text, flag: boolean, "note?": text }),
  output: fields({ id: text, status: oneOf("paid", "refused") }),
};

describe("data/output-promise", () => {
  test("what is promised", () => {
    check(
      `"A": { "Type": "Pass", "Output": { "id": "{% $states.input.id %}", "status": "paid" }, "End": true }`,
      [],
      {
        types,
      },
    );
  });

  test("a value that was never promised, at its place", () => {
    check(
      `"A": { "Type": "Pass", "Output": { "id": "{% $states.input.id %}", "status": |"payed"| }, "End": true }`,
      ["error data/output-promise"],
      { types },
    );
  });

  test("a field that is missing", () => {
    check(
      `"A": { "Type": "Pass", "Output": |{ "id": "{% $states.input.id %}" }|, "End": true }`,
      ["error data/output-promise"],
      { types },
    );
  });

  test("each state that ends the machine is asked, and no other", () => {
    check(
      `"C": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input.flag %}", "Next": "A" } ], "Default": "B" },
       "A": { "Type": "Pass", "Output": { "id": "1", "status": "paid" }, "Next": "S" },
       "S": { "Type": "Succeed" },
       "B": { "Type": "Succeed", "Output": |"nothing"| }`,
      ["error data/output-promise"],
      { types },
    );
  });

  test("a branch of a Parallel promises nothing", () => {
    check(
      `"P": { "Type": "Parallel", "Branches": [ { "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": 1, "End": true } } } ],
              "Output": { "id": "1", "status": "paid" }, "End": true }`,
      [],
      { types },
    );
  });

  test("a field that may be missing: a warning", () => {
    const [diagnostic] = diagnosticsOf(`"A": { "Type": "Pass", "End": true }`, {
      types: { input: fields({ "n?": number }), output: fields({ n: number }) },
    });
    expect(diagnostic).toMatchObject({ severity: "warning", code: "data/output-promise" });
  });

  test("what is unknown may be what is promised", () => {
    check(`"A": { "Type": "Pass", "End": true }`, [], { types: { output: types.output } });
  });
});
