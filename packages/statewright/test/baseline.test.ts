import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { type Folder, makeFolder, statewright } from "./run-statewright.ts";

// `check --baseline FILE`: what is known today is accepted, what is new is reported.

vi.setConfig({ testTimeout: 60_000 });

const state = (reads: string) => ({ Type: "Pass", Output: `{% $states.input.${reads} %}`, End: true });
const machine = (states: object, start = "A") => ({
  QueryLanguage: "JSONata",
  StartAt: start,
  States: { A: { Type: "Pass", Output: { total: 1 }, Next: "B" }, ...states },
});
const typo = machine({ B: state("totl") });

const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function project(files: Readonly<Record<string, string | object>> = {}): Folder {
  const folder = makeFolder("baseline", { "package.json": {}, "m.asl.json": typo, ...files });
  folders.push(folder);
  return folder;
}

async function check(folder: Folder, ...args: readonly string[]) {
  const all = ["check", "m.asl.json", "--baseline", "base.json", "--json", ...args];
  const { code, stdout, stderr } = await statewright(all, folder.path);
  const document = JSON.parse(stdout);
  const found = document.files?.flatMap((file: { diagnostics: readonly { code: string; state: string }[] }) =>
    file.diagnostics.map((one) => `${one.code} ${one.state}`),
  );
  return { code, stderr, found, error: document.error, summary: document.summary };
}

const baseline = (folder: Folder) => JSON.parse(readFileSync(join(folder.path, "base.json"), "utf8"));
const accepted = {
  code: "data/unknown-field",
  machine: "m",
  pointer: "/States/B/Output",
  state: "B",
};

test("a file that is not there is written with all findings, and the run is fine", async () => {
  const folder = project();
  const run = await check(folder);
  expect(run).toMatchObject({ code: 0, found: [], summary: { errors: 0, warnings: 0 } });
  expect(run.stderr).toBe("note: base.json was created: it accepts 1 finding.\n");
  expect(baseline(folder)).toEqual({ version: 1, findings: [accepted] });
});

test("the next run leaves them out and says how many; without the baseline they are there", async () => {
  const folder = project();
  await check(folder);
  const run = await check(folder);
  expect(run).toMatchObject({ code: 0, found: [] });
  expect(run.stderr).toBe("note: 1 finding accepted by base.json left out.\n");
  expect((await statewright(["check", "m.asl.json"], folder.path)).code).toBe(1);
});

test("formatting the text and adding states makes no new finding; a new mistake is one", async () => {
  const folder = project();
  await check(folder);
  folder.write("m.asl.json", `\n\n${JSON.stringify(machine({ B: state("totl") }), null, 4)}`);
  expect(await check(folder)).toMatchObject({ code: 0, found: [] });
  const next = (to: string) => ({ End: undefined, Next: to });
  const first = { Type: "Pass", Output: { total: 1 }, Next: "N" };
  folder.write(
    "m.asl.json",
    machine({ A: first, N: { ...state("nothing"), ...next("B") }, B: state("totl") }),
  );
  const run = await check(folder, "--max-warnings", "0");
  expect(run).toMatchObject({ code: 1, found: [expect.stringMatching(/ N$/)] });
});

test("a second finding at the place of an accepted one is new", async () => {
  const folder = project();
  await check(folder);
  folder.write(
    "m.asl.json",
    machine({ B: { ...state("x"), Output: "{% $states.input.totl + $states.input.ttal %}" } }),
  );
  expect(await check(folder)).toMatchObject({ code: 1, found: ["data/unknown-field B"] });
  await check(folder, "--update-baseline");
  expect(baseline(folder).findings).toEqual([{ ...accepted, count: 2 }]);
  expect(await check(folder)).toMatchObject({ code: 0, found: [] });
});

