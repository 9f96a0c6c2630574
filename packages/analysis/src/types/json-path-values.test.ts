import { describe, test } from "vitest";
import { check } from "../../test/check.ts";
import { fields, listOf, number, oneOf, text } from "../../test/schemas.ts";

const language = "JSONPath";
const input = fields({
  n: number,
  whole: oneOf(3),
  part: oneOf(1.5),
  no: oneOf(-1),
  name: text,
  list: listOf(text),
});
const types = { input };

describe("data/wrong-type: what paths must lead to", () => {
  const wait = (field: string) => `"W": { "Type": "Wait", ${field}, "End": true }`;

  test("SecondsPath leads to a whole number, 0 or more (R-WAIT-03)", () => {
    check(wait('"SecondsPath": |"$.part"|'), ["error data/wrong-type"], { types, language });
    check(wait('"SecondsPath": |"$.no"|'), ["error data/wrong-type"], { types, language });
    check(wait('"SecondsPath": "$.whole"'), [], { types, language });
    check(wait('"SecondsPath": "$.n"'), [], { types, language });
  });

  test("TimestampPath leads to a timestamp", () => {
    check(wait('"TimestampPath": |"$.n"|'), ["error data/wrong-type"], { types, language });
    check(wait('"TimestampPath": "$$.State.EnteredTime"'), [], { types, language });
  });

  test("ErrorPath and CausePath lead somewhere (R-FAIL-03)", () => {
    check(
      `"F": { "Type": "Fail", "ErrorPath": "$.|nam|", "CausePath": "$.name" }`,
      ["error data/unknown-field"],
      {
        types,
        language,
      },
    );
  });

  const map = (more: string) =>
    `"M": { "Type": "Map", ${more}, "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }, "End": true }`;

  test("ItemsPath leads to an array (R-MAP-03)", () => {
    check(map('"ItemsPath": |"$.name"|'), ["error data/wrong-type"], { types, language });
    check(map('"ItemsPath": "$.list"'), [], { types, language });
  });

  test("numbers of a Map: a text may be one (R-DMAP-10)", () => {
    const both = (path: string) => map(`"ItemsPath": "$.list", "MaxConcurrencyPath": ${path}`);
    check(both('|"$.part"|'), ["error data/wrong-type"], { types, language });
    check(both('|"$.list"|'), ["error data/wrong-type"], { types, language });
    check(both('|"$.name"|'), ["warning data/wrong-type"], { types, language });
    check(both('"$.whole"'), [], { types, language });
  });
});

describe("arguments of intrinsic functions", () => {
  const pass = (call: string) => `"P": { "Type": "Pass", "Parameters": { "x.$": "${call}" }, "End": true }`;

  test("a path that leads nowhere is found in the call, at its place", () => {
    check(pass("States.Format('{}', $.|nam|)"), ["error data/unknown-field"], { types, language });
  });

  test("of another type than the function takes", () => {
    check(pass("States.ArrayLength(|$.name|)"), ["error data/wrong-type"], { types, language });
    check(pass("States.ArrayLength($.list)"), [], { types, language });
    check(pass("States.MathAdd($.n, States.ArrayLength(|$.n|))"), ["error data/wrong-type"], {
      types,
      language,
    });
  });

  test.each([
    "States.Format(|'{} {}'|, $.n)",
    "States.StringToJson(|'{'|)",
    "States.ArrayGetItem(States.Array(1, 2), |2|)",
    "States.ArrayPartition($.list, |0|)",
    "States.ArrayRange(0, 10, |0|)",
    "States.ArrayRange(0, |1000|, 1)",
    "States.Base64Decode(|'a'|)",
    "States.Hash($.name, |'SHA-3'|)",
    "States.JsonMerge(States.StringToJson('{}'), States.StringToJson('{}'), |true|)",
    "States.MathRandom(2, |2|)",
  ])("a value that the function refuses: %s", (call) => {
    check(pass(call), ["error data/wrong-type"], { types, language });
  });

  test.each([
    "States.Format('{}', $.n)",
    "States.StringToJson($.name)",
    "States.ArrayGetItem($.list, 7)",
    "States.ArrayRange(0, 999, 1)",
    "States.Hash($.name, 'SHA-256')",
    "States.MathRandom($.n, 2)",
  ])("nothing is said of %s", (call) => {
    check(pass(call), [], { types, language });
  });
});

test("a name before what can be several: nothing is ever found, and nothing fails", () => {
  const pass = (path: string) => `"P": { "Type": "Pass", "Parameters": { "x.$": "${path}" }, "End": true }`;
  check(pass("$.|lst|[*]"), ["warning data/unknown-field"], { types, language });
  check(pass("$.list[*]"), [], { types, language });
});
