import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// Every state machine of a SAM or CloudFormation template is checked, run and drawn where it stands.

vi.setConfig({ testTimeout: 60_000 });

const typo = `{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Output": { "total": 1 }, "Next": "B" },
    "B": { "Type": "Pass", "Output": "{% $states.input.totl %}", "End": true }
  }
}`;
const waits = {
  QueryLanguage: "JSONata",
  StartAt: "Approve",
  States: {
    Approve: {
      Type: "Task",
      Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      Arguments: { QueueUrl: "q", MessageBody: "{% $states.context.Task.Token %}" },
      End: true,
    },
  },
};
const template = (resources: Readonly<Record<string, object>>) => ({
  AWSTemplateFormatVersion: "2010-09-09",
  Resources: Object.fromEntries(
    Object.entries(resources).map(([id, Properties]) => [
      id,
      { Type: "AWS::Serverless::StateMachine", Properties },
    ]),
  ),
});
const done = { StartAt: "Done", States: { Done: { Type: "Succeed" } } };

const folder = makeFolder("templates", {
  "package.json": {},
  "several.json": template({
    Inline: { Definition: JSON.parse(typo) },
    Text: { DefinitionString: typo },
    Named: { DefinitionUri: "machines/named.asl.json" },
  }),
  "machines/named.asl.json": typo,
  "express.json": template({ Approval: { Type: "EXPRESS", Definition: waits } }),
  "secret.asl.json": typo,
  "sam/reach.json": template({
    Up: { DefinitionUri: "../secret.asl.json" },
    Roundabout: { DefinitionUri: "x/../../secret.asl.json" },
    Root: { DefinitionUri: join("/", "etc", "hostname") },
    Drive: { DefinitionUri: "C:\\secret.asl.json" },
    Link: { DefinitionUri: "link.asl.json" },
    LinkedFolder: { DefinitionUri: "up/secret.asl.json" },
    Bucket: { DefinitionUri: "s3://bucket/key.asl.json" },
    Missing: { DefinitionUri: "missing.asl.json" },
    Folder: { DefinitionUri: "machines" },
    Zero: { DefinitionUri: "a\0b" },
    Binary: { DefinitionUri: "binary.asl.json" },
    Good: { DefinitionUri: "machines/good.asl.json" },
    Proto: { DefinitionUri: "__proto__" },
  }),
  "sam/machines/good.asl.json": done,
  "broken.json": `{ "Resources": { "A": { "Type": "AWS::Serverless::StateMachine", "Properties": { "Definition": ${JSON.stringify(done)} } } }`,
});
mkdirSync(join(folder.path, "sam"), { recursive: true });
symlinkSync("../secret.asl.json", join(folder.path, "sam/link.asl.json"));
symlinkSync("..", join(folder.path, "sam/up"));
writeFileSync(join(folder.path, "sam/binary.asl.json"), Uint8Array.of(0x7b, 0xff, 0x7d));
afterAll(() => folder.remove());

async function check(...args: readonly string[]) {
  const { code, stdout, stderr } = await statewright(["check", ...args, "--json"], folder.path);
  return { code, stderr, files: JSON.parse(stdout).files ?? [], error: JSON.parse(stdout).error };
}

