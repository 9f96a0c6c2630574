import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { makeFolder, type Outcome, statewright, statewrightProcess } from "./run-statewright.ts";

// Wrong usage and inputs that cannot be read: one clear line, exit code 2, no stack trace, nothing half done.
// Every process takes its time: by default some run as the real command, and each module meets one command of five;
// a deep run takes every input to every command, as processes.

vi.setConfig({ testTimeout: 60_000 });
const deep = Boolean(process.env.STATEWRIGHT_DEEP);

const workflow = `import { workflow } from "statewright";\n`;
const machine = { StartAt: "Done", States: { Done: { Type: "Succeed", QueryLanguage: "JSONata" } } };

const folder = makeFolder("bad-input", {
  "statewright.config.json": { loading: { seconds: 4 } },
  "good.asl.json": machine,
  "good.ts": `${workflow}export const good = workflow("good").pass("Done").end();\n`,
  "folder.asl.json/file": "",
  "broken.asl.json": `{\n  "StartAt": "Done",\n  "States": }\n\n}`,
  "list.json": [],
  "empty.asl.json": "",
  "blank.asl.json": "\uFEFF \n",
  "zeros.asl.json": '{ "StartAt": "Done\0" }',
  "deep.asl.json": "[".repeat(100_000),
  "machine.yaml": "StartAt: Done",
  "broken.asl.yaml": "StartAt: [Done\nStates: {}}\n",
  "empty.asl.yaml": "\n",
  "bomb.asl.yaml": `a: &a [x, x]\n${[..."bcdefghijklmnopqrstuvwxyz"].map((name, index) => `${name}: &${name} [${`*${"abcdefghijklmnopqrstuvwxyz"[index]}, `.repeat(9)}]`).join("\n")}\n`,
  "template.yaml": "AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n",
  "template.json": { AWSTemplateFormatVersion: "2010-09-09", Resources: {} },
  "notes.txt": "no machine",
  "throws.ts": `${workflow}\nthrow new TypeError("boom");\n`,
  "throws-text.ts": `throw "boom\\n    at nowhere";\n`,
  "throws-object.mjs": `throw { get message() { throw 1; }, toJSON() { throw 2; } };\n`,
  "throws-null.js": "throw null;\n",
  "rejects-later.ts": `Promise.reject(new Error("boom"));\nawait new Promise((done) => setTimeout(done, 2000));\n`,
  "exits.ts": `console.log("bye");\nprocess.exit(0);\n`,
  "loops.ts": "for (;;);\n",
  "never.ts": "await new Promise(() => {});\nexport {};\n",
  "syntax.ts": `${workflow}export const x = workflow("x".;\n`,
  "import.ts": `import { x } from "a-package-that-is-not-there";\nexport const y = x;\n`,
  "nothing.ts": `${workflow}const hidden = workflow("hidden").pass("Done").end();\n`,
  "globals.ts": `${workflow}export const g = workflow("g").pass("Done").end();\nArray.prototype.map = () => [];\nJSON.stringify = () => "";\nObject.prototype.toJSON = () => 1;\n`,
  "answers.ts": `process.send("{}");\nawait new Promise(() => setInterval(() => {}, 1000));\n`,
  "escape.ts": `throw new Error("\\u001b[31mred\\u0007\\u202e");\n`,
  "several.ts": `${workflow}export const a = workflow("a").pass("Done").end();\nexport const b = workflow("b").pass("Done").end();\n`,
});
writeFileSync(join(folder.path, "binary.asl.json"), Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d));
afterAll(() => folder.remove());

interface Case {
  readonly args: readonly string[];
  readonly code: string;
  readonly says?: readonly string[];
  readonly input?: string;
}

async function run(args: readonly string[], input?: string): Promise<Outcome> {
  return statewright([...args, "--json"], folder.path, input);
}

