import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Validator } from "@cfworker/json-schema";
import { afterAll, describe, expect, test, vi } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// `check --format sarif` and `--format github`, from the file to what a service reads.

vi.setConfig({ testTimeout: 60_000 });

const evil = "x\r\n::error file=y::z\u001b[2J [a](http://evil.example) {0} %0A";
const folder = makeFolder("formats", {
  "typo.asl.json": `{
  "QueryLanguage": "JSONata",
  "StartAt": "Price",
  "States": {
    "Price": { "Type": "Pass", "Output": { "total": 1 }, "Next": "Charge" },
    "Charge": { "Type": "Pass", "Output": "{% $states.input.totl %}", "End": true }
  }
}`,
  "evil.asl.json": {
    QueryLanguage: "JSONata",
    StartAt: evil,
    States: { [evil]: { Type: "Pass", Next: evil.slice(1) } },
  },
  "quiet.asl.json": { StartAt: "Done", States: { Done: { Type: "Succeed" } } },
  "flow.ts": `import { workflow } from "statewright";
export const flow = workflow("flow").pass("A").output({ b: 1 }).pass("B").output(({ input }) => (input as { c: number }).c).end();
`,
});
afterAll(() => folder.remove());

const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url)
      .resolve("@microsoft/jest-sarif/package.json")
      .replace("package.json", "lib/schemas/sarif-2.1.0-rtm.5.json"),
    "utf8",
  ),
);
/** What the schema of the standard has against a log. */
const faults = (log: unknown) => new Validator(schema, "7", false).validate(log).errors;

async function sarif(...files: readonly string[]) {
  const { code, stdout } = await statewright(["check", ...files, "--format", "sarif"], folder.path);
  return { code, log: JSON.parse(stdout) };
}

describe("sarif", () => {
  test.each([
    ["typo.asl.json"],
    ["evil.asl.json"],
    ["quiet.asl.json"],
    ["flow.ts"],
    ["typo.asl.json", "evil.asl.json", "flow.ts"],
  ])("obeys the schema of the standard: %s", async (...files) => {
    expect(faults((await sarif(...files)).log)).toEqual([]);
  });

  test("the schema is a judge: a log with a wrong level or line does not pass", async () => {
    const { log } = await sarif("typo.asl.json");
    const text = JSON.stringify(log);
    expect(faults(JSON.parse(text.replace('"level":"error"', '"level":"fatal"')))).not.toEqual([]);
    expect(faults(JSON.parse(text.replace(/"startLine":\d+/, '"startLine":0')))).not.toEqual([]);
  });

  test("a finding has its rule with the page as help, its place, and what it comes from", async () => {
    const { code, log } = await sarif("typo.asl.json");
    expect(code).toBe(1);
    const [{ tool, results }] = log.runs;
    expect(tool.driver).toMatchObject({ name: "Statewright", version: expect.stringMatching(/^\d/) });
    const rule = tool.driver.rules[results[0].ruleIndex];
    expect(rule).toMatchObject({
      id: "data/unknown-field",
      help: { markdown: expect.stringContaining("## Fails") },
    });
    expect(results[0]).toMatchObject({
      ruleId: "data/unknown-field",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "typo.asl.json" },
            region: { startLine: 6, startColumn: 61, endLine: 6, endColumn: 65 },
          },
          logicalLocations: [{ fullyQualifiedName: "/States/Charge/Output" }],
        },
      ],
    });
  });

  test("without findings there is a log too, and exit code 0", async () => {
    const { code, log } = await sarif("quiet.asl.json");
    expect({ code, results: log.runs[0].results }).toEqual({ code: 0, results: [] });
  });
});

describe("github", () => {
  test("one command a finding on standard output, the sum beside it", async () => {
    const run = await statewright(["check", "typo.asl.json", "--format", "github"], folder.path);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(
      /^::error file=typo\.asl\.json,line=6,endLine=6,col=61,endColumn=65,title=data\/unknown-field::.*\n$/,
    );
    expect(run.stderr).toBe("Checked typo: 1 error\n");
  });

  test("a state's name begins no command of its own", async () => {
    const { stdout } = await statewright(["check", "evil.asl.json", "--format", "github"], folder.path);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) file=evil\.asl\.json,/);
    expect(stdout).not.toMatch(/[^\n\P{C}]/u);
  });

  test("nor does the name of a file, on standard error either", async () => {
    const name = "::error file=y::z\n::warning::x.asl.json";
    folder.write(name, { StartAt: "Done", States: { Done: { Type: "Succeed" } } });
    const { stdout, stderr } = await statewright(["check", name, "--format", "github"], folder.path);
    expect(`${stdout}${stderr}`).not.toMatch(/^::/m);
  });
});
