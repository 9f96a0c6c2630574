import { afterAll, describe, expect, test, vi } from "vitest";
import { type Folder, makeFolder, statewright } from "./run-statewright.ts";

// The settings of a project: severities, ignores with a reason, limits; nothing in them is silently ignored.

vi.setConfig({ testTimeout: 60_000 });

const unreachable = {
  QueryLanguage: "JSONata",
  StartAt: "Done",
  States: { Done: { Type: "Succeed" }, Lost: { Type: "Pass", End: true } },
};

const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function project(settings: string | object, file = "statewright.config.json"): Folder {
  const folder = makeFolder("settings", { "m.asl.json": unreachable, "package.json": {}, [file]: settings });
  folders.push(folder);
  return folder;
}

async function check(folder: Folder) {
  const { code, stdout, stderr } = await statewright(["check", "m.asl.json", "--json"], folder.path);
  return { code, stderr, document: JSON.parse(stdout) };
}

const finding = "transition/unreachable";

describe("severity", () => {
  test.concurrent.each(["error", "warning", "hint"] as const)("%s", async (severity) => {
    const { code, document } = await check(project({ severity: { [finding]: severity } }));
    expect(document.files[0].diagnostics).toMatchObject([{ code: finding, severity }]);
    expect(code).toBe(severity === "error" ? 1 : 0);
  });

  test.concurrent("off leaves the finding out", async () => {
    const { document } = await check(project({ severity: { [finding]: "off" } }));
    expect(document).toEqual({
      files: [{ file: "m.asl.json", machine: "m", diagnostics: [] }],
      summary: { errors: 0, warnings: 0 },
    });
  });
});

describe("ignore", () => {
  const ignore = { code: finding, file: "m.asl.json", reason: "kept for the next release" };

  test.concurrent("a finding with a reason is left out", async () => {
    const { document } = await check(project({ ignore: [{ ...ignore, pointer: "/States/Lost" }] }));
    expect(document.files).toEqual([{ file: "m.asl.json", machine: "m", diagnostics: [] }]);
  });

  test.concurrent("one that no longer applies is reported", async () => {
    const entry = { ...ignore, pointer: "/States/Other" };
    const { document } = await check(project({ ignore: [entry], severity: { [finding]: "off" } }));
    expect(document.files[1]).toMatchObject({
      file: "statewright.config.json",
      diagnostics: [{ code: "config/unused-ignore", severity: "warning", pointer: "/ignore/0" }],
    });
  });

  test.concurrent("one about a file that was not looked at is not judged", async () => {
    const { document } = await check(project({ ignore: [{ ...ignore, file: "other.asl.json" }] }));
    expect(document.files).toHaveLength(1);
  });
});

describe("a settings file in TypeScript", () => {
  const withDefine = (body: string) =>
    `import { defineConfig } from "statewright";\nexport default defineConfig(${body});\n`;

  test.concurrent("is run, and what it prints is a note", async () => {
    const text = `console.log("hello");\n${withDefine(`{ severity: { "${finding}": "error" } }`)}`;
    const { code, stderr, document } = await check(project(text, "statewright.config.ts"));
    expect(document.summary).toEqual({ errors: 1, warnings: 0 });
    expect(stderr).toContain("note: statewright.config.ts printed: hello");
    expect(code).toBe(1);
  });

  test.concurrent("that throws is a problem", async () => {
    const { code, document } = await check(project("throw new Error('boom');", "statewright.config.ts"));
    expect(document.error).toMatchObject({
      code: "builder/module-failed",
      file: "statewright.config.ts:1:7",
    });
    expect(code).toBe(2);
  });
});

describe("settings that are wrong", () => {
  const wrong: readonly (readonly [string | object, string])[] = [
    ["{", "not JSON"],
    [[], "no object"],
    [{ severty: {} }, "`severity`"],
    [{ folders: [] }, "planned"],
    [{ severity: { [finding]: "fatal" } }, "no severity"],
    [{ severity: { unreachable: "off" } }, "code"],
    [{ ignore: [{ code: finding, file: "m.asl.json" }] }, "`reason`"],
    [{ target: "sam" }, "sam"],
    [{ loading: { seconds: 0 } }, "`loading.seconds`"],
    ['{ "__proto__": {} }', "__proto__"],
  ];
  test.concurrent.each(wrong)("%j", async (settings, says) => {
    const { code, stderr, document } = await check(project(settings));
    expect(code).toBe(2);
    expect(document.error.code).toMatch(/^(config\/settings|syntax\/json)$/);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain(says);
  });
});

test("the first folder upwards that has settings counts, up to the one with a package.json", async () => {
  const folder = project({ severity: { [finding]: "hint" } });
  folder.write("inner/m.asl.json", unreachable);
  const errors = async () => {
    const { stdout } = await statewright(["check", "m.asl.json", "--json"], `${folder.path}/inner`);
    return JSON.parse(stdout).summary.errors;
  };
  expect(await errors()).toBe(0);
  folder.write("inner/package.json", {});
  expect(await errors()).toBe(1);
});
