import { describe, test } from "vitest";
import { check } from "../../test/check.ts";
import { anyOf, boolean, fields, listOf, number, text } from "../../test/schemas.ts";

const input = fields({
  list: listOf(text),
  name: text,
  flag: boolean,
  n: number,
  at: { type: "string", format: "date-time" },
  "note?": text,
});
const types = { input };

describe("data/wrong-type: what Step Functions demands of a field", () => {
  const map = (items: string) =>
    `"M": { "Type": "Map", "Items": "{% ${items} %}", "ItemProcessor": { "StartAt": "A", "States": {
            "A": { "Type": "Pass", "End": true } } }, "End": true }`;

  test("Items is an array (R-MAP-02, R-MAP-03)", () => {
    check(
      map("$states.input.name").replace('"{%', '|"{%').replace('%}"', '%}"|'),
      ["error data/wrong-type"],
      { types },
    );
    check(map("$states.input.list"), [], { types });
  });

  test("Items may be an object since 2025: a warning (R-MAP-03)", () => {
    check(map("$states.input"), ["warning data/object-items"], { types });
  });

  test("Items that may be null: a warning", () => {
    check(map("$states.input"), ["warning data/wrong-type"], {
      types: { input: anyOf(listOf(text), { type: "null" }) },
    });
  });

  test("without Items the input itself is iterated", () => {
    check(map("0").replace('"Items": "{% 0 %}", ', ""), ["error data/wrong-type"], {
      types: { input: text },
    });
  });

  const choice = (condition: string) =>
    `"C": { "Type": "Choice", "Choices": [ { "Condition": |"{% ${condition} %}"|, "Next": "D" } ], "Default": "D" },
     "D": { "Type": "Succeed" }`;

  test("a Condition is true or false: truthiness is not applied (R-CHOICE-05)", () => {
    check(choice("$states.input.name"), ["error data/wrong-type"], { types });
    check(choice("$states.input.flag").replaceAll("|", ""), [], { types });
  });

  test("Seconds is a number, Timestamp a string", () => {
    check(
      `"W": { "Type": "Wait", "Seconds": |"{% $states.input.name %}"|, "Next": "X" },
       "X": { "Type": "Wait", "Timestamp": |"{% $states.input.n %}"|, "End": true }`,
      ["error data/wrong-type", "error data/wrong-type"],
      { types },
    );
    check(
      `"W": { "Type": "Wait", "Seconds": "{% $states.input.n %}", "Next": "X" },
       "X": { "Type": "Wait", "Timestamp": "{% $states.input.at %}", "End": true }`,
      [],
      { types },
    );
  });

  test("a string that is not told to be a timestamp may be none: a warning", () => {
    check(
      `"W": { "Type": "Wait", "Timestamp": |"{% $states.input.name %}"|, "Next": "X" },
       "X": { "Type": "Wait", "Timestamp": "{% $states.context.State.EnteredTime %}", "Next": "Y" },
       "Y": { "Type": "Wait", "Timestamp": "{% $fromMillis($millis() + 1000) %}", "End": true }`,
      ["warning data/wrong-type"],
      { types },
    );
  });

  test("Seconds is no part of a second, and not negative (R-WAIT-03)", () => {
    const wait = (seconds: string) => `"W": { "Type": "Wait", "Seconds": ${seconds}, "End": true }`;
    check(wait('|"{% 1.5 %}"|'), ["error data/wrong-type"]);
    check(wait('|"{% -1 %}"|'), ["error data/wrong-type"]);
    check(wait('"{% 0 %}"'), []);
  });

  test("a function is no value (R-JA-20)", () => {
    check(`"P": { "Type": "Pass", "Output": |"{% $f := function($x) { $x } %}"|, "End": true }`, [
      "error data/wrong-type",
    ]);
  });

  test("a known Timestamp is one (R-WAIT-02)", () => {
    const wait = (input: string) =>
      check(`"W": { "Type": "Wait", "Timestamp": "{% $states.input %}", "End": true }`, findingsFor(input), {
        types: { input: { const: input } },
      });
    const findingsFor = (input: string) => (input.endsWith("Z") ? [] : ["error data/wrong-type"]);
    wait("2026-01-01T00:00:00Z");
    wait("2026-01-01 00:00:00");
  });

  test("a placeholder stands for anything", () => {
    check(`"W": { "Type": "Wait", "Seconds": "\${Delay}", "End": true }`, [], { types });
  });

  test("Error and Cause of a Fail are strings", () => {
    check(
      `"F": { "Type": "Fail", "Error": "E", "Cause": |"{% $states.input.n %}"| }`,
      ["error data/wrong-type"],
      {
        types,
      },
    );
  });

  test("TimeoutSeconds is a number", () => {
    check(
      `"T": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f",
              "TimeoutSeconds": |"{% $states.input.name %}"|, "End": true }`,
      ["error data/wrong-type"],
      { types },
    );
  });

  test("operands that an operator refuses", () => {
    check(
      `"A": { "Type": "Pass", "Output": "{% |$states.input.name| + 1 %}", "End": true }`,
      ["error data/wrong-type"],
      { types },
    );
  });
});

describe("data/undefined-result (R-JA-16)", () => {
  test("an optional field at a leaf of a template: a warning", () => {
    check(
      `"A": { "Type": "Pass", "Output": { "note": |"{% $states.input.note %}"| }, "End": true }`,
      ["warning data/undefined-result"],
      { types },
    );
  });

  test("with a default it is fine", () => {
    check(
      `"A": { "Type": "Pass", "Output": { "note": "{% $exists($states.input.note) ? $states.input.note : null %}" }, "End": true }`,
      [],
      { types },
    );
  });

  test("inside an object made by an expression the key is left out (R-JA-17)", () => {
    check(`"A": { "Type": "Pass", "Output": "{% {'note': $states.input.note} %}", "End": true }`, [], {
      types,
    });
  });

  test("a condition without an else that never holds", () => {
    check(
      `"A": { "Type": "Pass", "Output": |"{% $states.input.flag ? 1 %}"|, "End": true }`,
      ["warning data/undefined-result"],
      { types },
    );
  });

  test("an array may hold nothing that a filter finds; brackets make it an array (R-JA-19)", () => {
    check(
      `"A": { "Type": "Pass", "Output": |"{% $states.input.list[$ = 'x'] %}"|, "End": true }`,
      ["warning data/undefined-result"],
      { types },
    );
    check(`"A": { "Type": "Pass", "Output": "{% [$states.input.list[$ = 'x']] %}", "End": true }`, [], {
      types,
    });
  });
});
