import { describe, expect, test } from "vitest";
import { check } from "../../test/check.ts";
import { printMachine } from "../machine-to-json.ts";
import { parseMachine } from "../parse-machine.ts";
import { readMachine } from "./read-machine.ts";

const processor = `"StartAt": "In", "States": { "In": { "Type": "Succeed" } }`;
const task = `"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true`;

describe("the machine itself", () => {
  test("needs States and StartAt, in AWS's words (R-STRUCT-01)", () => {
    const [finding] = check("{}", ["structure/missing-field"]);
    expect(finding?.message).toBe("The state machine has no `States` and no `StartAt`.");
    expect(finding?.aws).toEqual({
      code: "SCHEMA_VALIDATION_FAILED",
      location: "/",
      message: "These fields are required: [States, StartAt]",
    });
  });

  test.each(["", "[]", '"text"', "null", "1"])("must be an object, not %s", (text) => {
    const { machine, diagnostics } = parseMachine(text);
    expect(machine).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["structure/wrong-type"]);
    expect(diagnostics[0]?.aws?.message).toBe("Definition must be a valid JSON object");
  });

  test("takes a literal whole number of seconds (R-STRUCT-05)", () => {
    check(`{ "TimeoutSeconds": |"{% 5 %}"|, "QueryLanguage": "JSONata", ${processor} }`, [
      "structure/wrong-type",
    ]);
    check(`{ "TimeoutSeconds": |0|, ${processor} }`, ["structure/out-of-range"]);
    check(`{ "TimeoutSeconds": 60, ${processor} }`, []);
  });

  test("has version 1.0 (R-STRUCT-02)", () => {
    check(`{ "Version": |"2.0"|, ${processor} }`, ["structure/unknown-value"]);
    check(`{ "Version": "1.0", ${processor} }`, []);
  });

  test("has at least one state", () => {
    check(`{ "StartAt": "A", |"States"|: {} }`, ["structure/empty"]);
  });
});

describe("the fields of a state", () => {
  test("that is misspelt is shown with the name that was meant", () => {
    const [finding] = check(`"A": { "Type": "Pass", |"Coment"|: "", "End": true }`, [
      "structure/unknown-field",
    ]);
    expect(finding?.help).toBe("Did you mean `Comment`?");
    check(`"A": { "Type": "Pass", "Comment": "", "End": true }`, []);
  });

  test.each([
    ["TimeoutSeconds", "1", ["Pass", "Wait", "Choice", "Parallel", "Map", "Succeed", "Fail"]],
    ["Retry", "[]", ["Pass", "Wait", "Choice", "Succeed", "Fail"]],
    ["Catch", "[]", ["Pass", "Wait", "Choice", "Succeed", "Fail"]],
  ])("%s is refused on every type that does not take it (R-FIELD-01)", (field, value, types) => {
    const bodies: Record<string, string> = {
      Pass: `"End": true`,
      Wait: `"Seconds": 1, "End": true`,
      Choice: `"Choices": [{ "Condition": true, "Next": "A" }]`,
      Parallel: `"Branches": [{ ${processor} }], "End": true`,
      Map: `"ItemProcessor": { ${processor} }, "End": true`,
      Succeed: `"Comment": ""`,
      Fail: `"Comment": ""`,
    };
    for (const type of types) {
      const state = `"A": { "Type": "${type}", ${bodies[type]}, |"${field}"|: ${value} }`;
      const [finding] = check(state, ["structure/unsupported-field"]);
      expect(finding?.aws?.message).toBe(`Field '${field}' is not supported`);
      expect(finding?.aws?.location).toBe("/States/A");
    }
  });

  test("of the other language name it, and the field to use (R-QL-05)", () => {
    const [finding] = check(
      `"A": { "Type": "Pass", |"Output"|: 1, "End": true }`,
      ["structure/other-query-language"],
      {
        language: "JSONPath",
      },
    );
    expect(finding?.aws?.message).toBe(
      "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage",
    );
    const [other] = check(`"A": { ${task}, |"Parameters"|: {} }`, ["structure/other-query-language"]);
    expect(other?.help).toBe("In this language it is `Arguments`.");
    check(`"A": { ${task}, "Arguments": {} }`, []);
  });

  test("say whether it goes on or ends, not both (R-FLOW-01)", () => {
    check(`|"A"|: { "Type": "Pass" }`, ["structure/missing-field"]);
    check(`"A": { "Type": "Pass", "Next": "A", |"End"|: true }`, ["structure/conflicting-fields"]);
    check(`"A": { "Type": "Pass", "Next": "A", "End": false }`, []);
    check(`|"A"|: { "Type": "Pass", "End": false }`, ["structure/missing-field"]);
  });

  test("an unknown Type gives AWS's list, and leaves the state unread", () => {
    const text = `{ "StartAt": "A", "States": { "A": { "Type": "pass", "End": true } } }`;
    const { machine, diagnostics } = parseMachine(text);
    expect(diagnostics[0]?.aws?.message).toBe(
      "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]",
    );
    expect(diagnostics[0]?.help).toBe('Did you mean "Pass"?');
    expect(Object.keys(machine?.unreadStates ?? {})).toEqual(["A"]);
    expect(machine && parseMachine(printMachine(machine)).machine).toEqual(machine);
  });
});

