import { expect, test } from "vitest";
import { parseMachine } from "../parse-machine.ts";

const text = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Output": "a\\tb\\u00e9 {% $x %}", "End": true },
    "a/b~c": { "Type": "Succeed" }
  }
}`;
const { document } = parseMachine(text, { file: "m.asl.json" });

test("a pointer has the range of its value", () => {
  expect(document.rangeOf("/StartAt")).toEqual({
    start: { line: 1, character: 13 },
    end: { line: 1, character: 16 },
  });
  expect(document.rangeOf("/States/a~1b~0c/Type")?.start).toEqual({ line: 4, character: 23 });
  expect(document.rangeOf("/States/B")).toBeUndefined();
  expect(document.rangeOf("")?.start).toEqual({ line: 0, character: 0 });
});

test("a key has its own range", () => {
  expect(document.keyRangeOf("/States/A")).toEqual({
    start: { line: 3, character: 4 },
    end: { line: 3, character: 7 },
  });
  expect(document.keyRangeOf("")).toBeUndefined();
});

test("offsets inside a string are mapped through its escapes", () => {
  const decoded = "a\tbé {% $x %}";
  const at = decoded.indexOf("$x");
  const range = document.rangeOf("/States/A/Output", { start: at, end: at + 2 });
  const line = text.split("\n")[3] ?? "";
  expect(range?.start.character).toBe(line.indexOf("$x"));
  expect(range?.end.character).toBe(line.indexOf("$x") + 2);
});

test("findings get file and range; a state is shown at its name, what is missing at what is there", () => {
  const finding = (pointer: string) => ({ code: "x/y", severity: "error" as const, message: "", pointer });
  const [state, missing] = document.locate([finding("/States/A"), finding("/States/A/Nope/deep")]);
  expect(state).toMatchObject({ file: "m.asl.json", range: document.keyRangeOf("/States/A") });
  expect(missing?.range).toEqual(document.keyRangeOf("/States/A"));
});

test("findings of the reader itself have their file too", () => {
  const { diagnostics } = parseMachine(
    '{ "StartAt": "A", "States": { "A": { "Type": "Succeed", "Nxt": 1 } } }',
    { file: "f" },
  );
  expect(diagnostics).toMatchObject([{ file: "f", range: { start: { line: 0, character: 56 } } }]);
});

test("lines end as editors end them", () => {
  const { document: windows } = parseMachine('{\r\n"StartAt":\r"A"}');
  expect(windows.rangeOf("/StartAt")?.start).toEqual({ line: 2, character: 0 });
});
