import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../test/check.ts";
import { fields, text } from "../../test/schemas.ts";

describe("limit/variable-size: all of one Assign together (R-VAR-14)", () => {
  const body = { type: "string", maxLength: 30_000 } as const;
  const types = { input: fields({ id: text, body }) };
  const assigning = (assign: string) =>
    `"A": { "Type": "Pass", "Assign": |${assign}|, "Next": "B" }, "B": { "Type": "Succeed", "Output": 1 }`;
  const unmarked = (states: string) => states.replaceAll("|", "");

  test("each fits, together they do not", () => {
    const both = assigning(`{ "one": "{% $states.input.body %}", "two": "{% $states.input.body %}" }`);
    check(both, ["warning limit/variable-size"], { types });
    expect(diagnosticsOf(unmarked(both), { types })[0]?.message).toBe(
      '"A" assigns up to 360004 bytes at once; one Assign holds at most 262144.',
    );
    check(unmarked(assigning(`{ "one": "{% $states.input.body %}" }`)), [], { types });
  });

  test("for certain, and what makes up most of it", () => {
    const [large, small] = ["x".repeat(200_000), "x".repeat(100_000)];
    const both = assigning(`{ "one": { "a": "${large}" }, "two": "${small}" }`);
    check(both, ["error limit/variable-size"]);
    expect(diagnosticsOf(unmarked(both))[0]).toMatchObject({
      message: '"A" assigns at least 300010 bytes at once; one Assign holds at most 262144.',
      why: "Most of it is `$one.a`.",
    });
    check(unmarked(assigning(`{ "one": { "a": "${large}" } }`)), []);
  });

  test("two states that assign one each are no Assign together", () => {
    check(
      `"A": { "Type": "Pass", "Assign": { "one": "{% $states.input.body %}" }, "Next": "B" },
       "B": { "Type": "Pass", "Assign": { "two": "{% $states.input.body %}" }, "Next": "C" },
       "C": { "Type": "Succeed", "Output": 1 }`,
      [],
      { types },
    );
  });

  test("one that is too large by itself is told, and not the Assign as well", () => {
    check(
      assigning(
        `{ "one": "{% $states.input.body & $states.input.body %}", "two": "{% $states.input.body %}" }`,
      ),
      ["warning limit/variable-size"],
      { types },
    );
  });

  test("a rule of a Choice and a catcher are told at their own Assign", () => {
    const two = `|{ "one": "{% $states.input.body %}", "two": "{% $states.input.body %}" }|`;
    check(
      `"A": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.id = 'a' %}", "Assign": ${two}, "Next": "B" }], "Default": "B" },
       "B": { "Type": "Succeed", "Output": 1 }`,
      ["warning limit/variable-size"],
      { types },
    );
  });

  test("a text without a bound may be short: nothing is said", () => {
    check(unmarked(assigning(`{ "one": "{% $states.input.id %}", "two": "{% $states.input.body %}" }`)), [], {
      types,
    });
  });
});
