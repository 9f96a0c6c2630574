import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseMachine } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import { describe, expect, test } from "vitest";
import { mermaid } from "../src/reports/mermaid.ts";
import { checkStructure } from "../src/rules/check-structure.ts";

const corpus =
  process.env.STATEWRIGHT_CORPUS ?? resolve(import.meta.dirname, "../../../../shared/conformance");
const machines = join(corpus, "machines");

/** What the reader and the rules say of a text. */
function findings(text: string, type?: "STANDARD" | "EXPRESS"): readonly Diagnostic[] {
  const { machine, diagnostics } = parseMachine(text);
  return machine === undefined ? diagnostics : [...diagnostics, ...checkStructure(machine, { type })];
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8"));
const errorsOf = (text: string): readonly Diagnostic[] =>
  findings(text).filter(({ severity }) => severity === "error");

/** Odd machines that the rules refuse all the same, with the rule. */
const oddButWrong: readonly (readonly [name: string, rule: string])[] = [
  ["task-with-credentials-5cbbf5bf", "R-TASK-06: the role is called RoleArn"],
  ["test-functions-3c462a93", "R-TASK-06"],
  [
    "valid-task-intrisic-function-beb15394",
    "R-TASK-01: Resource is a text; functions of CloudFormation are for a template",
  ],
  ["ok-all-of-or-not-and-106", "R-CHOICE-10: one combinator a rule"],
  ["ok-2022-reader-config0", "R-DMAP-03: the reader's resource"],
  ["ok-2022-reader-config1", "R-DMAP-03"],
  ["ok-arguments-itemreader-148", "R-DMAP-03"],
  ["empty-reader-config-158", "R-DMAP-03"],
  ["ok-arguments-resultwriter-149", "R-DMAP-12: the writer's resource"],
  ["ok-items-150", "R-JA-04: a bare name"],
  ["empty-branches-186", "R-PAR-01"],
  ["does-not-show-diagnostic-error-on-valid-states-f2a071ae", "R-JA-10: no result in a catcher"],
];

interface KnownProblem {
  readonly file: string;
  readonly pointer: string;
  readonly severity: string;
  readonly code: string;
}

describe.skipIf(!existsSync(machines))("the machines of the corpus", () => {
  const known = existsSync(machines) ? readJson<KnownProblem[]>(join(machines, "known-problems.json")) : [];
  const real = existsSync(machines) ? readdirSync(join(machines, "real")) : [];
  const entries = existsSync(machines)
    ? readJson<{ kind: string; file: string }[]>(join(machines, "index.json"))
    : [];

  test("real ones have no errors but those that are known", () => {
    const unknown = real.flatMap((name) => {
      const pointers = known.filter(({ file }) => file === `real/${name}`).map(({ pointer }) => pointer);
      const found = errorsOf(readFileSync(join(machines, "real", name), "utf8"));
      return found
        .filter(({ pointer = "" }) => !pointers.includes(pointer))
        .map(({ code, pointer }) => `${name} ${code} ${pointer}`);
    });
    expect(unknown).toEqual([]);
  });

  test.each(["dangling-next", "forgot-dollar", "distributed-only", "misplaced-field", "choice-operator"])(
    "every known %s is found",
    (code) => {
      const missed = known.filter((problem) => {
        if (problem.code !== code) return false;
        const found = findings(readFileSync(join(machines, problem.file), "utf8"));
        return !found.some(({ pointer }) => pointer === problem.pointer);
      });
      expect(missed).toEqual([]);
    },
  );

  test("wrong ones are refused", () => {
    const invalid = entries.filter(({ kind }) => kind === "invalid");
    const refused = invalid.filter(
      ({ file }) => errorsOf(readFileSync(join(machines, file), "utf8")).length > 0,
    );
    console.log(`wrong machines refused: ${refused.length} of ${invalid.length}`);
    expect(refused.length).toBeGreaterThanOrEqual(150);
  });

  test("odd ones are accepted, but for those that only their own linter takes", () => {
    const odd = entries.filter(({ kind }) => kind === "valid-special");
    const refused = odd.filter(({ file }) => errorsOf(readFileSync(join(machines, file), "utf8")).length > 0);
    console.log(`odd machines accepted: ${odd.length - refused.length} of ${odd.length}`);
    const unexplained = refused.filter(({ file }) => !oddButWrong.some(([name]) => file.includes(name)));
    expect(unexplained).toEqual([]);
  });

  test("are drawn, all of them", () => {
    for (const { file } of entries) {
      const { machine } = parseMachine(readFileSync(join(machines, file), "utf8"));
      if (machine !== undefined) expect(mermaid(machine)).toMatch(/^flowchart TD\n/);
    }
  });
});

interface Answer {
  readonly id: string;
  readonly type: "STANDARD" | "EXPRESS";
  readonly definition: unknown;
  readonly definitionIsString?: boolean;
  readonly expected: {
    readonly result: "OK" | "FAIL";
    readonly message?: string;
    readonly diagnostics?: readonly { code: string; location?: string; message: string }[];
  };
}

const answers = join(corpus, "aws", "validate");
describe.skipIf(!existsSync(answers))("what AWS answered to definitions", () => {
  const files = existsSync(answers) ? readdirSync(answers) : [];

  test("is what we say, in its words", () => {
    const wrong: string[] = [];
    for (const file of files) {
      const { id, type, definition, expected } = readJson<Answer>(join(answers, file));
      const text = typeof definition === "string" ? definition : JSON.stringify(definition);
      const errors = findings(text, type).filter(({ severity }) => severity === "error");
      const said = errors.flatMap(({ aws }) =>
        aws ? [`${aws.code}: ${aws.message} at ${aws.location ?? "null"}`] : [],
      );
      const want = expected.diagnostics?.map(
        ({ code, message, location }) => `${code}: ${message} at ${location ?? "null"}`,
      );
      const right =
        expected.result === "OK"
          ? errors.length === 0
          : want !== undefined
            ? JSON.stringify(want) === JSON.stringify(said)
            : expected.message === `Invalid State Machine Definition: '${said.join(", ")}'`;
      if (!right)
        wrong.push(`${id}: ${JSON.stringify(said)} instead of ${expected.message ?? JSON.stringify(want)}`);
    }
    console.log(`answers of AWS that are ours: ${files.length - wrong.length} of ${files.length}`);
    console.log(wrong.join("\n"));
    expect(wrong.length).toBeLessThanOrEqual(3);
  });
});
