import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, installPacked, runIn } from "./support/packed.ts";

// What users get: the packed packages, installed by npm into an empty folder outside of the repository, and used there
// as the pages say.

const root = resolve(fileURLToPath(import.meta.url), "../../../..");
const project = emptyFolder();
const read = (...path: string[]): string => readFileSync(join(project, ...path), "utf8");

beforeAll(async () => {
  await installPacked(project);
});

test("nothing is packed but what runs: no tests, no settings of the repository", () => {
  const installed = readdirSync(join(project, "node_modules", "statewright"), { recursive: true }).map(
    String,
  );
  expect(installed.filter((file) => file.includes(".test.") || file.includes("tsbuildinfo"))).toEqual([]);
  expect(read("node_modules", "statewright", "package.json")).not.toContain("@statewright/source");
  expect(existsSync(join(root, "packages", "statewright", "diagnostics"))).toBe(false);
});

describe("the command", () => {
  beforeAll(() => cpSync(join(root, "examples", "approval", "src"), project, { recursive: true }));

  test("builds the same ASL as here", async () => {
    const built = await runIn(project, "npx statewright build approval.ts");
    expect(built).toMatchObject({ code: 0, stderr: "" });
    expect(read("approval.asl.json")).toBe(
      readFileSync(join(root, "examples", "approval", "asl", "approval.asl.json"), "utf8"),
    );
  });

  test("simulates", async () => {
    const given = "--input approval.input.json --mocks approval.mocks.json";
    const { stdout } = await runIn(project, `npx statewright simulate approval.ts ${given} --json`);
    expect(JSON.parse(stdout)).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 266_400 });
  });

  test("explains every code", async () => {
    const one = await runIn(project, "npx statewright explain data/unknown-field --json");
    expect(JSON.parse(one.stdout)).toMatchObject({ code: "data/unknown-field", severity: "error" });
    const all = await runIn(project, "npx statewright explain --json");
    const table = JSON.parse(readFileSync(join(root, "docs", "diagnostics", "severities.json"), "utf8"));
    expect(JSON.parse(all.stdout).codes).toHaveLength(Object.keys(table).length);
  });

  test("makes a project whose scripts run, its types and tests among them", async () => {
    expect(await runIn(project, "npx statewright init app")).toMatchObject({ code: 0 });
    const app = join(project, "app");
    await installPacked(app);
    const [check, build, simulate, types, tests] = await Promise.all(
      ["check", "build", "simulate", "typecheck", "test"].map((script) => runIn(app, `npm run ${script}`)),
    );
    expect(check).toMatchObject({ code: 0 });
    expect(build).toMatchObject({ code: 0, stdout: expect.stringContaining("asl/sign-up.asl.json") });
    expect(simulate).toMatchObject({ code: 0, stdout: expect.stringContaining("SUCCEEDED") });
    expect(types).toMatchObject({ code: 0 });
    expect(tests).toMatchObject({ code: 0, stdout: expect.stringMatching(/Tests .*\d passed/) });
  });
});
