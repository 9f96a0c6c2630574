import type { Position, Range, TextEdit } from "@statewright/diagnostics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { lineStarts } from "./line-starts.ts";
import { machineDocument } from "./machine-document.ts";
import { parseJson } from "./parse-json.ts";

/** The text with edits by pointer made as a fix makes them. */
function edited(text: string, ...edits: TextEdit[]): string {
  const { root } = parseJson(text);
  const finding = {
    code: "structure/empty",
    severity: "error" as const,
    message: "",
    fixes: [{ title: "", edits }],
  };
  const [located] = machineDocument(text, root).locate([finding]);
  return applyEdits(text, located?.fixes?.[0]?.edits ?? []).text;
}

const text = `{
  "a" : 1,   
  "b": { "x": [1, 2,3] },
  "c": "é\\u00e9"
}`;

describe("an edit touches its own characters alone", () => {
  test("a value", () => {
    expect(edited(text, { pointer: "/b/x/1", newText: '{"y":0}' })).toBe(text.replace(" 2,", ' {"y":0},'));
    expect(edited(text, { pointer: "", newText: "[]" })).toBe("[]");
  });

  test("a key", () => {
    expect(edited(text, { pointer: "/a", part: "key", newText: '"A/~"' })).toBe(
      text.replace('"a" :', '"A/~" :'),
    );
  });

  test("a member that goes, with its comma", () => {
    const remove = (pointer: string) => edited(text, { pointer, part: "member", newText: "" });
    expect(remove("/a")).toBe(text.replace('"a" : 1,   \n  ', ""));
    expect(remove("/c")).toBe(text.replace(',\n  "c": "é\\u00e9"', ""));
    expect(remove("/b/x/0")).toBe(text.replace("[1, 2,3]", "[2,3]"));
    expect(remove("/b/x")).toBe(text.replace('{ "x": [1, 2,3] }', "{}"));
  });

  test("a member that comes, spaced like those before it", () => {
    const insert = (pointer: string, newText: string) => edited(text, { pointer, part: "member", newText });
    expect(insert("/d", "null")).toBe(text.replace('u00e9"', 'u00e9",\n  "d": null'));
    expect(insert("/b/x/3", "4")).toBe(text.replace(",3]", ",3,4]"));
    expect(insert("/b/y", "0")).toBe(text.replace("3] }", '3], "y": 0 }'));
    expect(insert("/b/x/9", "4")).toBe(text);
    expect(edited("{}", { pointer: "/a", part: "member", newText: "1" })).toBe('{ "a": 1 }');
  });

  test("several at once; of two that overlap the first", () => {
    const first = { pointer: "/b", newText: "7" };
    const second = { pointer: "/b/x", newText: "8" };
    expect(edited(text, first, second, { pointer: "/a", newText: "2" })).toBe(
      text.replace('{ "x": [1, 2,3] }', "7").replace(": 1,", ": 2,"),
    );
  });

  test("two that only touch are both made", () => {
    const insert = { pointer: "/d", part: "member" as const, newText: "0" };
    expect(edited(text, { pointer: "/c", newText: "1" }, insert)).toBe(
      text.replace('"é\\u00e9"', '1,\n  "d": 0'),
    );
  });

  test("one without a place is left out", () => {
    const edit = { pointer: "/none", newText: "1" };
    expect(edited(text, edit)).toBe(text);
    expect(applyEdits(text, [edit])).toEqual({ text, leftOut: [edit] });
  });
});

const runs = process.env.STATEWRIGHT_DEEP === undefined ? 500 : 20_000;

test(`${runs} random edits of random documents give the value that was meant, and change nothing else`, () => {
  const document = fc.tuple(
    fc.jsonValue({ maxDepth: 4 }),
    fc.constantFrom(undefined, 1, 2, "\t"),
    fc.infiniteStream(fc.nat()),
    fc.jsonValue({ maxDepth: 2 }),
  );
  fc.assert(
    fc.property(document, ([value, space, numbers, other]) => {
      const source = JSON.stringify(value, null, space);
      const pointers = pointersOf(JSON.parse(source));
      const at = Number(numbers.next().value);
      const pointer = pointers[at % pointers.length] ?? "";
      const newText = JSON.stringify(other);
      const changed = edited(source, { pointer, newText });
      const { root } = parseJson(source);
      const range = machineDocument(source, root).rangeOf(pointer);
      const span = spanOf(source, range);
      expect(changed).toBe(source.slice(0, span.start) + newText + source.slice(span.end));
      expect(valueAt(JSON.parse(changed), pointer)).toEqual(JSON.parse(newText));
    }),
    { numRuns: runs, seed: 4 },
  );
});

function pointersOf(value: unknown, pointer = ""): string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    pointersOf(member, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
  return [pointer, ...inner];
}

function valueAt(value: unknown, pointer: string): unknown {
  const keys = pointer.split("/").slice(1);
  return keys.reduce<unknown>((at, key) => {
    const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
    return Object.getOwnPropertyDescriptor(Object(at), name)?.value;
  }, value);
}

function spanOf(source: string, range: Range | undefined) {
  const starts = lineStarts(source);
  const offset = ({ line, character }: Position) => (starts[line] ?? 0) + character;
  if (range === undefined) throw new Error("The value has no place.");
  return { start: offset(range.start), end: offset(range.end) };
}