function expectProblem({ code, stdout, stderr }: Outcome, wanted: Omit<Case, "args">) {
  const lines = stderr.trimEnd().split("\n");
  expect({ code, line: lines.at(-1) }).toEqual({
    code: 2,
    line: expect.stringContaining(`[${wanted.code}]`),
  });
  expect(lines.filter((line) => !line.startsWith("note: "))).toHaveLength(1);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(stderr).not.toMatch(/[^\n\P{C}]/u);
  for (const part of wanted.says ?? []) expect(lines.at(-1)).toContain(part);
  const document = JSON.parse(stdout);
  expect(document).toEqual({
    error: expect.objectContaining({ code: wanted.code, message: expect.any(String) }),
  });
}

const commands = ["build", "check", "simulate", "graph", "eval", "test-state", "types"];

/** A command on a file, with the option that it cannot do without. */
function callOf(command: string, file: string): readonly string[] {
  if (command === "test-state") return [command, file, "--state", "Done"];
  return command === "eval" ? [command, file, "--at", "/States/Done/Output"] : [command, file];
}

const usage: readonly Case[] = [
  { args: [], code: "config/unknown-command", says: ["--help"] },
  { args: ["chekc"], code: "config/unknown-command", says: ["`check`"] },
  { args: ["__proto__"], code: "config/unknown-command" },
  { args: ["toString"], code: "config/unknown-command" },
  ...["import", "iam"].map((name) => ({
    args: [name],
    code: "config/not-yet",
    says: [`\`${name}\``],
  })),
  ...commands.map((name) => ({ args: [name], code: "config/missing-file", says: [name] })),
  {
    args: ["check", "good.ts", "--max-warning", "1"],
    code: "config/unknown-option",
    says: ["--max-warnings"],
  },
  { args: ["simulate", "good.ts", "--inptu", "x"], code: "config/unknown-option", says: ["--input"] },
  { args: ["check", "good.ts", "--__proto__"], code: "config/unknown-option" },
  { args: ["check", "good.ts", "--constructor=1"], code: "config/unknown-option" },
  { args: ["check", "good.ts", "-x"], code: "config/unknown-option", says: ["-x"] },
  { args: ["dev", "good.ts"], code: "config/unknown-option", says: ["--json"] },
  { args: ["simulate", "good.ts", "--input"], code: "config/option-value", says: ["--input"] },
  {
    args: ["simulate", "--input", "--mocks", "x", "good.ts"],
    code: "config/option-value",
    says: ["--input"],
  },
  { args: ["simulate", "good.ts", "--seed", "seven"], code: "config/option-value", says: ["--seed"] },
  { args: ["simulate", "good.ts", "--start", "now"], code: "config/option-value", says: ["--start"] },
  { args: ["simulate", "good.ts", "--type", "EXPRES"], code: "config/option-value", says: ["EXPRESS"] },
  { args: ["check", "good.ts", "--max-warnings", "-1"], code: "config/option-value" },
  { args: ["check", "good.ts", "--format", "sarf"], code: "config/option-value", says: ["sarif"] },
  { args: ["check", "good.ts", "--format", "sarif"], code: "config/option-value", says: ["`--json`"] },
  { args: ["test-state", "good.asl.json"], code: "config/option-value", says: ["`--state` is missing"] },
  {
    args: ["test-state", "good.asl.json", "--state", "Dome"],
    code: "config/option-value",
    says: ["State not found in definition"],
  },
  {
    args: ["test-state", "good.asl.json", "--state", "Done", "--inspection-level", "debug"],
    code: "config/option-value",
    says: ["--inspection-level"],
  },
  {
    args: ["test-state", "good.asl.json", "--state", "Done", "--mock", "good.asl.json"],
    code: "config/option-value",
    says: ["The mock must be"],
  },
  ...["replay", "diagnose"].flatMap((name) => [
    { args: [name], code: "config/missing-file", says: [name] },
    { args: [name, "none.json"], code: "config/unreadable-file", says: ["none.json"] },
    { args: [name, "binary.asl.json"], code: "config/unreadable-file" },
    { args: [name, "empty.asl.json"], code: "syntax/json" },
    { args: [name, "broken.asl.json"], code: "syntax/json", says: ["broken.asl.json:3"] },
    { args: [name, "deep.asl.json"], code: "limit/nesting-depth" },
    { args: [name, "list.json"], code: "simulate/broken-recording", says: ["an array"] },
    { args: [name, "good.asl.json"], code: "simulate/broken-recording" },
    { args: [name, "-"], code: "simulate/broken-recording", input: "[]", says: ["standard input"] },
    { args: [name, "list.json", "--redakt"], code: "config/unknown-option", says: ["--redact"] },
  ]),
  {
    args: ["types", "good.asl.json", "--state", "Dome"],
    code: "config/option-value",
    says: ['"Dome"', 'Did you mean "Done"?'],
  },
  { args: ["types", "good.asl.json", "--state", "__proto__"], code: "config/option-value" },
  { args: ["types", "good.asl.json", "--stat", "Done"], code: "config/unknown-option", says: ["--state"] },
  { args: ["types", "good.asl.json", "good.ts"], code: "config/extra-argument", says: ["good.ts"] },
  { args: ["eval", "good.asl.json"], code: "config/option-value", says: ["`--at` is missing"] },
  { args: ["eval", "good.asl.json", "--at"], code: "config/option-value", says: ["--at"] },
  { args: ["eval", "good.asl.json", "--at", "States"], code: "config/option-value", says: ["JSON Pointer"] },
  {
    args: ["eval", "good.asl.json", "--at", "#/States"],
    code: "config/option-value",
    says: ["JSON Pointer"],
  },
  {
    args: ["eval", "good.asl.json", "--at", "/States/Dome/Output"],
    code: "config/no-expression",
    says: ["Name a field of a state"],
  },
  { args: ["eval", "good.asl.json", "--at", "/__proto__/constructor"], code: "config/no-expression" },
  {
    args: ["eval", "good.asl.json", "--at", "/States/Done", "--variables", "list.json"],
    code: "config/option-value",
    says: ["list.json", "must be an object"],
  },
  ...["input", "variables", "result", "error", "context"].flatMap((option) => [
    {
      args: ["eval", "good.asl.json", "--at", "/States/Done", `--${option}`, "none.json"],
      code: "config/unreadable-file",
      says: ["none.json"],
    },
    {
      args: ["eval", "good.asl.json", "--at", "/States/Done", `--${option}`, "broken.asl.json"],
      code: "syntax/json",
      says: ["broken.asl.json:3"],
    },
  ]),
  {
    args: ["eval", "good.asl.json", "--at", "/States/Done", "--input", "deep.asl.json"],
    code: "limit/nesting-depth",
  },
  { args: ["eval", "good.asl.json", "good.ts", "--at", "/States"], code: "config/extra-argument" },
  { args: ["explain", "a", "b"], code: "config/extra-argument", says: ["one code", '"b"'] },
  { args: ["check", "-", "--fix"], code: "config/option-value", says: ["`--fix`", "as a file"] },
  { args: ["check", "missing.asl.json", "--fix"], code: "config/unreadable-file" },
  { args: ["check", "good.ts", "--baseline"], code: "config/option-value" },
  { args: ["check", "good.ts", "--update-baseline"], code: "config/option-value", says: ["--baseline FILE"] },
  { args: ["build", "good.ts", "--target", "sam"], code: "config/not-yet" },
  { args: ["graph", "good.ts", "--format", "svg"], code: "config/not-yet" },
  { args: ["graph", "good.ts", "good.asl.json"], code: "config/extra-argument", says: ["good.asl.json"] },
  { args: ["check", "-", "-"], code: "config/extra-argument" },
  { args: ["init", "."], code: "config/folder-not-empty" },
];

