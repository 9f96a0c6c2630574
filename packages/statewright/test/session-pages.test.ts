import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// What a page shows of a session is what the commands print.

const pages = [
  { page: "evaluating", codes: [0, 1, 2] },
  { page: "testing-one-state", codes: [0] },
  { page: "replay", codes: [0, 1, 2] },
  { page: "diagnosing", codes: [1] },
  { page: "types", codes: [0, 2] },
  { page: "cost", codes: [0, 2] },
];

describe.each(pages)("docs/$page.md", ({ page, codes }) => {
  const text = readFileSync(resolve(import.meta.dirname, `../../../docs/${page}.md`), "utf8");
  const files = [...text.matchAll(/^```json (\S+)\n(.*?)^```$/gms)].map(([, name = "", body = ""]) => [
    name,
    body,
  ]);
  const session = /^```text\n(.*?)^```$/ms.exec(text)?.[1] ?? "";
  const steps = session
    .split(/^\$ statewright /m)
    .slice(1)
    .map((step) => {
      const [command = "", ...output] = step.trimEnd().split("\n");
      return { command, output: output.join("\n") };
    });
  const folder = makeFolder(`page-${page}`, Object.fromEntries(files));
  afterAll(() => folder.remove());

  test.each(steps)("statewright $command", async ({ command, output }) => {
    const { stdout, stderr } = await statewright(command.split(" "), folder.path);
    expect(`${stdout}${stderr}`.replaceAll(/ +$/gm, "").trimEnd()).toBe(output);
  });

  test("its commands end with the exit codes it speaks of", async () => {
    const found = [];
    for (const { command } of steps) found.push((await statewright(command.split(" "), folder.path)).code);
    expect([...new Set(found)].sort()).toEqual(codes);
  });
});
