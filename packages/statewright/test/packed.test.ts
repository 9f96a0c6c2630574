import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

// What users get: the packed packages, installed into an empty folder outside the repository.

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const folder = mkdtempSync(join(tmpdir(), "statewright-packed-"));
const project = join(folder, "project");
const run = (command: string, args: readonly string[], cwd: string) =>
  promisify(execFile)(command, args, { cwd, maxBuffer: 1 << 26 });
const pnpm = (...args: string[]) => run("npx", ["-y", "pnpm@12.21.0", ...args], root);

beforeAll(async () => {
  await run(process.execPath, ["node_modules/typescript/bin/tsc", "-b", "tsconfig.json"], root);
  await pnpm("--filter", "./packages/*", "-r", "exec", "pnpm", "pack", "--pack-destination", folder);
  const tarballs = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  mkdirSync(project);
  const manifests = readdirSync(join(root, "packages")).map(
    (room) => JSON.parse(readFileSync(join(root, "packages", room, "package.json"), "utf8")).name as string,
  );
  const tarballOf = (name: string) =>
    tarballs.find((file) => file.startsWith(`${name.replace("@", "").replace("/", "-")}-0`)) ?? "";
  const packages = Object.fromEntries(
    manifests.map((name) => [name, `file:${join(folder, tarballOf(name))}`]),
  );
  const versions = JSON.parse(readFileSync(join(root, "node_modules", "zod", "package.json"), "utf8"));
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({
      private: true,
      type: "module",
      dependencies: { ...packages, zod: versions.version },
      overrides: packages,
    }),
  );
  await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], project);
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the packed command compiles, checks and simulates a workflow", { timeout: 60_000 }, async () => {
  const example = join(root, "examples", "approval", "src");
  for (const file of ["approval.ts", "handlers.ts", "approval.input.json", "approval.mocks.json"])
    writeFileSync(join(project, file), readFileSync(join(example, file)));
  const bin = join(project, "node_modules", ".bin", "statewright");
  await run(bin, ["build", "approval.ts"], project);
  expect(readFileSync(join(project, "approval.asl.json"), "utf8")).toBe(
    readFileSync(join(root, "examples", "approval", "asl", "approval.asl.json"), "utf8"),
  );
  const args = [
    "simulate",
    "approval.ts",
    "--input",
    "approval.input.json",
    "--mocks",
    "approval.mocks.json",
    "--json",
  ];
  const { stdout } = await run(bin, args, project);
  expect(JSON.parse(stdout)).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 259_200 });
});

test("the packed command makes a project that runs", { timeout: 60_000 }, async () => {
  const bin = join(project, "node_modules", ".bin", "statewright");
  await run(bin, ["init", "app"], project);
  const args = ["simulate", "src/sign-up.ts", "--input", "src/sign-up.input.json", "--json"];
  const { stdout } = await run(bin, [...args, "--mocks", "src/sign-up.mocks.json"], join(project, "app"));
  expect(JSON.parse(stdout)).toMatchObject({ status: "SUCCEEDED", output: { welcomed: true } });
});

test("the packed command explains every code", { timeout: 60_000 }, async () => {
  const bin = join(project, "node_modules", ".bin", "statewright");
  const { stdout } = await run(bin, ["explain", "data/unknown-field", "--json"], project);
  expect(JSON.parse(stdout)).toMatchObject({ code: "data/unknown-field", severity: "error" });
  const all = await run(bin, ["explain", "--json"], project);
  const table = JSON.parse(readFileSync(join(root, "docs", "diagnostics", "severities.json"), "utf8"));
  expect(JSON.parse(all.stdout).codes).toHaveLength(Object.keys(table).length);
  expect(existsSync(join(root, "packages", "statewright", "diagnostics"))).toBe(false);
});

test("the packed declarations type a workflow under both compilers", { timeout: 120_000 }, async () => {
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "ES2023",
        module: "NodeNext",
        strict: true,
        noEmit: true,
        allowImportingTsExtensions: true,
        types: [],
      },
      files: ["approval.ts"],
    }),
  );
  for (const compiler of ["typescript", "typescript-7"])
    await run(process.execPath, [join(root, "node_modules", compiler, "bin", "tsc"), "-p", project], project);
});

test("nothing is packed but what runs: no tests, no settings of the repository", async () => {
  const installed = readdirSync(join(project, "node_modules", "statewright"), { recursive: true }).map(
    String,
  );
  expect(installed.filter((file) => file.includes(".test.") || file.includes("tsbuildinfo"))).toEqual([]);
  const manifest = readFileSync(join(project, "node_modules", "statewright", "package.json"), "utf8");
  expect(manifest).not.toContain("@statewright/source");
});
