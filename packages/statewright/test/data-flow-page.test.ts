import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// The situations of docs/data-flow.md are found, in the very words of the page.

const page = readFileSync(resolve(import.meta.dirname, "../../../docs/data-flow.md"), "utf8");
const files = [...page.matchAll(/^```json (\S+)\n(.*?)^```$/gms)].map(([, name = "", text = ""]) => [
  name,
  text,
]);
const sessions = [...page.matchAll(/^```text\n\$ statewright ([^\n]+)\n(.*?)^```$/gms)].map(
  ([, command = "", output = ""]) => ({ command, output: output.trimEnd() }),
);

const folder = makeFolder("data-flow-page", Object.fromEntries(files));
afterAll(() => folder.remove());

test.each(sessions)("statewright $command", async ({ command, output }) => {
  const { stdout, stderr } = await statewright(command.split(" "), folder.path);
  expect(`${stdout}${stderr}`.replaceAll(/ +$/gm, "").trimEnd()).toBe(output);
});

test("the page has a session for each machine", () => {
  const machines = files.flatMap(([name = ""]) => (name.endsWith(".asl.json") ? [name] : []));
  expect(sessions.map(({ command }) => command)).toEqual(machines.map((name) => `check ${name}`));
  expect(machines.length).toBeGreaterThanOrEqual(6);
});
