import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// The workflow and the tests of docs/testing.md are compiled and run, and its session is what the command prints.

const root = resolve(import.meta.dirname, "../../..");
const page = readFileSync(resolve(root, "docs/testing.md"), "utf8");
const files = [...page.matchAll(/^```(?:ts|json) (\S+)\n(.*?)^```$/gms)].map(([, name = "", text = ""]) => [
  name,
  text,
]);
const [, command = "", output = ""] = /^```text\n\$ statewright (.*?)\n(.*?)^```$/ms.exec(page) ?? [];

const folder = makeFolder("testing-page", {
  ...Object.fromEntries(files),
  "tsconfig.json": { extends: resolve(root, "tsconfig.check.json"), include: ["*.ts"], exclude: [] },
});
afterAll(() => folder.remove());

describe("the tests of the page", async () => {
  await import(resolve(folder.path, "orders.test.ts"));
});

test("its snippets compile, and so does the kit for who uses it", async () => {
  const tsc = resolve(root, "node_modules/typescript-7/bin/tsc");
  const run = promisify(execFile)(process.execPath, [tsc, "-p", folder.path, "--pretty", "false"]);
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  expect(stdout.split("\n").filter((line) => line.includes("testing-page"))).toEqual([]);
});

test(`statewright ${command}`, async () => {
  const { code, stdout } = await statewright(command.split(" "), folder.path);
  expect([code, stdout.replaceAll(/ +$/gm, "")]).toEqual([0, output]);
});
