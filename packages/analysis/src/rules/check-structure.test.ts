import { parseMachine } from "@statewright/asl";
import { describe, expect, test } from "vitest";
import { check } from "../../test/check-rules.ts";
import { checkStructure } from "./check-structure.ts";

const done = `"Done": { "Type": "Succeed" }`;

describe("transitions", () => {
  test("name a state of their own scope (R-FLOW-03)", () => {
    const [finding] = check(
      `"A": { "Type": "Pass", "Next": |"Don"| }, ${done}`,
      ["transition/unknown-target"],
      {},
    );
    expect(finding?.help).toBe('Did you mean "Done"?');
    expect(finding?.aws).toEqual({
      code: "MISSING_TRANSITION_TARGET",
      location: "/States/A/Next",
      message: "Missing 'Next' target: Don",
    });
    check(`"A": { "Type": "Pass", "Next": "Done" }, ${done}`, []);
  });

  test("that are misspelt do not make the state that was meant unreachable: one cause, one finding", () => {
    check(`"A": { "Type": "Pass", "Next": "Don" }, ${done}`, ["transition/unknown-target"]);
    check(`"A": { "Type": "Pass", "Next": "Elsewhere" }, ${done}`, [
      "transition/unknown-target",
      "transition/unreachable",
    ]);
  });

  test("are mended by the fix, which makes the state reachable as well", () => {
    check(
      `"A": { "Type": "Choice", "Choices": [{ "Condition": true, "Next": |"Don"| }], "Default": "Done" }, ${done}`,
      ["transition/unknown-target"],
      { applyFix: true },
    );
  });

  test("of StartAt, Default and Catch are looked at too, in AWS's words", () => {
    const locations = (text: string): unknown => {
      const { machine } = parseMachine(text);
      return machine && checkStructure(machine).map(({ aws }) => `${aws?.message} at ${aws?.location}`);
    };
    expect(locations(`{ "StartAt": "X", "States": { ${done} } }`)).toEqual([
      "Missing 'Next' target: X at /StartAt",
    ]);
    expect(
      locations(
        `{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsNull": true, "Next": "Y" }], "Default": "X" }, ${done} } }`,
      ),
    ).toEqual([
      "Missing 'Next' target: Y at /States/C/Choices[0]/Next",
      "Missing 'Next' target: X at /States/C/Default",
      'State "Done" is not reachable. at /States/Done',
    ]);
    expect(
      locations(
        `{ "StartAt": "T", "States": { "T": { "Type": "Task", "Resource": "\${Arn}", "End": true, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "X" }] } } }`,
      ),
    ).toEqual(["Missing 'Next' target: X at /States/T/Catch[0]/Next"]);
  });

  test("do not lead out of a branch", () => {
    const [finding] = check(
      `"A": { "Type": "Parallel", "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Choice", "Choices": [{ "Condition": true, "Next": |"Done"| }], "Default": "C" }, "C": { "Type": "Succeed" } } }], "Next": "Done" }, ${done}`,
      ["transition/unknown-target"],
    );
    expect(finding?.why).toContain("another scope");
  });

  test("lead to every state (R-FLOW-04)", () => {
    const [finding] = check(`"A": { "Type": "Pass", "End": true }, |"Done"|: { "Type": "Succeed" }`, [
      "transition/unreachable",
    ]);
    expect(finding?.aws?.message).toBe('State "Done" is not reachable.');
  });

  test("come to an end (R-FLOW-05), and then unreachable states are not said as well (R-DIAG-10)", () => {
    const loop = `"A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "Next": "A" }`;
    const [finding] = check(loop, ["transition/no-end"]);
    expect(finding?.aws).toEqual({ code: "MISSING_END_STATE", message: "Workflow has no terminal state" });
    check(`${loop}, "C": { "Type": "Pass", "Next": "A" }`, ["transition/no-end"]);
    check(`${loop}, "C": { "Type": "Succeed" }`, ["transition/unreachable"]);
  });

  test("are asked for in each scope", () => {
    check(
      `"A": { "Type": "Map", "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Pass", "Next": "B" } } }, "End": true }`,
      ["transition/no-end"],
    );
  });

  test("that are missing were reported when the machine was read, and are not reported again", () => {
    const { machine, diagnostics } = parseMachine(
      `{ "StartAt": "A", "States": { "A": { "Type": "Pass" }, "B": { "Type": "Nope" } } }`,
    );
    expect(diagnostics).toHaveLength(2);
    expect(machine && checkStructure(machine)).toEqual([]);
  });
});

