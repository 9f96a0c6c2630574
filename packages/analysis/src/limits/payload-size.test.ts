import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { fields, text } from "../../test/schemas.ts";

const large = "x".repeat(262_140);

describe("limit/payload-size (R-Q-01, R-ERR-25)", () => {
  const passing = (length: number) =>
    `"A": { "Type": "Pass", "Output": { "body": "${large.slice(0, length)}" }, "End": true }`;

  test("data that is too large for certain", () => {
    check(passing(262_140), ["error limit/payload-size"]);
    const [diagnostic] = diagnosticsOf(passing(262_140));
    expect(diagnostic?.message).toBe(
      'The output of "A" is at least 262151 bytes; Step Functions carries at most 262144.',
    );
    expect(diagnostic?.why).toBe("Most of it is `body`.");
  });

  test("the largest that is carried", () => {
    check(passing(262_133), []);
  });

  test("it is told where it is made, not where it is passed on", () => {
    check(
      `"A": { "Type": "Pass", "Output": |{ "body": "${large}" }|, "Next": "B" },
       "B": { "Type": "Pass", "Output": { "again": "{% $states.input %}" }, "End": true }`,
      ["error limit/payload-size"],
    );
  });

  test("a bound that can pass it: a warning that names the field", () => {
    const input = fields({ id: text, body: { type: "string", maxLength: 30_000 } });
    const [diagnostic] = diagnosticsOf(
      `"A": { "Type": "Pass", "Output": { "id": 1, "list": ["{% $states.input.body %}", "{% $states.input.body %}"] }, "End": true }`,
      { types: { input } },
    );
    expect(diagnostic).toMatchObject({ severity: "warning", why: "Most of it is `list`." });
  });

  test("a text without a bound may be short: nothing is said", () => {
    check(`"A": { "Type": "Pass", "Output": { "id": "{% $states.input.id %}" }, "End": true }`, [], {
      types: { input: fields({ id: text }) },
    });
  });
});