const files: readonly (Omit<Case, "args"> & { readonly file: string; readonly build?: string })[] = [
  { file: "missing.asl.json", code: "config/unreadable-file", says: ["missing.asl.json", "no such file"] },
  { file: "empty.asl.json", code: "syntax/json", says: ["empty"] },
  { file: "blank.asl.json", code: "syntax/json", says: ["empty"] },
  { file: "binary.asl.json", code: "config/unreadable-file", says: ["UTF-8"] },
  { file: "zeros.asl.json", code: "config/unreadable-file", says: ["UTF-8"] },
  { file: "empty.asl.yaml", code: "syntax/yaml", says: ["empty"] },
  { file: "template.yaml", code: "config/no-machine", says: ["AWS::Serverless::StateMachine"] },
  { file: "template.json", code: "config/no-machine", says: ["AWS::Serverless::StateMachine"] },
  { file: "notes.txt", code: "config/file-kind", says: [".asl.json"] },
];

const modules: readonly (Omit<Case, "args"> & { readonly file: string })[] = [
  { file: "missing.ts", code: "config/unreadable-file", says: ["missing.ts"] },
  { file: "throws.ts", code: "builder/module-failed", says: ["throws.ts:3", "TypeError: boom"] },
  { file: "throws-text.ts", code: "builder/module-failed", says: ["boom"] },
  { file: "throws-object.mjs", code: "builder/module-failed" },
  { file: "throws-null.js", code: "builder/module-failed", says: ["null"] },
  { file: "rejects-later.ts", code: "builder/module-failed", says: ["rejects-later.ts:1", "boom"] },
  { file: "exits.ts", code: "builder/module-ended", says: ["exit code 0"] },
  { file: "loops.ts", code: "builder/module-stuck", says: ["4 seconds"] },
  { file: "never.ts", code: "builder/module-stuck", says: ["never comes"] },
  { file: "syntax.ts", code: "builder/module-syntax", says: ["syntax.ts:2"] },
  { file: "import.ts", code: "builder/module-failed", says: ["a-package-that-is-not-there"] },
  { file: "nothing.ts", code: "builder/no-workflow", says: ["export const"] },
  { file: "globals.ts", code: "builder/module-changes-globals", says: ["Array.prototype.map"] },
  { file: "answers.ts", code: "builder/module-ended" },
  { file: "escape.ts", code: "builder/module-failed", says: ["red"] },
];