describe("names", () => {
  test("of two scopes differ: a warning (R-DIAG-12)", () => {
    const [finding] = check(
      `"A": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { |"A"|: { "Type": "Succeed" } } }], "End": true }`,
      ["structure/duplicate-state-name"],
    );
    expect(finding?.severity).toBe("warning");
    expect(finding?.related?.[0]?.range).toBeDefined();
  });
});

describe("expressions", () => {
  const pass = (output: string) => `"A": { "Type": "Pass", "Output": ${output}, "End": true }`;

  test("parse (R-JA-05)", () => {
    const [finding] = check(pass('"{% (1 + 2 %}"'), ["expression/syntax"]);
    expect(finding?.aws?.code).toBe("INVALID_JSONATA_EXPRESSION");
    expect(finding?.aws?.location).toBe("/States/A/Output");
    check(pass('"{% (1 + 2) %}"'), []);
  });

  test("begin with a variable (R-JA-04)", () => {
    const [finding] = check(pass('{ "v": "{% |phone| %}" }'), ["expression/unsupported"]);
    expect(finding?.aws).toEqual({
      code: "UNSUPPORTED_JSONATA_EXPRESSION",
      location: "/States/A/Output/v",
      message: "Reference to 'phone' at the top level is not supported.",
    });
    check(pass('"{% $states.input.phone %}"'), []);
    check(pass('"{% $order[total > 10] %}"'), []);
  });

  test("with a placeholder are not read: what it becomes is not known", () => {
    check(pass('"{% ${Flag} = true %}"'), []);
  });

  test("in a JSONPath state are text", () => {
    check(`"A": { "Type": "Pass", "Result": "{% (1 + %}", "End": true }`, [], { language: "JSONPath" });
  });

  test("name $states.result where there is a result (R-JA-10)", () => {
    check(pass('"{% $states.|result| %}"'), ["expression/misplaced-states-field"]);
    const task = (fields: string) =>
      `"A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", ${fields}, "End": true }`;
    check(task('"Arguments": { "x": "{% $states.|result|.x %}" }'), ["expression/misplaced-states-field"]);
    check(task('"Output": "{% $states.result.Payload %}", "Assign": { "x": "{% $states.result %}" }'), []);
    check(task('"Output": "{% function($states) { $states.errorOutput }({}) %}"'), []);
  });

  test("name $states.errorOutput in a catcher (R-JA-08)", () => {
    const task = (output: string, caught: string) =>
      `"A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Output": ${output}, "Catch": [{ "ErrorEquals": ["X"], "Output": ${caught}, "Next": "Done" }], "End": true }, ${done}`;
    check(task('"{% $states.|errorOutput|.Error %}"', "1"), ["expression/misplaced-states-field"]);
    check(task("1", '"{% $states.errorOutput.Error %}"'), []);
    check(task("1", '"{% $states.|result| %}"'), ["expression/misplaced-states-field"]);
  });

  test("begin and end with their delimiters, or are text (R-JA-01)", () => {
    check(pass('|" {% 1 %}"|'), ["expression/nearly"], { applyFix: true });
    check(pass('"{% 1 %} "'), ["expression/nearly"]);
    check(pass('"Order {% $id %}"'), ["expression/nearly"]);
    check(pass('"{% 1"'), ["expression/nearly"]);
    check(pass('"100 %}"'), ["expression/nearly"]);
    check(pass('"{% 1 %}"'), []);
    check(pass('"100 %"'), []);
    check(`"A": { "Type": "Pass", "Comment": " {% 1 %}", "End": true }`, []);
  });

  test("stand in every field that takes them", () => {
    const bad = '"{% ) %}"';
    const processor = `"ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "I", "States": { "I": { "Type": "Succeed", "Output": [${bad}] } } }`;
    check(
      `"A": { "Type": "Map", "Items": ${bad}, "ItemSelector": { "x": [${bad}] }, "MaxConcurrency": ${bad}, "ToleratedFailureCount": ${bad}, "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Arguments": { "Bucket": ${bad}, "Key": "k" }, "ReaderConfig": { "InputType": "CSV", "MaxItems": ${bad} } }, "ItemBatcher": { "MaxItemsPerBatch": ${bad}, "BatchInput": ${bad} }, "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Arguments": ${bad} }, ${processor}, "Catch": [{ "ErrorEquals": ["X"], "Output": ${bad}, "Assign": { "e": ${bad} }, "Next": "W" }], "Output": ${bad}, "Assign": { "v": ${bad} }, "Next": "C" },
       "C": { "Type": "Choice", "Choices": [{ "Condition": ${bad}, "Output": ${bad}, "Assign": { "c": ${bad} }, "Next": "W" }], "Default": "T" },
       "T": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": { "RoleArn": ${bad} }, "TimeoutSeconds": ${bad}, "HeartbeatSeconds": ${bad}, "Arguments": ${bad}, "Next": "W" },
       "W": { "Type": "Wait", "Seconds": ${bad}, "Next": "U" }, "U": { "Type": "Wait", "Timestamp": ${bad}, "Next": "F" }, "F": { "Type": "Fail", "Error": ${bad}, "Cause": ${bad} }`,
      Array(25).fill("expression/syntax"),
    );
  });
});