test("one that no longer applies is said, and taken out by --update-baseline", async () => {
  const folder = project();
  await check(folder);
  folder.write("m.asl.json", machine({ B: state("total") }));
  const run = await check(folder);
  expect(run.code).toBe(0);
  expect(run.stderr).toMatch(
    /^note: 1 finding accepted by base\.json no longer there \(`data\/unknown-field` at /,
  );
  expect(run.stderr).toContain("`--update-baseline`");
  expect((await check(folder, "--update-baseline")).stderr).toContain("it accepts 0 findings");
  expect(baseline(folder)).toEqual({ version: 1, findings: [] });
  expect((await check(folder)).stderr).toBe("");
});

test("machines that were not checked keep what is accepted of them", async () => {
  const other = { ...accepted, machine: "other" };
  const folder = project({ "base.json": { version: 1, findings: [other] } });
  const run = await check(folder);
  expect(run).toMatchObject({ code: 1, found: ["data/unknown-field B"] });
  expect(run.stderr).toBe("");
  await check(folder, "--update-baseline");
  expect(baseline(folder).findings).toEqual([accepted, other]);
});

test("the findings of a workflow are known by their place in the machine", async () => {
  const flow = (lines: string) =>
    `import { workflow } from "statewright";\n${lines}export const m = workflow("m").pass("A").output({ b: 1 })\n` +
    `  .pass("B").output(({ input }) => (input as unknown as { c: number }).c).end();\n`;
  const folder = project({ "m.ts": flow("") });
  const args = ["check", "m.ts", "--baseline", "base.json"];
  expect((await statewright(args, folder.path)).code).toBe(0);
  expect(baseline(folder).findings).toMatchObject([{ machine: "m", pointer: "/States/B/Output" }]);
  folder.write("m.ts", flow("// moved\n\n"));
  expect((await statewright(args, folder.path)).code).toBe(0);
});

test("what is wrong in a template itself is accepted like the rest, and kept while others are checked", async () => {
  const named = { Type: "AWS::Serverless::StateMachine", Properties: { DefinitionUri: "../m.asl.json" } };
  const folder = project({ "template.json": { Resources: { Named: named } } });
  const args = ["check", "template.json", "--baseline", "base.json"];
  await statewright(args, folder.path);
  expect(baseline(folder).findings).toEqual([{ code: "config/definition-uri", machine: "template.json" }]);
  expect((await statewright(args, folder.path)).stdout).toBe("template: no problems\n");
  expect((await check(folder)).stderr).toBe("");
});

test("a link is followed, not replaced", async () => {
  const folder = project({ "real.json": { version: 1, findings: [] } });
  symlinkSync("real.json", join(folder.path, "base.json"));
  await check(folder, "--update-baseline");
  expect(lstatSync(join(folder.path, "base.json")).isSymbolicLink()).toBe(true);
  expect(JSON.parse(readFileSync(join(folder.path, "real.json"), "utf8")).findings).toEqual([accepted]);
});

describe("a file that is no baseline ends with exit code 2 and stays as it is", () => {
  const wrong: readonly (readonly [string, string | object, string])[] = [
    ["a list", [], "version: 1"],
    ["text", '"x"', "version: 1"],
    ["a later version", { version: 2, findings: [] }, "version: 1"],
    ["findings that are no list", { version: 1, findings: {} }, "version: 1"],
    ["an entry that is text", { version: 1, findings: ["x"] }, "findings[0]"],
    ["an entry without a code", { version: 1, findings: [{ machine: "m" }] }, "`code`"],
    ["a misspelt key", { version: 1, findings: [{ code: "a/b", machin: "m" }] }, "`machine`"],
    ["a key of a prototype", '{"version":1,"findings":[{"code":"a/b","__proto__":{}}]}', "__proto__"],
    ["a pointer that is a number", { version: 1, findings: [{ code: "a/b", pointer: 1 }] }, "`pointer`"],
    ["a count below one", { version: 1, findings: [{ code: "a/b", count: -1 }] }, "`count`"],
    ["a machine", typo, "version: 1"],
    ["broken JSON", "{", "base.json:1:1"],
    ["a deep text", `{"version":1,"findings":${"[".repeat(5000)}${"]".repeat(5000)}}`, "levels deep"],
  ];
  test.each(wrong)("%s", async (_, content, says) => {
    const folder = project({ "base.json": content });
    const before = readFileSync(join(folder.path, "base.json"), "utf8");
    for (const more of [[], ["--update-baseline"]]) {
      const run = await check(folder, ...more);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(says);
      expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
    }
    expect(readFileSync(join(folder.path, "base.json"), "utf8")).toBe(before);
  });

  test("a folder", async () => {
    const folder = project({ "base.json/file": "" });
    expect(await check(folder)).toMatchObject({ code: 2, error: { code: "config/unreadable-file" } });
    expect(existsSync(join(folder.path, "base.json/file"))).toBe(true);
  });
});
