import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseJsonPath, parseTemplateValue, printJsonPath } from "../src/index.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const corpus = join(process.env.STATEWRIGHT_CORPUS ?? join(root, "../shared/conformance"), "machines");

interface Found {
  readonly file: string;
  readonly pointer: string;
  readonly field: string;
  readonly text: string;
}

/** Every text that a JSONPath machine of this folder has where a path or a call belongs. */
function textsIn(folder: string): Found[] {
  const found: Found[] = [];
  for (const file of readdirSync(join(corpus, folder)).filter((name) => name.endsWith(".json"))) {
    const walk = (value: unknown, pointer: string, field: string): void => {
      if (typeof value === "string") {
        if (pathField.test(field)) found.push({ file: `${folder}/${file}`, pointer, field, text: value });
      } else if (typeof value === "object" && value !== null) {
        for (const [key, part] of Object.entries(value)) {
          walk(
            part,
            `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
            Array.isArray(value) ? field : key,
          );
        }
      }
    };
    walk(JSON.parse(readFileSync(join(corpus, folder, file), "utf8")), "", "");
  }
  return found.filter(({ text }) => !/^\$\{|\{\{/.test(text));
}

const pathField =
  /\.\$$|^(?:Input|Output|Result|Items|Error|Cause|Seconds|Timestamp|TimeoutSeconds|HeartbeatSeconds|MaxConcurrency|MaxItems)Path$|^Variable$|(?:Equals|Than)Path$/;

function errorsOf({ field, text }: Found): readonly string[] {
  const parse = /\.\$$|^(?:Error|Cause)Path$/.test(field) ? parseTemplateValue(text) : parseJsonPath(text);
  return parse.problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

describe.skipIf(!existsSync(corpus))("the paths of real machines", () => {
  const known: { readonly file: string; readonly pointer: string; readonly code: string }[] = existsSync(
    corpus,
  )
    ? JSON.parse(readFileSync(join(corpus, "known-problems.json"), "utf8"))
    : [];
  const listed = new Set(
    known
      .filter(({ code }) => /^(?:path-syntax|intrinsic)$/.test(code))
      .map(({ file, pointer }) => file + pointer),
  );

  test("are read without an error, except for the mistakes that are known; those are found", () => {
    const texts = textsIn("real");
    const wrong = texts.filter((found) => errorsOf(found).length > 0);
    const unexpected = wrong.filter(({ file, pointer }) => !listed.has(file + pointer));
    const found = new Set(wrong.map(({ file, pointer }) => file + pointer));
    console.log(`paths of real machines: ${texts.length} read, ${wrong.length} with a known mistake`);
    expect(unexpected.map((text) => ({ ...text, errors: errorsOf(text) }))).toEqual([]);
    expect([...listed].filter((place) => !found.has(place))).toEqual([]);
    expect(texts.length).toBeGreaterThan(3000);
  });

  test("have filters that are read, not kept as text", () => {
    const filters = [...textsIn("real"), ...textsIn("valid-special")].flatMap(({ text }) =>
      (parseJsonPath(text).path?.steps ?? []).filter((step) => step.kind === "filter"),
    );
    console.log(`filters of the corpus: ${filters.length}`);
    expect(filters.filter(({ expression }) => expression === undefined)).toEqual([]);
    expect(filters.length).toBeGreaterThan(20);
  });

  test("and of machines that look odd too", () => {
    const texts = textsIn("valid-special");
    const wrong = texts.filter((found) => errorsOf(found).length > 0);
    console.log(`paths of odd machines: ${texts.length} read, ${wrong.length} refused`);
    expect(wrong.map((text) => ({ ...text, errors: errorsOf(text) }))).toEqual([]);
  });

  test("of machines that must be refused for a path, the path is refused", () => {
    const bad = ["", "23", ".guid", "..guid", "()", "$...", ".x", "x", "c", "e", "Error", "Cause", "prod-v1"];
    const texts = textsIn("invalid").filter(({ text }) => bad.includes(text));
    expect(texts.filter((found) => errorsOf(found).length === 0)).toEqual([]);
    expect(texts.length).toBeGreaterThan(10);
  });

  test("are the same after printing", () => {
    for (const { text } of [...textsIn("real"), ...textsIn("valid-special")]) {
      const { path } = parseJsonPath(text);
      if (path === undefined) continue;
      const printed = printJsonPath(path);
      const again = parseJsonPath(printed).path;
      expect(again && printJsonPath(again), text).toBe(printed);
    }
  });
});
