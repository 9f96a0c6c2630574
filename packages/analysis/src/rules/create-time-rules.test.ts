import { describe, expect, test } from "vitest";
import { check } from "../../test/check-rules.ts";

const jsonpath = { language: "JSONPath" } as const;
const pass = (fields: string) => `"A": { "Type": "Pass", ${fields}, "End": true }`;
const processor = (mode: string, states: string) =>
  `"ItemProcessor": { "ProcessorConfig": ${mode}, "StartAt": "I", "States": { "I": ${states} } }`;
const inline = '{ "Mode": "INLINE" }';
const distributed = '{ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }';

describe("paths", () => {
  test("are JSONPath to their last character (R-PATH-01)", () => {
    const [finding] = check(pass('"OutputPath": "$.rows[0]|I|d"'), ["expression/path"], jsonpath);
    expect(finding?.aws).toEqual({
      code: "SCHEMA_VALIDATION_FAILED",
      location: "/States/A/OutputPath",
      message: "Value must be a valid JSONPath.",
    });
    check(pass('"OutputPath": "$.rows[0].Id"'), [], jsonpath);
    check(pass('"Parameters": { "x.$": " $.x" }'), ["expression/path"], jsonpath);
  });

  test("name one place where a reference path is taken (R-PATH-03)", () => {
    const map = (path: string) =>
      `"A": { "Type": "Map", "ItemsPath": ${path}, ${processor(inline, '{ "Type": "Succeed" }')}, "End": true }`;
    check(map('"$.orders|[*]|.items"'), ["expression/reference-path"], jsonpath);
    check(map('"$.orders[0].items"'), [], jsonpath);
    check(map('"$items"'), [], jsonpath);
  });

  test("of results begin in the input of the state (R-RP-03)", () => {
    check(pass('"ResultPath": "|$$|.x"'), ["expression/result-path"], jsonpath);
    check(pass('"ResultPath": "|$x|.y"'), ["expression/result-path"], jsonpath);
    check(pass('"ResultPath": "$.x"'), [], jsonpath);
  });

  test("of Choice rules are read, in rules inside rules too (R-CHOICE-20)", () => {
    const choice = (variable: string, operand: string) =>
      `"A": { "Type": "Choice", "Choices": [{ "And": [{ "Not": { "Variable": ${variable}, "StringEqualsPath": ${operand} } }], "Next": "B" }] }, "B": { "Type": "Fail" }`;
    check(choice('"$.a|[]|"', '"$.b"'), ["expression/path"], jsonpath);
    check(choice('"$.a"', '"$.b|[]|"'), ["expression/path"], jsonpath);
    check(choice('"$.a"', '"$$.Execution.Name"'), [], jsonpath);
  });

  test("are operands of operators that read them (AWS: NO_PATH)", () => {
    const choice = (operator: string) =>
      `"A": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "${operator}": |"$.b"|, "Next": "B" }] }, "B": { "Type": "Fail" }`;
    check(choice("StringEquals"), ["expression/forgotten-path"], jsonpath);
    check(choice("StringEqualsPath").replaceAll("|", ""), [], jsonpath);
  });
});

describe("intrinsic functions", () => {
  const with_ = (call: string) => pass(`"Parameters": { "x.$": "${call}" }`);

  test("exist, with as many arguments as they take (R-INTR-04)", () => {
    const [finding] = check(with_("|States.Fromat|('{}', $.x)"), ["expression/intrinsic"], {
      ...jsonpath,
      applyFix: true,
    });
    expect(finding?.help).toBe("Did you mean `States.Format`?");
    expect(finding?.aws?.message).toBe(
      "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call",
    );
    check(with_("States.ArrayLength()"), ["expression/intrinsic"], jsonpath);
    check(with_("States.ArrayLength($.x)"), [], jsonpath);
  });

  test("stand under names that end in `.$` (AWS: NO_DOLLAR)", () => {
    check(pass('"Parameters": { "x": "States.UUID()" }'), ["expression/forgotten-dollar"], jsonpath);
    check(pass('"Parameters": { "x": "States.Anything()" }'), [], jsonpath);
  });

  test("are not evaluated in a Result (R-PASS-01)", () => {
    check(
      pass('"Result": { "a": { "x.$": |"$.x"|, "y.$": "$.y" } }'),
      ["expression/static-result"],
      jsonpath,
    );
    check(pass('"Result": { "a": { "x": "$.x" } }'), [], jsonpath);
  });
});

test("text of the other query language is handed on as text (R-JA-07)", () => {
  check(pass('"Output": { "x": |"$.x"| }'), ["expression/other-language"]);
  check(pass('"Output": { "x": "States.Format(\'x\')" }'), ["expression/other-language"]);
  check(pass('"Output": { "x": "$5.00" }'), []);
  check(pass('"Parameters": { "x": |"{% $states.input %}"| }'), ["expression/other-language"], jsonpath);
});

test("a template makes each field once (R-JP-06)", () => {
  check(pass('"Parameters": { "a": [{ "x": 1, "x.$": |"$.x"| }] }'), ["structure/template-key"], jsonpath);
  check(pass('"Parameters": { "a": [{ "x": 1, "y.$": "$.x" }] }'), [], jsonpath);
});