const codes = (entry: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  entry.diagnostics.map(({ code }) => code);

test("every machine is checked, each finding at its place in the text that holds it", async () => {
  const { code, files, stderr } = await check("several.json");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(files).toMatchObject([
    { file: "several.json", machine: "Inline" },
    { file: "several.json", machine: "Text" },
    { file: "several.json", machine: "Named" },
  ]);
  const texts = ["several.json", "several.json", "machines/named.asl.json"];
  for (const [index, { diagnostics }] of files.entries()) {
    expect(codes({ diagnostics })).toEqual(["data/unknown-field"]);
    const [{ range, pointer, file = "several.json" }] = diagnostics;
    expect({ pointer, file }).toEqual({ pointer: "/States/B/Output", file: texts[index] });
    const line = readFileSync(join(folder.path, file), "utf8").split("\n")[range.start.line];
    expect(line?.slice(range.start.character, range.end.character)).toBe("totl");
  }
});

test("the template says the kind of executions, and the option has the last word", async () => {
  const express = await check("express.json");
  expect(express.code).toBe(1);
  expect(codes(express.files[0])).toContain("integration/not-in-express");
  expect((await check("express.json", "--type", "STANDARD")).code).toBe(0);
});

test("one machine is run or drawn, by its logical ID where there are several", async () => {
  const several = await statewright(["simulate", "several.json", "--json"], folder.path);
  expect(several).toMatchObject({ code: 2, stderr: expect.stringContaining('"Inline", "Text", "Named"') });
  for (const id of ["Inline", "Text", "Named"]) {
    const { stdout } = await statewright(["graph", "several.json", "--workflow", id], folder.path);
    expect(stdout).toContain('"A"');
  }
  const run = await statewright(["simulate", "sam/reach.json", "--json"], folder.path);
  expect(JSON.parse(run.stdout)).toMatchObject({ status: "SUCCEEDED" });
});

test("fixes are written where the definition stands", async () => {
  const copy = makeFolder("templates-fix", { "package.json": {}, "machines/named.asl.json": typo });
  copy.write("several.json", readFileSync(join(folder.path, "several.json"), "utf8"));
  const { code } = await statewright(["check", "several.json", "--fix"], copy.path);
  expect(code).toBe(0);
  const read = (file: string) => readFileSync(join(copy.path, file), "utf8");
  expect(read("machines/named.asl.json")).toBe(typo.replace("totl", "total"));
  expect(read("several.json")).toBe(
    readFileSync(join(folder.path, "several.json"), "utf8").replaceAll("totl", "total"),
  );
  copy.remove();
});

test("a fix inside of a string is written as the string is", async () => {
  const inner = (field: string) =>
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "${field}": "B"}, "B": {"Type": "Succeed"}}}`;
  const before = JSON.stringify(template({ Text: { DefinitionString: inner("Nxet") } }), null, 2);
  const copy = makeFolder("templates-string", { "package.json": {}, "template.json": before });
  const { code } = await statewright(["check", "template.json", "--fix"], copy.path);
  expect(code).toBe(0);
  expect(readFileSync(join(copy.path, "template.json"), "utf8")).toBe(before.replace("Nxet", "Next"));
  copy.remove();
});

test("a template with mistakes in its text gives them all; it is not run", async () => {
  const { code, files } = await check("broken.json");
  expect({ code, first: codes(files[0]), second: files[1].machine }).toEqual({
    code: 1,
    first: ["syntax/json"],
    second: "A",
  });
  const run = await statewright(["simulate", "broken.json"], folder.path);
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("[syntax/json]") });
});

describe("a DefinitionUri is read below the template's folder only", () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ["Up", "warning", "outside"],
    ["Roundabout", "warning", "outside"],
    ["Root", "warning", "outside"],
    ["Drive", "warning", "outside"],
    ["Link", "warning", "outside"],
    ["LinkedFolder", "warning", "outside"],
    ["Bucket", "hint", "no file"],
    ["Missing", "error", "no such file"],
    ["Folder", "error", "no plain file"],
    ["Zero", "error", "no such file"],
    ["Binary", "error", "cannot be read as text"],
    ["Proto", "error", "no such file"],
  ];
  const [sam, above] = [check("sam/reach.json"), check("reach.json")];
  test.each(refused)("%s: %s, as it is %s", async (id, severity, why) => {
    const { files } = await sam;
    const found = files[0].diagnostics.find((one: { message: string }) => one.message.includes(`"${id}"`));
    expect(found).toMatchObject({ code: "config/definition-uri", severity });
    expect(found.why).toContain(why);
    expect(found.range.start.line).toBe(0);
  });

  test("the others are checked", async () => {
    const { files } = await sam;
    expect(files.map((file: { machine?: string }) => file.machine)).toEqual([undefined, "Good"]);
    expect((await above).code).toBe(2);
  });

  test("standard input has no folder", async () => {
    const text = JSON.stringify(template({ Named: { DefinitionUri: "machines/named.asl.json" } }));
    const { stdout } = await statewright(["check", "-", "--json"], folder.path, text);
    expect(JSON.parse(stdout).files).toMatchObject([
      { file: "standard input", diagnostics: [{ code: "config/definition-uri", severity: "warning" }] },
    ]);
  });
});
