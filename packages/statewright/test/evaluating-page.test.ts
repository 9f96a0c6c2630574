import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// The session of docs/evaluating.md is what the command prints.

const page = readFileSync(resolve(import.meta.dirname, "../../../docs/evaluating.md"), "utf8");
const files = [...page.matchAll(/^```json (\S+)\n(.*?)^```$/gms)].map(([, name = "", text = ""]) => [
  name,
  text,
]);
const session = /^```text\n(.*?)^```$/ms.exec(page)?.[1] ?? "";
const steps = session
  .split(/^\$ statewright /m)
  .slice(1)
  .map((step) => {
    const [command = "", ...output] = step.trimEnd().split("\n");
    return { command, output: output.join("\n") };
  });

const folder = makeFolder("evaluating-page", Object.fromEntries(files));
afterAll(() => folder.remove());

test.each(steps)("statewright $command", async ({ command, output }) => {
  const { stdout, stderr } = await statewright(command.split(" "), folder.path);
  expect(`${stdout}${stderr}`.replaceAll(/ +$/gm, "").trimEnd()).toBe(output);
});

test("the page has a value, a failure and wrong usage", async () => {
  const codes = [];
  for (const { command } of steps) codes.push((await statewright(command.split(" "), folder.path)).code);
  expect([...new Set(codes)].sort()).toEqual([0, 1, 2]);
});