describe("paths", () => {
  const pass = (parameters: string) => `"A": { "Type": "Pass", "Parameters": ${parameters}, "End": true }`;
  const jsonpath = { language: "JSONPath" } as const;

  test("begin with `$`", () => {
    check(pass('{ "x.$": |"x"| }'), ["expression/path"], jsonpath);
    check(
      pass('{ "x.$": "$.x", "y.$": "States.UUID()", "z.$": "${Path}", "a": [{ "b.$": "$$" }] }'),
      [],
      jsonpath,
    );
    const [finding] = check(
      `"A": { "Type": "Pass", "OutputPath": |"x"|, "End": true }`,
      ["expression/path"],
      jsonpath,
    );
    expect(finding?.aws?.message).toBe("Value must be a valid JSONPath.");
    check(`"A": { "Type": "Pass", "OutputPath": "$.x", "InputPath": null, "End": true }`, [], jsonpath);
    check(`"A": { "Type": "Fail", "CausePath": "States.Format('x')" }`, [], jsonpath);
    check(
      `"A": { "Type": "Wait", "SecondsPath": "States.UUID()", "End": true }`,
      ["expression/path"],
      jsonpath,
    );
  });

  test("stand in fields that end in `.$` (AWS: NO_DOLLAR)", () => {
    check(pass('{ "x": |"$.x"| }'), ["expression/forgotten-dollar"], jsonpath);
    check(pass('{ "x": "$5.00", "y": "$", "z": "$.${name}" }'), [], jsonpath);
    check(`"A": { "Type": "Pass", "Output": { "x.$": "x", "y": "$5" }, "End": true }`, []);
  });
});

