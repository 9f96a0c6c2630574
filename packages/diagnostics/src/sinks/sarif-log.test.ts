import { expect, test } from "vitest";
import { type Diagnostic, sarifLog } from "../index.ts";

const range = { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } };
const finding: Diagnostic = {
  code: "data/unknown-field",
  severity: "error",
  message: '"Charge" reads `totl`.',
  why: "There is: total.",
  state: "Charge",
  pointer: "/States/Charge/Output",
  range,
  related: [{ message: "It is written here.", range }],
  fixes: [
    { title: "Read `total`", edits: [{ range, newText: "total" }] },
    { title: "by pointer only", edits: [{ pointer: "/States", newText: "1" }] },
  ],
};
const log = (...diagnostics: readonly Diagnostic[]) =>
  sarifLog([{ file: "./flows/my order.asl.json", machine: "my order", diagnostics }], {
    version: "1.2.3",
    rule: (code) => (code === finding.code ? { title: "A title.", page: "# page" } : undefined),
  }).runs[0];
const region = { startLine: 2, startColumn: 5, endLine: 2, endColumn: 9 };
const artifactLocation = { uri: "flows/my%20order.asl.json" };

test("a finding is a result at its place, with related places and fixes", () => {
  expect(log(finding)?.results).toEqual([
    {
      ruleId: "data/unknown-field",
      ruleIndex: 0,
      level: "error",
      message: { text: '"Charge" reads `totl`. There is: total.' },
      locations: [
        {
          physicalLocation: { artifactLocation, region },
          logicalLocations: [{ name: "Charge", fullyQualifiedName: "/States/Charge/Output" }],
        },
      ],
      relatedLocations: [
        { id: 1, message: { text: "It is written here." }, physicalLocation: { artifactLocation, region } },
      ],
      fixes: [
        {
          description: { text: "Read `total`" },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: region, insertedContent: { text: "total" } }],
            },
          ],
        },
      ],
      partialFingerprints: {
        "statewrightFinding/v1": '["data/unknown-field","my order","/States/Charge/Output","Charge"]:1',
      },
    },
  ]);
});

test("each code is one rule, with its page as help", () => {
  const { results = [], tool } = log({ ...finding, code: "z/z", severity: "hint" }, finding, finding) ?? {};
  expect(results.map(({ ruleIndex, level }) => [ruleIndex, level])).toEqual([
    [1, "note"],
    [0, "error"],
    [0, "error"],
  ]);
  expect(tool?.driver).toEqual({
    name: "Statewright",
    version: "1.2.3",
    rules: [
      {
        id: "data/unknown-field",
        shortDescription: { text: "A title." },
        help: { text: "# page", markdown: "# page" },
      },
      { id: "z/z" },
    ],
  });
});

test("the fingerprint is that of the place in the machine, not of the line, and no two are the same", () => {
  const moved = { ...finding, range: { start: { line: 9, character: 0 }, end: { line: 9, character: 1 } } };
  const prints = (...found: readonly Diagnostic[]) =>
    log(...found)?.results.map((each) => each.partialFingerprints["statewrightFinding/v1"]);
  expect(prints(moved)).toEqual(prints(finding));
  expect(new Set(prints(finding, finding)).size).toBe(2);
});

test("a finding about a whole file is at its first line", () => {
  const place = log({ code: "a/b", severity: "warning", message: "m" })?.results[0]?.locations[0];
  expect(place).toEqual({ physicalLocation: { artifactLocation, region: { startLine: 1 } } });
});

test("text from a definition makes no link, and a name with half a character no crash", () => {
  const evil = { ...finding, message: "see [here](http://evil.example)\u202e", file: "a\ud800?#%.json" };
  const { message, locations } = log(evil)?.results[0] ?? {};
  expect(message?.text).toBe("see [here] (http://evil.example)\\u202e There is: total.");
  expect(locations?.[0]?.physicalLocation.artifactLocation.uri).toBe("a%EF%BF%BD%3F%23%25.json");
});