/** Each input with the next of the commands in turn; in a deep run with every one. */
function pairs<Input extends { readonly file: string }>(inputs: readonly Input[], names: readonly string[]) {
  const next = (index: number) => names.slice(index % names.length, (index % names.length) + 1);
  return inputs.flatMap((input, index) =>
    (deep ? names : next(index)).map((command) => ({ command, ...input })),
  );
}

describe("wrong usage", () => {
  test.concurrent.each(usage)("statewright $args", async ({ args, input, ...wanted }) => {
    expectProblem(await run(args, input), wanted);
  });
});

describe("a file that cannot be read", () => {
  const cases = ["check", "simulate", "graph", "eval"].flatMap((command) =>
    files.map((file) => ({ command, ...file })),
  );
  test.concurrent.each(cases)("$command $file", async ({ command, file, ...wanted }) => {
    expectProblem(await run(callOf(command, file)), wanted);
  });

  test.concurrent.each(["folder.asl.json", "."])(
    "the folder %s, where one machine is wanted",
    async (name) => {
      for (const command of ["simulate", "graph", "eval", "types"]) {
        expectProblem(await run(callOf(command, name)), { code: "config/unreadable-file", says: ["folder"] });
      }
    },
  );

  test.concurrent("a folder without machines in it", async () => {
    const says = ["folder.asl.json", "no state machine"];
    expectProblem(await run(["check", "folder.asl.json"]), { code: "config/empty-folder", says });
  });

  test.concurrent("standard input without anything in it", async () => {
    const wanted = { code: "syntax/json", says: ["standard input", "empty"] };
    expectProblem(await run(["check", "-"], ""), wanted);
  });
});

