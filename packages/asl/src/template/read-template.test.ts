import type { Range } from "@statewright/diagnostics";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../text/apply-edits.ts";
import { readTemplate } from "./read-template.ts";

const sam = (properties: string, type = "AWS::Serverless::StateMachine") => `{
  "Resources": {
    "Queue": { "Type": "AWS::SQS::Queue", "Properties": {} },
    "Orders": { "Type": "${type}", "Properties": { ${properties} } }
  }
}`;
const steps = "AWS::StepFunctions::StateMachine";
const states = (next: string) =>
  `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "${next}" }, "B": { "Type": "Succeed" } } }`;

function textAt(text: string, range: Range | undefined): string | undefined {
  const lines = text.split("\n");
  const offset = ({ line, character }: Range["start"]): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return range && text.slice(offset(range.start), offset(range.end));
}

/** The one machine of a template. */
function only(text: string) {
  const { machines, uris, diagnostics } = readTemplate(text);
  expect({ uris, diagnostics, count: machines.length }).toEqual({ uris: [], diagnostics: [], count: 1 });
  const [machine] = machines;
  if (machine === undefined) throw new Error("no machine");
  return machine;
}

describe("a definition that stands in the template", () => {
  test("is a machine with its name, its type and its place", () => {
    const machine = only(sam(`"Definition": ${states("B")}, "Type": "EXPRESS"`));
    expect(machine).toMatchObject({
      logicalId: "Orders",
      type: "EXPRESS",
      pointer: "/Resources/Orders/Properties/Definition",
      diagnostics: [],
    });
    expect(Object.keys(machine.machine?.States ?? {})).toEqual(["A", "B"]);
    expect(only(sam(`"Definition": ${states("B")}, "StateMachineType": "STANDARD"`, steps)).type).toBe(
      "STANDARD",
    );
  });

  test("has its findings at their characters in the template, with pointers into the machine", () => {
    const text = sam(`"Definition": ${states("B").replace('"Next"', '"Nxt"')}`);
    const [finding] = only(text).diagnostics;
    expect(finding).toMatchObject({ code: "structure/unknown-field", pointer: "/States/A/Nxt" });
    expect(textAt(text, finding?.range)).toBe('"Nxt"');
    const fixed = applyEdits(text, finding?.fixes?.[0]?.edits ?? []);
    expect(fixed.text).toBe(text.replace('"Nxt"', '"Next"'));
  });

  test("holds placeholders where functions of CloudFormation stand", () => {
    const task = (resource: string, seconds: string) =>
      `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": ${resource}, "TimeoutSeconds": ${seconds}, "End": true } } }`;
    const resource = (written: string) => {
      const { machine, diagnostics } = only(sam(`"Definition": ${task(written, '{ "Ref": "Seconds" }')}`));
      expect(diagnostics).toEqual([]);
      const state = machine?.States.A;
      return state?.Type === "Task" ? state.Resource : undefined;
    };
    expect(resource('{ "Fn::GetAtt": ["Charge", "Arn"] }')).toBe("${Charge.Arn}");
    expect(resource('{ "Fn::GetAtt": "Charge.Arn" }')).toBe("${Charge.Arn}");
    expect(resource('{ "Ref": "Charge" }')).toBe("${Charge}");
    expect(resource('{ "Fn::Sub": "arn:${AWS::Partition}:states:::sqs:sendMessage" }')).toBe(
      "arn:${AWS::Partition}:states:::sqs:sendMessage",
    );
    expect(resource('{ "Fn::Sub": ["${Arn}", { "Arn": "x" }] }')).toBe("${Arn}");
    expect(resource('{ "Fn::If": ["Live", "a", "b"] }')).toBe("${Fn::If}");
    expect(resource('{ "Fn::Join": [":", ["arn:aws", { "Ref": "Charge" }, "x"] ] }')).toBe(
      "arn:aws:${Charge}:x",
    );
  });
});