describe("the query language", () => {
  test("of a state inside a Map is the machine's, not the Map's (R-QL-01)", () => {
    const inner = `"StartAt": "In", "States": { "In": { "Type": "Pass", |"Output"|: 1, "End": true } }`;
    check(
      `"A": { "Type": "Map", "QueryLanguage": "JSONata", "ItemProcessor": { ${inner} }, "End": true }`,
      ["structure/other-query-language"],
      { language: "JSONPath" },
    );
  });

  test("JSONPath is refused under a JSONata machine (R-QL-02)", () => {
    const state = `"A": { "Type": "Pass", "QueryLanguage": |"JSONPath"|, "End": true }`;
    const [finding] = check(state, ["structure/query-language"]);
    expect(finding?.aws?.location).toBe("/States/A");
    check(state.replaceAll("|", ""), [], { language: "JSONPath" });
  });

  test("is no field of a processor (R-QL-03)", () => {
    const [finding] = check(
      `"A": { "Type": "Map", "ItemProcessor": { |"QueryLanguage"|: "JSONata", ${processor} }, "End": true }`,
      ["structure/unsupported-field"],
    );
    expect(finding?.aws?.location).toBe("/States/A/ItemProcessor");
  });

  test("that AWS does not know is one finding, whatever the fields are", () => {
    check(
      `{ "QueryLanguage": |"jsonata"|, "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": 1, "End": true } } }`,
      ["structure/unknown-value"],
    );
  });
});

