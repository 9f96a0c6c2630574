import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isProblem } from "../src/command-line/problem.ts";
import { optionsOf, readArguments } from "../src/command-line/read-arguments.ts";
import { check } from "../src/commands/check.ts";
import { pageOf } from "../src/pages/pages.ts";
import { settingsFault } from "../src/settings/check-settings.ts";
import { makeFolder, statewright } from "./run-statewright.ts";

// What docs/checking.md shows exists and is understood.

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const page = readFileSync(join(root, "docs", "checking.md"), "utf8");

const lines = [...page.matchAll(/statewright check ([^\n`#>]*)/g)].map(([, args = ""]) => args.trim());

test.each(lines)("`statewright check %s` is understood", (line) => {
  expect(isProblem(readArguments(check, line.split(/\s+/)))).toBe(false);
});

test("every option that is named exists, and every option of its own is named", () => {
  const named = new Set([...page.matchAll(/`?--([a-z][a-z-]+)/g)].map(([, name]) => name));
  const known = Object.keys(optionsOf(check));
  expect([...named].filter((name) => !known.includes(name ?? ""))).toEqual([]);
  expect(Object.keys(check.options).filter((name) => !named.has(name))).toEqual([]);
  for (const format of check.options.format?.choices ?? []) expect(page).toContain(`| \`${format}\` |`);
});

test("the settings are settings, and their codes exist", async () => {
  const [, text = ""] = /```ts\n([^`]*)```/.exec(page) ?? [];
  const folder = makeFolder("checking-page", {
    "package.json": {},
    "statewright.config.ts": text,
    "a.asl.json": { StartAt: "A", States: { A: { Type: "Succeed" } } },
  });
  expect((await statewright(["check", "a.asl.json"], folder.path)).stderr).toBe("");
  folder.remove();
  expect(settingsFault({ modules: ["src"] })).toBeDefined();
  for (const [, code = ""] of text.matchAll(/"([a-z]+\/[a-z-]+)"/g)) expect(pageOf(code)?.code).toBe(code);
});
