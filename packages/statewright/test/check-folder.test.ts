import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { type Folder, makeFolder, statewright } from "./run-statewright.ts";

// `check FOLDER` finds what holds machines, runs no code that nobody named, and follows no links.

vi.setConfig({ testTimeout: 60_000 });

const good = { StartAt: "Done", States: { Done: { Type: "Succeed" } } };
const bad = { StartAt: "Nowhere", States: { Done: { Type: "Succeed" } } };
const template = (properties: object) => ({
  Resources: { Orders: { Type: "AWS::Serverless::StateMachine", Properties: properties } },
});
const boom = 'throw new Error("this code was run");\n';
const flow = `import { workflow } from "statewright";\nexport const flow = workflow("flow").pass("Done").end();\n`;

const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function project(files: Readonly<Record<string, string | object>>): Folder {
  const folder = makeFolder("check-folder", { "package.json": {}, ...files });
  folders.push(folder);
  return folder;
}

async function check(folder: Folder, ...args: readonly string[]) {
  const { code, stdout, stderr } = await statewright(["check", ...args, "--json"], folder.path);
  const { files = [], error } = JSON.parse(stdout);
  const names = files.map((one: { file: string; machine?: string }) => `${one.file} ${one.machine}`);
  return { code, stderr, names, error, files };
}

test("definitions and templates are found by name and content, in the order of their names", async () => {
  const folder = project({
    "flows/b.asl.json": good,
    "flows/a.asl.json": bad,
    "flows/deep/er/c.ASL.JSON": good,
    "flows/a.types.json": { version: 1 },
    "flows/input.json": { StartAt: "not a definition by its name" },
    "flows/template.json": template({ Definition: good }),
    "flows/infra.json": template({ DefinitionString: JSON.stringify(good) }),
    "flows/other.json": { Resources: { Queue: { Type: "AWS::SQS::Queue" } } },
    "flows/schema.json": { description: "what AWS::Serverless::StateMachine is", Resources: [] },
    "flows/broken.json": "{ AWS::Serverless::StateMachine",
    "elsewhere.asl.json": bad,
  });
  const { code, names, stderr } = await check(folder, "flows");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(names).toEqual([
    "flows/a.asl.json a",
    "flows/b.asl.json b",
    "flows/infra.json Orders",
    "flows/template.json Orders",
    "flows/deep/er/c.ASL.JSON c",
  ]);
});

test("the current folder, several folders, and a file beside them; each file once", async () => {
  const folder = project({ "x/a.asl.json": good, "y/b.asl.json": good });
  expect((await check(folder, ".")).names).toEqual(["x/a.asl.json a", "y/b.asl.json b"]);
  const several = await check(folder, "y/b.asl.json", "y", "x", join(folder.path, "x"));
  expect(several.names).toEqual(["y/b.asl.json b", "x/a.asl.json a"]);
});

test("packages, dot folders, links and what is no plain file are left alone", async () => {
  const folder = project({
    "a.asl.json": good,
    "node_modules/p/b.asl.json": bad,
    "inner/node_modules/p/b.asl.json": bad,
    ".aws-sam/b.asl.json": bad,
    ".hidden.json": template({ Definition: bad }),
  });
  const outside = project({ "out/b.asl.json": bad });
  symlinkSync(join(outside.path, "out"), join(folder.path, "linked"));
  symlinkSync(join(outside.path, "out/b.asl.json"), join(folder.path, "linked.asl.json"));
  symlinkSync(".", join(folder.path, "round"));
  execFileSync("mkfifo", [join(folder.path, "pipe.asl.json")]);
  const { names } = await check(folder, ".");
  expect(names).toEqual([".hidden.json Orders", "a.asl.json a"]);
});

test("code in a folder is run only where the settings list it", async () => {
  const folder = project({
    "src/flow.ts": flow,
    "src/boom.ts": boom,
    "src/boom.asl.js": boom,
    "other/more.ts": boom,
    "src/a.asl.json": good,
  });
  expect(await check(folder, "src")).toMatchObject({ code: 0, stderr: "", names: ["src/a.asl.json a"] });
  folder.write("statewright.config.json", { modules: ["src/flow.ts", "other/more.ts"] });
  expect(await check(folder, "src")).toMatchObject({
    code: 0,
    stderr: "",
    names: ["src/a.asl.json a", "src/flow.ts flow"],
  });
});

test("a definition that a template names is checked once, as the template's", async () => {
  const folder = project({
    "template.json": template({ DefinitionUri: "orders.asl.json", Type: "EXPRESS" }),
    "orders.asl.json": good,
  });
  expect((await check(folder, ".")).names).toEqual(["template.json Orders"]);
  const named = await check(folder, ".", "orders.asl.json");
  expect(named.names).toEqual(["orders.asl.json orders", "template.json Orders"]);
});

test("a folder without machines, or with modules only, ends with exit code 2", async () => {
  const folder = project({ "src/flow.ts": flow, "empty/file.txt": "" });
  for (const name of ["src", "empty"]) {
    const { code, error } = await check(folder, name);
    expect({ code, error }).toMatchObject({ code: 2, error: { code: "config/empty-folder", file: name } });
  }
});

test("a folder that may not be read is said", async () => {
  if (process.getuid?.() === 0) return;
  const folder = project({ "a.asl.json": good, "shut/b.asl.json": good });
  chmodSync(join(folder.path, "shut"), 0);
  const { stderr, names } = await check(folder, ".");
  chmodSync(join(folder.path, "shut"), 0o700);
  expect({ stderr, names }).toEqual({
    stderr: "note: the folder shut cannot be read and was left out.\n",
    names: ["a.asl.json a"],
  });
});

test("a name with escapes of a terminal, a deep tree and many files are taken as they are", async () => {
  const folder = project({ [`${"d/".repeat(200)}deep.asl.json`]: good });
  folder.write("evil\u001b[2J.asl.json", bad);
  for (let index = 0; index < 300; index += 1) {
    writeFileSync(join(folder.path, `${index}.asl.json`), JSON.stringify(good));
  }
  const { code, files } = await check(folder, ".");
  expect({ code, files: files.length }).toEqual({ code: 1, files: 302 });
  const text = await statewright(["check", "."], folder.path);
  expect(text.stdout).not.toContain("\u001b");
});

test("--fix and --baseline take folders too", async () => {
  const folder = project({ "x/a.asl.json": { ...bad, StartAt: "Doen" }, "x/b.asl.json": bad });
  const { code, stderr } = await check(folder, "x", "--fix", "--baseline", "base.json");
  expect(code).toBe(0);
  expect(stderr).toContain("fixed: x/a.asl.json:1:");
  expect(stderr).toMatch(/base\.json was created: it accepts \d finding/);
});

test("settings with modules that are no list of modules", async () => {
  const folder = project({ "a.asl.json": good, "statewright.config.json": { modules: ["src"] } });
  expect(await check(folder, ".")).toMatchObject({ code: 2, error: { code: "config/settings" } });
});