describe("names", () => {
  test("of states have 1 to 80 characters (R-STRUCT-04)", () => {
    check(`|"${"x".repeat(81)}"|: { "Type": "Succeed" }`, ["structure/state-name"]);
    check(`"${"x".repeat(80)}": { "Type": "Succeed" }`, []);
    check(`"${"ä".repeat(80)}": { "Type": "Succeed" }`, []);
  });

  test.each(["_x", "a-b", "a.b", "x[2]", "1a", "", "states"])("%s is no variable (R-VAR-03)", (name) => {
    check(`"A": { "Type": "Pass", "Assign": { |"${name}"|: 1 }, "End": true }`, ["structure/variable-name"]);
  });

  test.each(["x", "a_b", "été", "__proto__x".slice(2), "constructor"])("%s is a variable", (name) => {
    check(`"A": { "Type": "Pass", "Assign": { "${name}": 1 }, "End": true }`, []);
  });

  test("of variables end before `.$` in JSONPath", () => {
    check(`"A": { "Type": "Pass", "Assign": { "x.$": "$.x" }, "End": true }`, [], { language: "JSONPath" });
    check(`"A": { "Type": "Pass", "Assign": { |"x.$"|: 1 }, "End": true }`, ["structure/variable-name"]);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "%s is a state like any other",
    (name) => {
      const text = `{ "StartAt": "${name}", "States": { "${name}": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }`;
      const { machine, diagnostics } = parseMachine(text);
      expect(diagnostics).toEqual([]);
      expect(Object.keys(machine?.States ?? {})).toEqual([name, "B"]);
      expect(inherited(machine?.States)).toEqual([]);
      expect(machine && printMachine(machine)).toContain(`"${name}": {`);
    },
  );
});

describe("Retry and Catch", () => {
  const retry = (entries: string) => `"A": { ${task}, "Retry": [${entries}] }`;

  test("States.ALL stands alone and last (R-ERR-11)", () => {
    check(retry(`{ "ErrorEquals": ["X", |"States.ALL"|] }`), ["structure/catch-all-position"]);
    check(retry(`{ "ErrorEquals": [|"States.ALL"|] }, { "ErrorEquals": ["X"] }`), [
      "structure/catch-all-position",
    ]);
    check(retry(`{ "ErrorEquals": ["X"] }, { "ErrorEquals": ["States.ALL"] }`), []);
  });

  test("ErrorEquals is a list of texts with at least one (R-ERR-10)", () => {
    check(retry("{}"), ["structure/missing-field"]);
    check(retry(`{ |"ErrorEquals"|: [] }`), ["structure/empty"]);
    check(retry(`{ "ErrorEquals": [|1|] }`), ["structure/wrong-type"]);
  });

  test.each([
    ["IntervalSeconds", "0", "1"],
    ["IntervalSeconds", "1.5", "1"],
    ["MaxAttempts", "-1", "0"],
    ["BackoffRate", "0.5", "1.0"],
    ["MaxDelaySeconds", "31622401", "31622400"],
    ["JitterStrategy", '"HALF"', '"FULL"'],
    ["IntervalSeconds", '"{% 1 %}"', '"${Interval}"'],
  ])("%s cannot be %s, but %s (R-RETRY-01)", (field, wrong, right) => {
    const [finding] = check(retry(`{ "ErrorEquals": ["X"], "${field}": |${wrong}| }`), [
      expect.stringMatching(/^structure/),
    ]);
    expect(finding?.severity).toBe("error");
    check(retry(`{ "ErrorEquals": ["X"], "${field}": ${right} }`), []);
  });

  test("may be empty, and a catcher says where to go (R-CATCH-01)", () => {
    check(retry(""), []);
    check(`"A": { ${task}, "Catch": [] }`, []);
    check(`"A": { ${task}, "Catch": [{ "ErrorEquals": ["States.ALL"] }] }`, ["structure/missing-field"]);
  });
});

describe("a Wait", () => {
  test("waits for exactly one thing (R-WAIT-01)", () => {
    check(`|"A"|: { "Type": "Wait", "End": true }`, ["structure/missing-field"]);
    check(`"A": { "Type": "Wait", "Seconds": 1, |"Timestamp"|: "2026-01-01T00:00:00Z", "End": true }`, [
      "structure/conflicting-fields",
    ]);
    check(`"A": { "Type": "Wait", "Seconds": 0, "End": true }`, []);
    check(`"A": { "Type": "Wait", "Seconds": "{% $n %}", "End": true }`, []);
    check(`"A": { "Type": "Wait", "Seconds": "\${n}", "End": true }`, []);
  });

  test("an expression needs JSONata, and says so", () => {
    const [finding] = check(
      `"A": { "Type": "Wait", "Seconds": |"{% $n %}"|, "End": true }`,
      ["structure/wrong-type"],
      {
        language: "JSONPath",
      },
    );
    expect(finding?.help).toContain("QueryLanguage");
  });

  test.each([
    "2026-01-31",
    "2026-01-31t00:00:00Z",
    "2026-02-30T00:00:00Z",
    "2026-01-31T00:00:00",
    "2026-01-31T24:00:00Z",
  ])("%s is no timestamp (R-WAIT-02)", (timestamp) => {
    const [finding] = check(`"A": { "Type": "Wait", "Timestamp": |"${timestamp}"|, "End": true }`, [
      "structure/timestamp",
    ]);
    expect(finding?.aws?.message).toBe("String does not match RFC3339 timestamp");
  });
});

describe("a Choice", () => {
  const choice = (rule: string) => `"A": { "Type": "Choice", "Choices": [${rule}], "Default": "A" }`;
  const jsonpath = { language: "JSONPath" } as const;

  test("has rules, each with Next (R-CHOICE-01, R-CHOICE-02)", () => {
    check(`"A": { "Type": "Choice", "Choices": [] }`, ["structure/empty"]);
    const [finding] = check(choice(`{ "Condition": true }`), ["structure/missing-field"]);
    expect(finding?.aws).toEqual({
      code: "SCHEMA_VALIDATION_FAILED",
      location: "/States/A/Choices[0]",
      message: "These fields are required: [Next]",
    });
  });

  test("in JSONata has conditions (R-CHOICE-05, R-CHOICE-06)", () => {
    check(choice(`{ "Condition": |"$x"|, "Next": "A" }`), ["structure/wrong-type"]);
    check(choice(`{ "Next": "A" }`), ["structure/choice-rule"]);
    check(choice(`{ |"Variable"|: "$.x", "IsNull": true, "Next": "A" }`), ["structure/choice-rule"]);
    check(choice(`{ "Condition": "{% $x = 1 %}", "Next": "A" }`), []);
    check(choice(`{ "Condition": "{% \${Flag} = true %}", "Next": "A" }`), []);
  });

  test("in JSONPath compares one variable with one operator (R-CHOICE-10)", () => {
    check(choice(`{ "Variable": "$.x", "NumericEquals": 1, "Next": "A" }`), [], jsonpath);
    check(choice(`{ "Variable": "$.x", "Next": "A" }`), ["structure/choice-rule"], jsonpath);
    check(choice(`{ "NumericEquals": 1, "Next": "A" }`), ["structure/choice-rule"], jsonpath);
    check(
      choice(`{ "Variable": "$.x", "NumericEquals": 1, |"IsNull"|: true, "Next": "A" }`),
      ["structure/choice-rule"],
      jsonpath,
    );
    const [finding] = check(
      choice(`{ "Variable": "$.x", |"NumericEqual"|: 1, "Next": "A" }`),
      ["structure/choice-rule"],
      jsonpath,
    );
    expect(finding?.help).toBe("Did you mean `NumericEquals`?");
  });

  test.each([
    ["NumericEquals", '"1"', "1"],
    ["StringEquals", "1", '"1"'],
    ["BooleanEquals", '"true"', "true"],
    ["IsPresent", "1", "false"],
    ["TimestampLessThan", '"now"', '"2026-01-01T00:00:00Z"'],
    ["StringEqualsPath", '"x"', '"$.x"'],
  ])("%s does not take %s, but %s (R-CHOICE-11, R-CHOICE-15, R-CHOICE-18)", (operator, wrong, right) => {
    const rule = (operand: string) => choice(`{ "Variable": "$.x", "${operator}": ${operand}, "Next": "A" }`);
    check(rule(`|${wrong}|`), [expect.stringMatching(/wrong-type|timestamp/)], jsonpath);
    check(rule(right), [], jsonpath);
  });

  test("And, Or and Not hold rules without Next (R-CHOICE-02)", () => {
    const inner = `"Variable": "$.x", "IsNull": true`;
    check(choice(`{ "And": [{ ${inner} }], "Next": "A" }`), [], jsonpath);
    check(choice(`{ "Not": { "Or": [{ ${inner} }, { ${inner} }] }, "Next": "A" }`), [], jsonpath);
    check(choice(`{ "And": [], "Next": "A" }`), ["structure/empty"], jsonpath);
    check(choice(`{ |"Not"|: [], "Next": "A" }`), ["structure/wrong-type"], jsonpath);
    check(
      choice(`{ "And": [{ ${inner}, |"Next"|: "A" }], "Next": "A" }`),
      ["structure/choice-rule"],
      jsonpath,
    );
  });
});

describe("Parallel and Map", () => {
  test("a Parallel has branches (R-PAR-01)", () => {
    const [finding] = check(`"A": { "Type": "Parallel", "Branches": [], "End": true }`, ["structure/empty"]);
    expect(finding?.aws).toEqual({
      code: "SCHEMA_VALIDATION_FAILED",
      location: "/States/A/Branches",
      message: "Value cannot be empty",
    });
    check(`"A": { "Type": "Parallel", "Branches": [{ ${processor} }], "End": true }`, []);
  });

  test("a Map has one processor (R-MAP-01)", () => {
    check(`|"A"|: { "Type": "Map", "End": true }`, ["structure/missing-field"]);
    check(
      `"A": { "Type": "Map", "ItemProcessor": { ${processor} }, |"Iterator"|: { ${processor} }, "End": true }`,
      ["structure/conflicting-fields"],
    );
    check(`"A": { "Type": "Map", "Iterator": { ${processor} }, "End": true }`, []);
  });

  test("a distributed Map says how its children run (R-DMAP-01)", () => {
    const map = (config: string) =>
      `"A": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { ${config} }, ${processor} }, "End": true }`;
    check(map(`"Mode": "DISTRIBUTED"`), ["structure/missing-field"]);
    check(map(`"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"`), []);
    check(map(`"Mode": "INLINE"`), []);
    check(map(`"Mode": |"Inline"|`), ["structure/unknown-value"]);
  });

  test("what only a distributed Map can do is a warning on another one (R-MAP-01)", () => {
    const [finding] = check(
      `"A": { "Type": "Map", |"Label"|: "x", "ItemProcessor": { ${processor} }, "End": true }`,
      ["structure/inline-map-field"],
    );
    expect(finding?.severity).toBe("warning");
  });

  test("readers, batchers and writers have their own fields (R-DMAP-03, -08, -12)", () => {
    const map = (field: string) =>
      `"A": { "Type": "Map", ${field}, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, ${processor} }, "End": true }`;
    check(map(`"ItemBatcher": {}`), ["structure/missing-field"]);
    check(map(`"ItemBatcher": { "MaxItemsPerBatch": 10 }`), []);
    check(map(`"ItemReader": { "Resource": |"arn:aws:states:::s3:getobject"|, "Arguments": {} }`), [
      "structure/unknown-value",
    ]);
    check(map(`"ItemReader": { "Resource": "arn:aws:states:::s3:getObject" }`), ["structure/missing-field"]);
    check(map(`"ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Arguments": {} }`), []);
    check(map(`"ResultWriter": {}`), ["structure/missing-field"]);
    check(map(`"ResultWriter": { "WriterConfig": { "Transformation": "COMPACT" } }`), []);
    check(map(`"ToleratedFailurePercentage": |101|`), ["structure/out-of-range"]);
  });

  test("a label is part of an ARN (R-DMAP-02)", () => {
    const map = (label: string) =>
      `"A": { "Type": "Map", "Label": "${label}", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, ${processor} }, "End": true }`;
    for (const label of ["a b", "a:b", "x".repeat(41)]) check(map(`${label}`), ["structure/label"]);
    check(map("a-b_1"), []);
  });

  test("Credentials name a role (R-TASK-06)", () => {
    const [finding] = check(`"A": { ${task}, "Credentials": {} }`, ["structure/missing-field"]);
    expect(finding?.aws).toEqual({
      code: "SCHEMA_VALIDATION_FAILED",
      location: "/States/A/Credentials",
      message: "The field 'RoleArn' is required but was missing",
    });
    check(`"A": { ${task}, "Credentials": { "RoleArn": "{% $role %}" } }`, []);
  });
});

describe("what cannot be held", () => {
  test("is left out, the rest is read", () => {
    const { machine, diagnostics } = readMachine({
      StartAt: "A",
      States: { A: { Type: "Pass", Comment: 1, Next: "B" }, B: { Type: "Task" } },
    });
    expect(diagnostics.map(({ pointer }) => pointer)).toEqual(["/States/A/Comment", "/States/B"]);
    expect(machine?.States.A).toEqual({ Type: "Pass", Next: "B" });
    expect(machine?.States.B).toEqual({ Type: "Task", Resource: "" });
  });

  test("is frozen plain data, whatever it was read from", () => {
    const { machine } = readMachine(
      JSON.parse(
        `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "__proto__": 1 }, "End": true } } }`,
      ),
    );
    expect(Object.isFrozen(machine?.States.A)).toBe(true);
    expect(machine && printMachine(machine)).toContain('"__proto__": 1');
  });

  test.each([undefined, () => 1, Symbol("x"), 1n, Number.NaN])("is no JSON: %s", (value) => {
    expect(readMachine({ StartAt: "A", States: value }).diagnostics.length).toBeGreaterThan(0);
    expect(readMachine(value).machine).toBeUndefined();
  });

  test("is nested too deep, in circles even", () => {
    const circle: Record<string, unknown> = {};
    circle.States = circle;
    expect(readMachine(circle).diagnostics.map(({ code }) => code)).toEqual(["limit/nesting-depth"]);
  });
});

/** What an object has without having been given it. */
function inherited(value: object | undefined): readonly string[] {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
  return names.filter((name) => value !== undefined && name in value && !Object.hasOwn(value, name));
}