describe("a definition that is text in the template", () => {
  const quoted = (definition: string) => JSON.stringify(definition);

  test.each([
    ["a literal", (text: string) => quoted(text)],
    ["the text of Fn::Sub", (text: string) => `{ "Fn::Sub": ${quoted(text)} }`],
    ["the text of Fn::Sub with values", (text: string) => `{ "Fn::Sub": [${quoted(text)}, { "X": "y" }] }`],
  ])("%s is read, each finding at its characters", (_, written) => {
    const text = sam(`"DefinitionString": ${written(states("B").replace('"Type"', '"Tipe"'))}`, steps);
    const { diagnostics, pointer } = only(text);
    expect(pointer).toBe("/Resources/Orders/Properties/DefinitionString");
    expect(textAt(text, diagnostics[0]?.range)).toBe('\\"A\\"');
  });

  test("an edit is written as the text around it is", () => {
    const text = sam(`"DefinitionString": ${quoted(states("B").replace('"Next"', '"Nxt"'))}`, steps);
    const [finding] = only(text).diagnostics;
    expect(textAt(text, finding?.range)).toBe('\\"Nxt\\"');
    const { text: fixed } = applyEdits(text, finding?.fixes?.[0]?.edits ?? []);
    expect(fixed).toBe(text.replace("Nxt", "Next"));
    expect(only(fixed).diagnostics).toEqual([]);
  });

  test("the pieces of Fn::Join are one text, and a function among them a placeholder", () => {
    const pieces = `["{ \\"StartAt\\": \\"A\\", \\"States\\": { \\"A\\": { \\"Type\\": \\"Task\\", \\"Resource\\": \\"", { "Fn::GetAtt": ["Charge", "Arn"] }, "\\", \\"Nxt\\": \\"A\\" } } }"]`;
    const text = sam(`"DefinitionString": { "Fn::Join": ["", ${pieces}] }`, steps);
    const { machine, diagnostics } = only(text);
    expect(machine?.States.A).toMatchObject({ Type: "Task", Resource: "${Charge.Arn}" });
    expect(textAt(text, diagnostics[0]?.range)).toBe('\\"Nxt\\"');
  });

  test("broken JSON in it is found where it is broken", () => {
    const text = sam(`"DefinitionString": ${quoted('{ "StartAt": nope }')}`, steps);
    const [finding] = only(text).diagnostics;
    expect(finding?.code).toBe("syntax/json");
    expect(textAt(text, finding?.range)).toBe("nope");
  });
});

test("a definition in a file of its own is named, not read", () => {
  const { machines, uris, diagnostics } = readTemplate(
    sam('"DefinitionUri": "flows/a.asl.json", "Type": "EXPRESS"'),
  );
  expect({ machines, diagnostics }).toEqual({ machines: [], diagnostics: [] });
  expect(uris).toEqual([
    {
      logicalId: "Orders",
      type: "EXPRESS",
      uri: "flows/a.asl.json",
      pointer: "/Resources/Orders/Properties/DefinitionUri",
    },
  ]);
});

test("a definition that comes from elsewhere is said not to have been checked", () => {
  for (const elsewhere of [
    '"DefinitionS3Location": { "Bucket": "b", "Key": "k" }',
    '"DefinitionString": { "Fn::ImportValue": "x" }',
    '"DefinitionUri": { "Bucket": "b", "Key": "k" }',
  ]) {
    const { diagnostics } = readTemplate(sam(elsewhere), { file: "t.json" });
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ["syntax/unread-definition", "t.json"],
    ]);
  }
});

test("a template without state machines has none, and a broken one its syntax errors", () => {
  expect(readTemplate('{ "Resources": {} }')).toEqual({ machines: [], uris: [], diagnostics: [] });
  expect(readTemplate("[]")).toEqual({ machines: [], uris: [], diagnostics: [] });
  expect(readTemplate("{,}").diagnostics.map(({ code }) => code)).toContain("syntax/json");
});

test.each(["__proto__", "constructor"])("%s is a name like any other", (name) => {
  const text = `{ "Resources": { "${name}": { "Type": "${steps}", "Properties": { "Definition": ${states("B")} } } } }`;
  expect(only(text).logicalId).toBe(name);
});
