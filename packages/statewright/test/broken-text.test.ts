import { afterAll, expect, test, vi } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// A definition whose text is broken is no reason to stop: all mistakes at once, and what can be said of the rest.

vi.setConfig({ testTimeout: 60_000 });

const folder = makeFolder("broken-text", {
  "several.asl.json": `{
  "QueryLanguage": "JSONata",
  "StartAt": "A", // where it begins
  "States": {
    "A": { "Type": "Pass", "Output": { "b": 1, }, "Next": "B" }
    "B": { "Type": "Pass", "Output": "{% $states.input.totl %}", "Nxt": "C", "End": true }
  }
}`,
  "good.asl.json": { StartAt: "Done", States: { Done: { Type: "Succeed" } } },
});
afterAll(() => folder.remove());

async function check(args: readonly string[], input?: string) {
  const { code, stdout, stderr } = await statewright(["check", ...args, "--json"], folder.path, input);
  return { code, stderr, files: JSON.parse(stdout).files };
}

interface Found {
  readonly code: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}
const places = (found: readonly Found[]) =>
  found.map(({ code, range }) => `${range.start.line + 1}:${range.start.character + 1} ${code}`);

test("all mistakes of a text with their places, and what is wrong in the machine that can be read", async () => {
  const { code, files, stderr } = await check(["several.asl.json"]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(places(files[0].diagnostics)).toEqual([
    "3:19 syntax/json",
    "5:46 syntax/json",
    "6:5 syntax/json",
    "6:56 data/unknown-field",
    "6:66 structure/unknown-field",
  ]);
});

test("the other files are checked as well", async () => {
  const { code, files } = await check(["several.asl.json", "good.asl.json"]);
  expect(code).toBe(1);
  expect(files[1]).toEqual({ file: "good.asl.json", machine: "good", diagnostics: [] });
});

test.each([
  ["an open brace", "{", "1:1 syntax/json"],
  ["another language", "<html>", "1:1 structure/wrong-type"],
  ["YAML that is not closed", "StartAt: [A", "1:12 syntax/yaml"],
  ["a function of CloudFormation", "StartAt: !Ref A", "1:10 syntax/yaml"],
  ["half a key", '{ "StartA', "1:3 syntax/json"],
  ["100,000 open lists", "[".repeat(100_000), "1:1001 limit/nesting-depth"],
])("%s on standard input", async (_, input, wanted) => {
  const { code, files } = await check(["-"], input);
  expect(code).toBe(1);
  expect(places(files[0].diagnostics)).toContain(wanted);
});

test("thousands of mistakes end in a bounded report", async () => {
  const { files } = await check(["-"], `{ "States": {${"'a' ".repeat(20_000)}} }`);
  expect(files[0].diagnostics.length).toBeGreaterThan(0);
  expect(files[0].diagnostics.length).toBeLessThanOrEqual(1100);
});
