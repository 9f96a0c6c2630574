import { describe, expect, test } from "vitest";
import { parseMachine, printMachine, readMachine } from "../src/index.ts";
import { corpusJson, corpusTexts, hasCorpus } from "./corpus.ts";

interface KnownProblem {
  readonly file: string;
  readonly pointer: string;
  readonly code: string;
}

/** What the corpus calls the problems that are a matter of structure. */
const structural: Readonly<Record<string, string>> = {
  "distributed-only": "structure/inline-map-field",
  "misplaced-field": "structure/unsupported-field",
  "choice-operator": "structure/choice-rule",
};
const known = (corpusJson("machines/known-problems.json") ?? []) as readonly KnownProblem[];
const problemsOf = (name: string): readonly KnownProblem[] =>
  known.filter(({ file, code }) => file === `real/${name}` && Object.hasOwn(structural, code));

describe.skipIf(!hasCorpus)("the real machines of the corpus", () => {
  test.each(corpusTexts("machines/real"))("%s", (name, text) => {
    const { machine, diagnostics } = parseMachine(text);
    const problems = problemsOf(name);
    const found = diagnostics.map(({ pointer, code }) => `${code} ${pointer}`);
    for (const { pointer, code } of problems) expect(found).toContain(`${structural[code]} ${pointer}`);
    const pointers = problems.map(({ pointer }) => pointer);
    expect(diagnostics.filter(({ pointer }) => !pointers.includes(pointer ?? ""))).toEqual([]);

    expect(machine).toBeDefined();
    if (machine === undefined) return;
    const printed = printMachine(machine);
    expect(parseMachine(printed).machine).toEqual(machine);
    expect(readMachine(JSON.parse(text)).machine).toEqual(machine);
    const broken = diagnostics.some(({ severity }) => severity === "error");
    if (!broken) expect(JSON.parse(printed)).toEqual(JSON.parse(text));
  });
});

describe.skipIf(!hasCorpus)("the odd machines of the corpus", () => {
  test.each([
    ...corpusTexts("machines/valid-special"),
    ...corpusTexts("machines/invalid"),
    ...corpusTexts("machines/runtime-fail"),
  ])("%s is read and printed without an exception", (_, text) => {
    const { machine } = parseMachine(text);
    if (machine !== undefined) expect(parseMachine(printMachine(machine)).machine).toEqual(machine);
  });
});