describe("a broken text", () => {
  test.concurrent.each(["simulate", "graph", "eval", "types"])(
    "%s says what is wrong first, and how much more",
    async (name) => {
      const says = ["broken.asl.json:3:3", "(There is 1 more mistake.)"];
      expectProblem(await run(callOf(name, "broken.asl.json")), { code: "syntax/json", says });
      expectProblem(await run(callOf(name, "-"), "{"), { code: "syntax/json", says: ["standard input:1:1"] });
      expectProblem(await run(callOf(name, "broken.asl.yaml")), {
        code: "syntax/yaml",
        says: ["broken.asl.yaml:"],
      });
    },
  );

  test.concurrent("one that is nested too deeply is not drawn, and a run is refused", async () => {
    expectProblem(await run(["graph", "deep.asl.json"]), { code: "config/no-machine" });
    expectProblem(await run(["graph", "bomb.asl.yaml"]), { code: "config/no-machine" });
    expectProblem(await run(["types", "deep.asl.json"]), { code: "config/no-machine" });
    expectProblem(await run(callOf("eval", "deep.asl.json")), { code: "config/no-machine" });
    expectProblem(await run(callOf("eval", "bomb.asl.yaml")), { code: "config/no-machine" });
    const { code, stdout } = await run(["simulate", "deep.asl.json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      status: "REFUSED",
      diagnostics: [{ code: "limit/nesting-depth" }],
    });
  });
});

describe("a module that cannot be loaded", () => {
  test.concurrent.each(pairs(modules, commands))("$command $file", async ({ command, file, ...wanted }) => {
    expectProblem(await run(callOf(command, file)), wanted);
  });
});

test.concurrent.each(["good.asl.json", "machine.yaml", "notes.txt", "-"])(
  "build %s, which is no module",
  async (file) => {
    expectProblem(await run(["build", file]), { code: "config/file-kind" });
  },
);

describe("as the real process", () => {
  const cases: readonly Case[] = [
    { args: ["chekc"], code: "config/unknown-command" },
    { args: ["check", "empty.asl.json"], code: "syntax/json" },
    { args: ["simulate", "-"], code: "syntax/json" },
    { args: ["build", "throws.ts"], code: "builder/module-failed" },
    { args: ["graph", "exits.ts"], code: "builder/module-ended" },
    { args: ["check", "escape.ts"], code: "builder/module-failed" },
  ];
  test.concurrent.each(cases)("statewright $args", async ({ args, ...wanted }) => {
    expectProblem(await statewrightProcess([...args, "--json"], folder.path, "{"), wanted);
  });

  test.concurrent.each([
    ["check", "throws.ts"],
    ["simulate", "good.ts", "--inptu"],
    ["dev", "missing.ts"],
  ])("without --json standard output stays empty: %s %s", async (...args) => {
    const { code, stdout, stderr } = await statewrightProcess(args, folder.path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

test.concurrent.each([["-"], ["."], ["good.ts", "--mocks", "missing.json"], []])(
  "dev %s",
  async (...args) => {
    const { code, stdout, stderr } = await statewright(["dev", ...args], folder.path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  },
);

test.concurrent("several workflows where one is needed", async () => {
  const wanted = { code: "config/workflow-choice", says: [`"a"`, `"b"`] };
  expectProblem(await run(["simulate", "several.ts"]), wanted);
  expectProblem(await run(["graph", "several.ts", "--workflow", "c"]), wanted);
  expectProblem(await run(callOf("eval", "several.ts")), wanted);
});

test("no half-written file is left anywhere", () => {
  expect(readdirSync(folder.path).filter((name) => /\.tmp$|^good\.types|^several/.test(name))).toEqual([
    "several.ts",
  ]);
});