describe("integrations", () => {
  const task = (resource: string, fields = "") =>
    `"A": { "Type": "Task", "Resource": "${resource}", ${fields} "End": true }`;
  const express = { type: "EXPRESS" } as const;

  test.each([
    [
      "arn:aws:states:::ecs:runTask.sync",
      "Express state machine does not support '.sync' service integration",
    ],
    [
      "arn:aws:states:us-east-1:111111111111:activity:approve",
      "Express state machine does not support Activity ARN",
    ],
  ])("%s is nothing for an Express execution (R-PAT-01)", (resource, message) => {
    const [finding] = check(task(resource), ["integration/not-in-express"], express);
    expect(finding?.aws).toEqual({
      code: "SCHEMA_VALIDATION_FAILED",
      location: "/States/A/Resource",
      message,
    });
    const bounded = task(resource, `"TimeoutSeconds": 60,`);
    check(bounded, [], { type: "STANDARD" });
    check(bounded, []);
  });

  test("the children of a distributed Map have a type of their own (R-DMAP-01)", () => {
    const map = (type: string) =>
      `"Each": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "${type}" }, "StartAt": "A", "States": { ${task("arn:aws:states:::ecs:runTask.sync")} } }, "End": true }`;
    check(map("EXPRESS"), ["integration/not-in-express"]);
    check(map("STANDARD"), []);
    check(map("STANDARD"), ["integration/not-in-express"], express);
  });

  test("exist, with the pattern they are called with (R-TASK-01, R-PAT-03)", () => {
    const [finding] = check(task("arn:aws:states:::dynamodb:query").replace(/"arn[^"]*"/, "|$&|"), [
      "integration/unknown-resource",
    ]);
    expect(finding?.help).toContain("arn:aws:states:::aws-sdk:dynamodb:query");
    check(task("arn:aws:states:::dynamodb:getItem.sync"), ["integration/unknown-resource"]);
    check(task("arn:aws:states:::aws-sdk:dynamodb:query.sync"), ["integration/unknown-resource"]);
    for (const resource of [
      "arn:aws:states:::dynamodb:getItem",
      "arn:aws-cn:states:::aws-sdk:dynamodb:query",
      "${Arn}",
    ]) {
      check(task(resource), []);
    }
  });

  test("a heartbeat is shorter than the timeout (R-TASK-02)", () => {
    const arn = "arn:aws:states:us-east-1:111111111111:activity:approve";
    check(task(arn, `"TimeoutSeconds": 60, "HeartbeatSeconds": |60|,`), ["integration/heartbeat"]);
    check(task(arn, `"TimeoutSeconds": 60, "HeartbeatSeconds": 59,`), []);
    check(task(arn, `"TimeoutSeconds": "{% $t %}", "HeartbeatSeconds": 59,`), []);
  });

  test("a callback hands on its token", () => {
    const arn = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    check(task(arn, `"TimeoutSeconds": 60, |"Arguments"|: { "MessageBody": "hello" },`), [
      "integration/missing-task-token",
    ]);
    for (const token of [
      "{% $states.context.Task.Token %}",
      "{% $states.context %}",
      "{% $states %}",
      "${Body}",
      "{% $states.context.Task %}",
    ]) {
      check(task(arn, `"TimeoutSeconds": 60, "Arguments": { "MessageBody": { "deep": ["${token}"] } },`), []);
    }
    check(
      task(
        arn,
        `"TimeoutSeconds": 60, "Arguments": { "MessageBody": "{% $states.context.Execution.Id %}" },`,
      ),
      ["integration/missing-task-token"],
    );
    check(
      task(arn, `"TimeoutSeconds": 60, "Parameters": { "MessageBody": { "t.$": "$$.Task.Token" } },`),
      [],
      {
        language: "JSONPath",
      },
    );
    for (const path of ["$$", "$$.Task", "States.JsonToString($$)", "$$['Task']['Token']"]) {
      check(task(arn, `"TimeoutSeconds": 60, "Parameters": { "c.$": "${path}" },`), [], {
        language: "JSONPath",
      });
    }
    check(
      task(arn, `"TimeoutSeconds": 60, "Parameters": { "c.$": "$$.Execution.Id" },`),
      ["integration/missing-task-token"],
      {
        language: "JSONPath",
      },
    );
    check(task(arn, `"TimeoutSeconds": 60,`), ["integration/missing-task-token"]);
  });
});

describe("the whole", () => {
  test("fits into AWS's limit, printed without blanks (R-Q-02)", () => {
    const machine = (length: number) =>
      `{"StartAt":"A","States":{"A":{"Type":"Pass","Comment":"${"x".repeat(length)}","End":true}}}`;
    const besides = machine(0).length;
    check(machine(1_048_576 - besides), []);
    const [finding] = check(machine(1_048_577 - besides), ["limit/definition-size"]);
    expect(finding?.why).toContain('"A"');
    check(
      machine(0)
        .replace('"x', '"')
        .replace('"Comment":""', `"Comment":"${"é".repeat((1_048_576 - besides) / 2 + 1)}"`),
      ["limit/definition-size"],
    );
  });

  test("10,000 states and 10,000 dangling transitions are checked in bounded time", () => {
    const states = Array.from(
      { length: 10_000 },
      (_, index) =>
        `"State number ${index}": { "Type": "Choice", "Choices": [{ "Condition": true, "Next": "Nowhere number ${index}" }], "Default": "State number ${index + 1}" }`,
    );
    const { machine } = parseMachine(
      `{ "QueryLanguage": "JSONata", "StartAt": "State number 0", "States": { ${states.join(",")}, "State number 10000": { "Type": "Succeed" } } }`,
    );
    const found = machine === undefined ? [] : checkStructure(machine);
    expect(found.filter(({ code }) => code === "transition/unknown-target").length).toBe(10_000);
  });
});
