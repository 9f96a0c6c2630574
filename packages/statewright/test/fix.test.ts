import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { type Folder, makeFolder, statewright } from "./run-statewright.ts";

// `check --fix` makes every change that is offered, and leaves every other character as it is.

vi.setConfig({ testTimeout: 60_000 });

const broken = `{
  "QueryLanguage":   "JSONata",
  "StartAt": "Frist",
  "States": {
    "First": { "Type": "Pass",\t"Outptu": { "total": 1 }, "Nxet": "Second" },
    "Second": { "Type": "Pas", "Output": "{% $states.input.totl %}", "End": true }
  }
}`;
const mended = broken
  .replace("Frist", "First")
  .replace("Outptu", "Output")
  .replace("Nxet", "Next")
  .replace('"Pas"', '"Pass"')
  .replace("totl", "total");
const hopeless = broken.replace("totl", "nothingLikeIt");
const flow = `import { workflow } from "statewright";
export const flow = workflow("flow").pass("A").output({ total: 1 }).pass("B").output(({ input }) => (input as unknown as { totl: number }).totl).end();
`;

const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function project(files: Readonly<Record<string, string | object>>): Folder {
  const folder = makeFolder("fix", { "package.json": {}, ...files });
  folders.push(folder);
  return folder;
}

const read = (folder: Folder, file: string) => readFileSync(join(folder.path, file), "utf8");

test("all that can be fixed is, one fix after the other, and what was done is said", async () => {
  const folder = project({ "m.asl.json": broken });
  const { code, stdout, stderr } = await statewright(["check", "m.asl.json", "--fix"], folder.path);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "m: no problems\n" });
  expect(read(folder, "m.asl.json")).toBe(mended);
  expect(stderr.trimEnd().split("\n").sort()).toEqual([
    'fixed: m.asl.json:3:14: Go to "First" [transition/unknown-target]',
    "fixed: m.asl.json:5:32: Name it `Output` [structure/unknown-field]",
    "fixed: m.asl.json:5:58: Name it `Next` [structure/unknown-field]",
    'fixed: m.asl.json:6:25: Write "Pass" [structure/unknown-value]',
    "fixed: m.asl.json:6:43: Read `total` instead [data/unknown-field]",
  ]);
  expect(readdirSync(folder.path).sort()).toEqual(["m.asl.json", "package.json"]);
});

test("what is left decides output and exit code", async () => {
  const folder = project({ "m.asl.json": hopeless });
  const { code, stdout } = await statewright(["check", "m.asl.json", "--fix", "--json"], folder.path);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    files: [{ file: "m.asl.json", diagnostics: [{ code: "data/unknown-field" }] }],
    summary: { errors: 1 },
  });
  expect(read(folder, "m.asl.json")).toBe(mended.replace("input.total", "input.nothingLikeIt"));
});

test("a second run changes nothing and does not touch the file", async () => {
  const folder = project({ "m.asl.json": broken });
  await statewright(["check", "m.asl.json", "--fix"], folder.path);
  const before = statSync(join(folder.path, "m.asl.json")).ino;
  const { stderr } = await statewright(["check", "m.asl.json", "--fix"], folder.path);
  expect({ stderr, ino: statSync(join(folder.path, "m.asl.json")).ino }).toEqual({ stderr: "", ino: before });
});

test("a byte order mark, the ends of lines, the permissions and a link stay", async () => {
  const dos = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}\r\n`;
  const folder = project({ "real.asl.json": dos(broken) });
  chmodSync(join(folder.path, "real.asl.json"), 0o662);
  symlinkSync("real.asl.json", join(folder.path, "m.asl.json"));
  expect((await statewright(["check", "m.asl.json", "--fix"], folder.path)).code).toBe(0);
  expect(read(folder, "real.asl.json")).toBe(dos(mended));
  expect(lstatSync(join(folder.path, "m.asl.json")).isSymbolicLink()).toBe(true);
  expect(statSync(join(folder.path, "real.asl.json")).mode & 0o777).toBe(0o662);
});

test("code is never changed, and says so; the definition beside it is", async () => {
  const folder = project({ "flow.ts": flow, "m.asl.json": broken });
  const { stderr } = await statewright(["check", "flow.ts", "m.asl.json", "--fix"], folder.path);
  expect(stderr).toContain("note: flow.ts is a module: its fixes are not made");
  expect({ flow: read(folder, "flow.ts"), m: read(folder, "m.asl.json") }).toEqual({ flow, m: mended });
});

test("nothing is written when one of the files cannot be read", async () => {
  const folder = project({ "m.asl.json": broken });
  const { code } = await statewright(["check", "m.asl.json", "missing.asl.json", "--fix"], folder.path);
  expect({ code, text: read(folder, "m.asl.json") }).toEqual({ code: 2, text: broken });
});

test("a text with mistakes of syntax stays as it is", async () => {
  const text = broken.replace('"Nxet"', ', "Nxet"');
  const folder = project({ "m.asl.json": text });
  const { code } = await statewright(["check", "m.asl.json", "--fix"], folder.path);
  expect({ code, text: read(folder, "m.asl.json") }).toEqual({ code: 1, text });
});

test("findings that the settings leave out are not fixed", async () => {
  const settings = { severity: { "structure/unknown-field": "off" } };
  const folder = project({ "m.asl.json": broken, "statewright.config.json": settings });
  await statewright(["check", "m.asl.json", "--fix"], folder.path);
  expect(read(folder, "m.asl.json")).toContain('"Outptu"');
  expect(read(folder, "m.asl.json")).toContain('"StartAt": "First"');
});

test("a name with escapes of a terminal is inert where the fix is said", async () => {
  const name = "First\u001b[2J\u202e";
  const definition = JSON.stringify({ StartAt: `${name}x`, States: { [name]: { Type: "Succeed" } } });
  const folder = project({ "m.asl.json": definition });
  const { code, stderr } = await statewright(["check", "m.asl.json", "--fix"], folder.path);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^fixed: m\.asl\.json:1:12: /);
  expect(stderr.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
