import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test, vi } from "vitest";
import { makeFolder, statewrightProcess } from "./run-statewright.ts";

// `init` writes a project that builds, checks, simulates and passes its own tests.

vi.setConfig({ testTimeout: 120_000 });

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
/** Makes vitest take the packages' sources; an installed package needs none of this. */
const vitestConfig = `const conditions = ["@statewright/source", "module", "node", "development|production"];
export default {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["@statewright/source", "node"] } },
};
`;
const parent = makeFolder("init");
afterAll(() => parent.remove());

test("the project builds, checks, simulates, and passes its types and its tests", async () => {
  const made = await statewrightProcess(["init", "my-flow"], parent.path);
  expect(made.code).toBe(0);
  expect(made.stdout).toContain("npm run dev");
  const folder = join(parent.path, "my-flow");
  expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name).toBe("my-flow");
  expect(existsSync(join(folder, ".gitignore"))).toBe(true);

  // What `npm install` would do, with the packages of this repository.
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(root, "packages/statewright"), join(folder, "node_modules/statewright"));
  for (const name of ["zod", "vitest"])
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));

  writeFileSync(join(folder, "vitest.config.mjs"), vitestConfig);

  const source = ["src/sign-up.ts"];
  const run = ["--input", "src/sign-up.input.json", "--mocks", "src/sign-up.mocks.json"];
  const conditions = ["--customConditions", "@statewright/source"];
  const tsc = join(root, "node_modules/typescript-7/bin/tsc");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const [checked, built, simulated, typed, tested] = await Promise.all([
    statewrightProcess(["check", ...source, "--json"], folder),
    statewrightProcess(["build", ...source, "--out", "asl"], folder),
    statewrightProcess(["simulate", ...source, ...run, "--json"], folder),
    node([tsc, "--noEmit", "-p", ".", ...conditions], folder),
    node([vitest, "run"], folder),
  ]);
  expect(JSON.parse(checked.stdout)).toMatchObject({
    files: [{ diagnostics: [] }],
    summary: { errors: 0, warnings: 0 },
  });
  expect(built).toMatchObject({ code: 0, stdout: "asl/sign-up.asl.json\nasl/sign-up.types.json\n" });
  expect(JSON.parse(simulated.stdout)).toMatchObject({
    status: "SUCCEEDED",
    output: { accountId: "account-1", welcomed: true },
  });
  // The packages' own sources are checked elsewhere, under their own settings.
  expect(typed.text.split("\n").filter((line) => line.startsWith("src/"))).toEqual([]);
  expect(tested, tested.text).toMatchObject({ code: 0, text: expect.stringContaining("3 passed") });
});

test("a folder with something in it is left alone, and what is there is named", async () => {
  const folder = makeFolder("init-full", { "notes.txt": "mine" });
  const { code, stdout, stderr } = await statewrightProcess(["init", "."], folder.path);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("notes.txt");
  expect(readdirSync(folder.path)).toEqual(["notes.txt"]);
  folder.remove();
});

test("a folder that holds a new repository only is empty", async () => {
  const folder = makeFolder("init-git", { ".git/HEAD": "ref: refs/heads/main\n" });
  const { code, stdout } = await statewrightProcess(["init", ".", "--json"], folder.path);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).written).toContain("src/sign-up.ts");
  folder.remove();
});

async function node(
  args: readonly string[],
  cwd: string,
): Promise<{ readonly code: number; readonly text: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...args], { cwd });
    return { code: 0, text: stdout };
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}