describe("variables", () => {
  const nested = (mode: string, name: string) =>
    `"A": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "M" },
     "M": { "Type": "Map", ${processor(mode, `{ "Type": "Pass", "Assign": { "${name}": 2 }, "End": true }`)}, "End": true }`;

  test("of an outer scope are not assigned inside (R-VAR-09)", () => {
    const [finding] = check(nested(inline, "total"), ["structure/outer-variable"]);
    expect(finding?.pointer).toBe("/States/M/ItemProcessor/States/I/Assign/total");
    expect(finding?.related?.[0]?.pointer).toBe("/States/A");
    check(nested(inline, "count"), []);
  });

  test("of child executions are their own (R-VAR-11)", () => {
    check(nested(distributed, "total"), []);
  });

  test("of two branches may have one name (R-VAR-10)", () => {
    const branch = (state: string) =>
      `{ "StartAt": "${state}", "States": { "${state}": { "Type": "Pass", "Assign": { "x": 1 }, "End": true } } }`;
    check(`"A": { "Type": "Parallel", "Branches": [${branch("B")}, ${branch("C")}], "End": true }`, []);
  });
});

describe("distributed Maps", () => {
  const map = (fields: string, name = "A", way = '"End": true') =>
    `"${name}": { "Type": "Map", ${fields}, ${processor(distributed, '{ "Type": "Succeed" }').replaceAll('"I"', `"In${name}"`)}, ${way} }`;
  const reader = (config: string, parameters = '{ "Bucket": "b", "Key": "k" }', action = "getObject") =>
    `"ItemReader": { "Resource": "arn:aws:states:::s3:${action}", "ReaderConfig": ${config}, "Parameters": ${parameters} }`;

  test("have labels that differ (R-DMAP-02)", () => {
    const two = (label: string) =>
      `${map('"Label": "one"', "A", '"Next": "B"')}, ${map(`"Label": ${label}`, "B")}`;
    check(two('|"one"|'), ["structure/duplicate-label"], jsonpath);
    check(two('"two"'), [], jsonpath);
  });

  test("say in which form their objects are (R-DMAP-03, R-DMAP-05)", () => {
    check(map(reader("{}")), ["structure/reader-config"], jsonpath);
    check(map(reader('{ "InputType": "CSV" }')), [], jsonpath);
    check(map(reader("{}", '{ "Bucket": "b" }', "listObjectsV2")), [], jsonpath);
    check(map(reader('{ "ManifestType": "S3_INVENTORY" }')), [], jsonpath);
    const given = '{ "InputType": "CSV", "CSVHeaderLocation": |"GIVEN"| }';
    check(map(reader(given)), ["structure/reader-config"], jsonpath);
    check(map(reader(given.replace(" }", ', "CSVHeaders": ["a"] }').replaceAll("|", ""))), [], jsonpath);
    const flatten = '{ "Transformation": |"LOAD_AND_FLATTEN"| }';
    check(map(reader(flatten, '{ "Bucket": "b" }', "listObjectsV2")), ["structure/reader-config"], jsonpath);
  });

  test("name buckets and keys as text (R-DMAP-03, R-DMAP-12)", () => {
    check(
      map(reader('{ "InputType": "CSV" }', '{ "Bucket": |42|, "Key.$": "$.k" }')),
      ["structure/storage-argument"],
      jsonpath,
    );
    check(
      map(reader('{ "InputType": "CSV" }', '{ "Bucket": "b" }')),
      ["structure/storage-argument"],
      jsonpath,
    );
    const writer =
      '"ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b", "Prefix": |{}| } }';
    check(map(writer.replaceAll("|", "")), ["structure/storage-argument"], jsonpath);
    check(map(writer.replace("|{}|", '"p"')), [], jsonpath);
    check(
      `"A": { "Type": "Map", "ItemReader": { "Resource": "\${Reader}:constructor", "Parameters": { "Bucket": "b" } }, ${processor(distributed, '{ "Type": "Succeed" }')}, "End": true }`,
      [],
      jsonpath,
    );
  });
});

describe("tasks", () => {
  const task = (resource: string, fields = "") =>
    `"A": { "Type": "Task", "Resource": |"${resource}"|, ${fields} "End": true }`;

  test("call an integration, a function or an activity (R-TASK-01)", () => {
    check(task("a:b"), ["integration/resource-form"]);
    check(task("arn:aws:lambda:us-east-1:111111111111:function:"), ["integration/function-arn"]);
    check(task("arn:aws:lambda:us-east-1:111111111111:function:charge:"), ["integration/function-arn"]);
    for (const name of ["charge", "charge:live", "charge:$LATEST", "charge:7"]) {
      check(task(`arn:aws:lambda:us-east-1:111111111111:function:${name}`).replaceAll("|", ""), []);
    }
  });

  test("that wait for somebody have a bound (R-DIAG-13)", () => {
    const arn = "arn:aws:states:us-east-1:111111111111:activity:approve";
    check(task(arn), ["integration/endless-wait"]);
    check(task(arn, '"HeartbeatSeconds": 60,').replaceAll("|", ""), []);
  });

  test("have a ceiling of the delay above its start (R-RETRY-01)", () => {
    const retry = (seconds: string) =>
      task(
        "arn:aws:states:::lambda:invoke",
        `"Retry": [{ "ErrorEquals": ["X"], "IntervalSeconds": 5, "MaxDelaySeconds": ${seconds} }],`,
      )
        .replaceAll('|"', '"')
        .replaceAll('"|', '"');
    check(retry("|5|"), ["structure/max-delay"]);
    check(retry("6"), []);
  });
});
