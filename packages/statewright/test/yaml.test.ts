import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// YAML is an input like JSON: for definitions, templates and standard input, in every command that takes a machine.

vi.setConfig({ testTimeout: 60_000 });

const typo = `# what is ordered
QueryLanguage: JSONata
StartAt: Price
States:
  Price:
    Type: Pass
    Output: { total: 1 }   # a price
    Next: Charge
  Charge:
    Type: Pass
    Output: >-
      {% $states.input.totl %}
    End: true
`;
const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Queue:
    Type: AWS::SQS::Queue
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      Definition:
        QueryLanguage: JSONata
        StartAt: Send
        States:
          Send:
            Type: Task
            Resource: arn:aws:states:::sqs:sendMessage
            Arguments: { QueueUrl: !Ref Queue, MessageBody: hello }
            Nxet: Done
          Done: { Type: Succeed }
  Refunds:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |
        { "StartAt": "Frist", "States": { "First": { "Type": "Succeed", "Comment": "\${Queue}" } } }
  Named:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: named.asl.yml }
`;

const folder = makeFolder("yaml", {
  "package.json": {},
  "orders.asl.yaml": typo,
  "typed.asl.yml":
    "QueryLanguage: JSONata\nStartAt: A\nStates:\n  A: { Type: Pass, Output: '{% $states.input.b %}', End: true }\n",
  "typed.types.json": {
    version: 1,
    input: { type: "object", properties: { a: {} }, additionalProperties: false },
  },
  "sam/template.yaml": template,
  "sam/named.asl.yml": typo,
  "sam/buildspec.yml": "phases: { build: { commands: [sam build] } }\n",
});
afterAll(() => folder.remove());

async function check(args: readonly string[], input?: string) {
  const { code, stdout, stderr } = await statewright(["check", ...args, "--json"], folder.path, input);
  return { code, stderr, files: JSON.parse(stdout).files };
}

test("a definition is checked with the types beside it, and its findings are at their characters", async () => {
  const { code, files } = await check(["orders.asl.yaml", "typed.asl.yml"]);
  expect(code).toBe(1);
  expect(files).toMatchObject([
    { file: "orders.asl.yaml", machine: "orders", diagnostics: [{ code: "data/unknown-field" }] },
    { file: "typed.asl.yml", machine: "typed", diagnostics: [{ code: "data/unknown-field" }] },
  ]);
  const { start, end } = files[0].diagnostics[0].range;
  expect(typo.split("\n")[start.line]?.slice(start.character, end.character)).toBe("totl");
});

test.each([
  ["a comment first", typo],
  ["a document mark first", `---\n${typo}`],
  ["a template", template.slice(0, template.indexOf("  Named:"))],
  ["JSON", ' \n{ "StartAt": "Nowhere", "States": { "A": { "Type": "Succeed" } } }'],
])("standard input is told by its first character: %s", async (_, input) => {
  const { code, files } = await check(["-"], input);
  expect(code).toBe(1);
  const codes = files.flatMap((file: { diagnostics: readonly { code: string }[] }) =>
    file.diagnostics.map((found) => found.code),
  );
  expect(codes.join()).toMatch(/^(data|transition|structure)\//);
  expect(codes.join()).not.toContain("syntax/");
});

test("a machine runs and is drawn", async () => {
  const fixed = typo.replace("totl", "total");
  const run = await statewright(["simulate", "-", "--json"], folder.path, fixed);
  expect(JSON.parse(run.stdout)).toMatchObject({ status: "SUCCEEDED", output: 1 });
  expect((await statewright(["graph", "orders.asl.yaml"], folder.path)).stdout).toContain('"Charge"');
  expect((await statewright(["graph", "sam/template.yaml", "--workflow", "Orders"], folder.path)).code).toBe(
    0,
  );
});

test("a folder gives its definitions and templates, each definition once", async () => {
  const { files } = await check(["."]);
  expect(files.map(({ file, machine }: { file: string; machine: string }) => `${file} ${machine}`)).toEqual([
    "orders.asl.yaml orders",
    "typed.asl.yml typed",
    "sam/template.yaml Orders",
    "sam/template.yaml Refunds",
    "sam/template.yaml Named",
  ]);
});

test("fixes keep comments, blanks and the way a text is written", async () => {
  const copy = makeFolder("yaml-fix", {
    "package.json": {},
    "orders.asl.yaml": typo,
    "template.yaml": template,
    "named.asl.yml": typo,
  });
  const { code } = await statewright(["check", ".", "--fix"], copy.path);
  const read = (file: string) => readFileSync(join(copy.path, file), "utf8");
  expect(read("orders.asl.yaml")).toBe(typo.replace("totl", "total"));
  expect(read("named.asl.yml")).toBe(typo.replace("totl", "total"));
  expect(read("template.yaml")).toBe(template.replace("Nxet", "Next").replace("Frist", "First"));
  expect(code).toBe(0);
  copy.remove();
});
