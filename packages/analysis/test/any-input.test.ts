import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { applyEdits, parseMachine } from "@statewright/asl";
import { compareDiagnostics, type Diagnostic, type Range } from "@statewright/diagnostics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyze, sureFixes } from "../src/analyze.ts";
import { mutated } from "./mutated.ts";

// No input throws or hangs, every position lies in its document, and a fix removes its finding and adds none.

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const runs = deep ? 100_000 : 1500;
const seed = 20_261_126;

const root = resolve(import.meta.dirname, "../../..");
const real = join(
  process.env.STATEWRIGHT_CORPUS ?? resolve(root, "../shared/conformance"),
  "machines",
  "real",
);

/** The machines of the examples, and the real ones of the corpus where it is there. */
const machines: readonly string[] = [
  ...readdirSync(join(root, "examples"))
    .map((example) => join(root, "examples", example, "asl"))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => file.endsWith(".asl.json")),
  ...(existsSync(real) ? readdirSync(real).map((name) => join(real, name)) : []),
].map((file) => readFileSync(file, "utf8"));

function check(text: string): readonly Diagnostic[] {
  const { machine, document, diagnostics } = parseMachine(text);
  if (machine === undefined) return diagnostics;
  const found = [
    ...sureFixes(document.value ?? null, diagnostics),
    ...document.locate(analyze(machine).diagnostics),
  ];
  return found.sort(compareDiagnostics);
}

const counts = { inputs: 0, machines: 0, findings: 0, fixes: 0 };

/** Each fix, applied alone: its finding is gone and nothing new is found. */
function holds(text: string): void {
  const found = check(text);
  const lines = text.split(/\r\n?|\n/);
  counts.inputs += 1;
  counts.findings += found.length;
  if (parseMachine(text).machine !== undefined) counts.machines += 1;
  for (const finding of found) {
    for (const { range } of [finding, ...(finding.related ?? [])]) {
      if (range !== undefined && !isInside(range, lines)) {
        throw new Error(`${finding.code} is outside: ${JSON.stringify(range)}`);
      }
    }
  }
  const before = tally(found);
  for (const finding of found.slice(0, 5)) {
    for (const fix of finding.fixes ?? []) {
      counts.fixes += 1;
      const after = tally(check(applyEdits(text, fix.edits).text));
      const gone = (before.get(keyOf(finding)) ?? 0) > (after.get(keyOf(finding)) ?? 0);
      const added = [...after].filter(([key, count]) => count > (before.get(key) ?? 0));
      if (!gone || added.length > 0) {
        throw new Error(`${finding.code} at ${finding.pointer}: ${fix.title}: gone ${gone}, new ${added}`);
      }
    }
  }
}

const keyOf = ({ code, pointer }: Diagnostic): string => `${code} ${pointer}`;

/** How often each finding stands there, by its code and its place. */
function tally(found: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const finding of found) counted.set(keyOf(finding), (counted.get(keyOf(finding)) ?? 0) + 1);
  return counted;
}

function isInside({ start, end }: Range, lines: readonly string[]): boolean {
  const within = ({ line, character }: Range["start"]): boolean =>
    line >= 0 && line < lines.length && character >= 0 && character <= (lines[line]?.length ?? 0);
  const forward = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return within(start) && within(end) && forward;
}

describe(`${runs} inputs of each kind are read and checked`, () => {
  const property = (arbitrary: fc.Arbitrary<string>): void => {
    fc.assert(fc.property(arbitrary, holds), { numRuns: runs, seed });
  };

  test("random bytes", () => {
    property(fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString("utf8")));
    property(fc.string({ unit: "binary", maxLength: 200 }));
  });

  test("random JSON, and random JSON where a machine has its fields", () => {
    property(fc.json({ maxDepth: 6 }));
    const states = fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 5 });
    property(states.map((States) => JSON.stringify({ StartAt: Object.keys(States)[0] ?? "", States })));
  });

  test("real machines with something in them changed", () => {
    property(
      fc
        .tuple(fc.nat(machines.length - 1), fc.infiniteStream(fc.nat()))
        .map(([index, numbers]) => mutated(machines[index] ?? "", numbers)),
    );
    console.log(
      `inputs read and checked: ${counts.inputs} (${counts.machines} gave a machine), findings: ${counts.findings}, fixes applied: ${counts.fixes}`,
    );
    expect(counts.fixes).toBeGreaterThan(runs / 100);
  });
});
