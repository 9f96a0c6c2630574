import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { applyEdits, type MachineDocument, parseMachine, printMachine } from "@statewright/asl";
import { childPointer, type Diagnostic, type Range, type TextEdit } from "@statewright/diagnostics";
import { describe, expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import { mermaid } from "../src/reports/mermaid.ts";
import { checkStructure } from "../src/rules/check-structure.ts";

// The language over the corpora: real machines, machines that must be refused, odd ones that must not be, what
// AWS answered to definitions, and what it has run. `npm run conformance` prints the figures.

const corpus =
  process.env.STATEWRIGHT_CORPUS ?? resolve(import.meta.dirname, "../../../../shared/conformance");
const machines = join(corpus, "machines");
const aws = join(corpus, "aws");

/** What AWS says, or would say, when a state machine of this definition is created. */
function validate(text: string, type?: "STANDARD" | "EXPRESS"): readonly Diagnostic[] {
  const { machine, diagnostics } = parseMachine(text);
  return machine === undefined ? diagnostics : [...diagnostics, ...checkStructure(machine, { type })];
}

/** That, and what is said of the data. */
function checkAll(text: string): readonly Diagnostic[] {
  const { machine, diagnostics } = parseMachine(text);
  return machine === undefined ? diagnostics : [...diagnostics, ...analyze(machine).diagnostics];
}

const isError = ({ severity }: Diagnostic): boolean => severity === "error";
const readText = (file: string): string => readFileSync(file, "utf8");
const readJson = <T>(file: string): T => JSON.parse(readText(file));
const said = ({ code, pointer, range }: Diagnostic): string =>
  `${code} at ${pointer ?? JSON.stringify(range)}`;

interface KnownProblem {
  readonly file: string;
  readonly pointer: string;
  readonly severity: "error" | "warning" | "dataflow";
  readonly code: string;
}

interface Entry {
  readonly kind: "real" | "invalid" | "valid-special" | "runtime-fail";
  readonly file: string;
  readonly measuredOnAws?: boolean;
  readonly why?: { readonly locations?: readonly string[]; readonly message?: string };
}

/**
 * Errors of real machines that are not among the known problems, and are right all the same: AWS takes the
 * definition, and an execution that gets there fails.
 */
const genuine: readonly (readonly [name: string, state: string, rule: string])[] = [
  [
    "dynamic-agent-with-registry-temp-ce3d2ba7",
    "/States/For each tool use/ItemProcessor/States/Execute Tool/",
    "R-JA-16: without Output the result of getItem is the input, which has none of the fields that are read",
  ],
  [
    "dynamic-agent-with-registry-temp-ce3d2ba7",
    "/States/For each tool use/ItemProcessor/States/Tool Not Found/",
    "R-CATCH-03: the input is the Error Output, which has Error and Cause alone",
  ],
  [
    "step-functions-agent-supervisor-with-agentcore-643c8424",
    "/States/For each tool use/ItemProcessor/States/Browser Agent Error Handler/",
    "R-CATCH-03: nothing in the Error Output is called id, and so `**.id` is nothing (R-JA-16)",
  ],
];

/** Odd machines that are refused all the same, with the rule by which AWS refuses them. */
const refusedByRule: readonly (readonly [name: string, rule: string])[] = [
  ["task-with-credentials-5cbbf5bf", "R-TASK-06: the role is called RoleArn"],
  ["test-functions-3c462a93", "R-TASK-06"],
  ["valid-task-intrisic-function-beb15394", "R-TASK-01: Resource is a text; a function is for a template"],
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

/** Odd machines that AWS takes, and whose executions fail for certain where they get there, with the rule. */
const failingByRule: readonly (readonly [name: string, rule: string])[] = [
  ["assignincatchappliesandseeserroroutput", "R-INT-03: lambda:invoke needs FunctionName"],
  ["map-with-itemspath-context-object", "R-PATH-05: the context object has no such field"],
  ["task-with-resultselector-05bf06f6", "R-PATH-05"],
  ["parallel-with-resultselector", "R-PATH-05, R-PAR-02: the result of a Parallel is an array"],
  ["map-with-resultselector", "R-PATH-05, R-MAP-06: the result of a Map is an array"],
  ["test-ok-142", "R-PATH-05"],
  ["test-ok-min-143", "R-PATH-05"],
  ["max-concurrency0-errors0-169", "R-PATH-05"],
  ["tolerated-failure3-errors3-175", "R-PATH-05"],
  ["for-valid-document-contai-9295fab8", "R-PATH-05"],
  ["stringify-undefined-2-1-118", "R-PATH-05: an earlier state has replaced its input"],
  ["ok-items-items1-151", "R-VAR-13: a variable that nothing assigns"],
  ["valid-states-ec6e8f7d", "R-JA-24: a number is expected, $states is an object"],
  ["valid-states-004fb246", "R-CHOICE-05, R-WAIT-03: $states is an object"],
];

/** Machines that another tool refuses and the rule book does not, with the rule that accepts them. */
const acceptedByRule: readonly (readonly [name: string, rule: string])[] = [
  ["cfn-lint-valid-string-json-b7242833", "a placeholder of a deployment tool is legal in a Resource"],
  ["main-has-dupes-json", "R-STRUCT-04, U-20: one name in two scopes is a warning"],
  ["redefine-state-iterator", "R-STRUCT-04, U-20"],
  ["redefine-state-itemprocessor", "R-STRUCT-04, U-20"],
  ["ng-items-items1", "R-MAP-03: Items may be an object"],
  ["bad-fields-props3-errors3-208", "R-RETRY-01: MaxAttempts has no upper bound"],
  ["valid-resultwriter-65da6314", "R-DMAP-12: WriterConfig stands alone, its fields are optional"],
];

const named = (list: readonly (readonly [string, ...string[]])[], file: string): boolean =>
  list.some(([name]) => file.includes(name));

describe.skipIf(!existsSync(machines))("the machines of the corpus", () => {
  const known = existsSync(machines) ? readJson<KnownProblem[]>(join(machines, "known-problems.json")) : [];
  const entries = existsSync(machines) ? readJson<Entry[]>(join(machines, "index.json")) : [];
  const ofKind = (kind: Entry["kind"]): readonly Entry[] => entries.filter((entry) => entry.kind === kind);
  const real = ofKind("real");
  const text = ({ file }: { file: string }): string => readText(join(machines, file));

  test("real ones are not refused, but for their known problems", () => {
    const wrong = real.flatMap((entry) => {
      const pointers = known.filter(({ file }) => file === entry.file).map(({ pointer }) => pointer);
      const found = validate(text(entry)).filter(isError);
      return found
        .filter(({ pointer = "" }) => !pointers.includes(pointer))
        .map((one) => [entry.file, said(one)]);
    });
    console.log(`real machines: ${real.length}, refused without being a known problem: ${wrong.length}`);
    expect(wrong).toEqual([]);
  });

  test("every known problem is found at its place", () => {
    const found = new Map(real.map(({ file }) => [file, checkAll(text({ file }))]));
    for (const severity of ["error", "warning"] as const) {
      const problems = known.filter((problem) => problem.severity === severity);
      const missed = problems.filter(
        ({ file, pointer }) =>
          !found.get(file)?.some((one) => one.pointer === pointer && one.severity === severity),
      );
      console.log(
        `known problems of severity ${severity} found: ${problems.length - missed.length} of ${problems.length}`,
      );
      expect(missed).toEqual([]);
    }
  });

  test("of the data of real ones nothing is said that is not so", () => {
    const errors = real.flatMap((entry) => {
      const structural = new Set(validate(text(entry)).map(said));
      const found = checkAll(text(entry)).filter((one) => isError(one) && !structural.has(said(one)));
      return found.map(({ pointer = "" }) => ({ file: entry.file, pointer }));
    });
    const explained = ({ file, pointer }: { file: string; pointer: string }): boolean =>
      genuine.some(([name, state]) => file.includes(name) && pointer.startsWith(state));
    console.log(
      `errors about the data of real machines: ${errors.length}, in ${new Set(errors.map(({ file }) => file)).size} of them`,
    );
    for (const [name, state, rule] of genuine) console.log(`  ${name} ${state} ${rule}`);
    expect(errors.filter((error) => !explained(error))).toEqual([]);
  });

  test("real ones are written back: the same bytes as they were, the same value in canonical form", () => {
    let bytes = 0;
    let values = 0;
    for (const entry of real) {
      const source = text(entry);
      const { machine, document, diagnostics } = parseMachine(source);
      if (rewritten(source, document) === source) bytes += 1;
      if (machine === undefined) continue;
      const printed = printMachine(machine);
      expect(parseMachine(printed).machine).toEqual(machine);
      // A value of the wrong type is no part of a machine: of those with such errors the machine alone is compared.
      if (diagnostics.some(isError) || same(JSON.parse(printed), JSON.parse(source))) values += 1;
    }
    console.log(
      `real machines written back: ${bytes} with the same bytes, ${values} with the same value, of ${real.length}`,
    );
    expect([bytes, values]).toEqual([real.length, real.length]);
  });

  test("wrong ones are refused, those measured on AWS at the place it named", () => {
    const invalid = ofKind("invalid");
    const measured = invalid.filter(({ measuredOnAws }) => measuredOnAws === true);
    const atPlace = measured.filter((entry) => {
      const errors = validate(text(entry)).filter(isError);
      const places = errors.map(({ aws: words, pointer }) => words?.location ?? pointer ?? "");
      const locations = entry.why?.locations ?? locationIn(entry.why?.message) ?? [];
      return errors.length > 0 && locations.every((location) => places.includes(location));
    });
    const others = invalid.filter(({ measuredOnAws }) => measuredOnAws !== true);
    const accepted = others.filter((entry) => !validate(text(entry)).some(isError));
    console.log(
      `wrong machines measured on AWS, refused at its place: ${atPlace.length} of ${measured.length}`,
    );
    console.log(
      `other wrong machines refused: ${others.length - accepted.length} of ${others.length}; the rest by rule:`,
    );
    for (const [name, rule] of acceptedByRule) console.log(`  ${name}: ${rule}`);
    expect(measured.filter((entry) => !atPlace.includes(entry))).toEqual([]);
    expect(accepted.filter(({ file }) => !named(acceptedByRule, file))).toEqual([]);
    expect(acceptedByRule.filter(([name]) => !accepted.some(({ file }) => file.includes(name)))).toEqual([]);
  });

  test("odd ones are not refused, but for those that AWS would refuse", () => {
    const odd = ofKind("valid-special");
    const refused = odd.filter((entry) => validate(text(entry)).some(isError));
    console.log(
      `odd machines accepted: ${odd.length - refused.length} of ${odd.length}; the rest is refused by rule:`,
    );
    for (const [name, rule] of refusedByRule) console.log(`  ${name}: ${rule}`);
    expect(refused.filter(({ file }) => !named(refusedByRule, file))).toEqual([]);
    expect(refusedByRule.filter(([name]) => !refused.some(({ file }) => file.includes(name)))).toEqual([]);

    const accepted = odd.filter((entry) => !refused.includes(entry));
    const failing = accepted.filter((entry) => checkAll(text(entry)).some(isError));
    console.log(`odd machines accepted whose executions fail for certain: ${failing.length}`);
    for (const [name, rule] of failingByRule) console.log(`  ${name}: ${rule}`);
    expect(failing.filter(({ file }) => !named(failingByRule, file))).toEqual([]);
  });

  test("all of them are checked without an exception, and drawn", () => {
    for (const entry of entries) {
      checkAll(text(entry));
      const { machine } = parseMachine(text(entry));
      if (machine !== undefined) expect(mermaid(machine)).toMatch(/^flowchart TD\n/);
    }
    console.log(`machines checked and drawn without an exception: ${entries.length}`);
  });
});

interface Recording {
  readonly id: string;
  readonly type: "STANDARD" | "EXPRESS";
  readonly definition: unknown;
}

interface Answer extends Recording {
  readonly expected: {
    readonly result: "OK" | "FAIL";
    readonly message?: string;
    readonly diagnostics?: readonly { code: string; location?: string; message: string }[];
  };
}

/** A mask of the recordings as a whole Resource: it stands for the ARN of an activity. */
const maskedArn = "arn:aws:states:us-east-1:111111111111:activity:masked";

function definitionText({ definition }: Recording): string {
  const text = typeof definition === "string" ? definition : JSON.stringify(definition);
  return text.replaceAll('"Resource":"activity_arn"', `"Resource":"${maskedArn}"`);
}

const recordings = <T extends Recording>(folder: string): readonly T[] =>
  existsSync(join(aws, folder))
    ? readdirSync(join(aws, folder)).map((file) => readJson<T>(join(aws, folder, file)))
    : [];

describe.skipIf(!existsSync(aws))("what AWS has said and run", () => {
  test("its answers to definitions are ours: result, code, place and words", () => {
    const answers = recordings<Answer>("validate");
    const wrong = answers.flatMap((answer) => {
      const errors = validate(definitionText(answer), answer.type).filter(isError);
      const ours = errors.flatMap(({ aws: words }) =>
        words ? [`${words.code}: ${words.message} at ${words.location ?? "null"}`] : [],
      );
      const { result, message, diagnostics } = answer.expected;
      const theirs =
        diagnostics?.map((one) => `${one.code}: ${one.message} at ${one.location ?? "null"}`).join(", ") ??
        message?.replace(/^Invalid State Machine Definition: '(.*)'$/s, "$1");
      const right = result === "OK" ? errors.length === 0 : ours.join(", ") === theirs;
      return right ? [] : [{ id: answer.id, ours, theirs }];
    });
    console.log(
      `answers of AWS to definitions that are ours: ${answers.length - wrong.length} of ${answers.length}`,
    );
    expect(wrong).toEqual([]);
  });

  test("every definition it has run is accepted", () => {
    const executions = recordings("exec");
    const refused = executions.flatMap((execution) => {
      const errors = validate(definitionText(execution), execution.type).filter(isError);
      return errors.map((error) => `${execution.id}: ${said(error)}`);
    });
    console.log(
      `definitions that AWS has run, accepted: ${executions.length - refused.length} of ${executions.length}`,
    );
    expect(refused).toEqual([]);
  });
});

/**
 * The text with every key and every scalar replaced by what it holds, written as its characters are: the same text
 * only where each stands exactly where the document says, and an edit touches nothing else.
 */
function rewritten(source: string, document: MachineDocument): string {
  const lines = source.split("\n");
  const written = ({ start, end }: Range): string => {
    if (start.line !== end.line) throw new Error("a scalar or a key of JSON stands on one line");
    return (lines[start.line] ?? "").slice(start.character, end.character);
  };
  const edits: TextEdit[] = [];
  const take = (range: Range | undefined, held: unknown, pointer: string): void => {
    if (range === undefined) throw new Error(`nothing stands at ${pointer}`);
    expect([pointer, JSON.parse(written(range))]).toEqual([pointer, held]);
    edits.push({ range, newText: written(range) });
  };
  const pending: { value: unknown; pointer: string }[] = [{ value: JSON.parse(source), pointer: "" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer } = next;
    if (typeof value !== "object" || value === null) {
      take(document.rangeOf(pointer), value, pointer);
      continue;
    }
    for (const [key, member] of Object.entries(value)) {
      const at = childPointer(pointer, key);
      if (!Array.isArray(value)) take(document.keyRangeOf(at), key, at);
      pending.push({ value: member, pointer: at });
    }
  }
  const { text, leftOut } = applyEdits(source, edits);
  expect(leftOut).toEqual([]);
  return text;
}

/** `… at /StartAt`, in AWS's words. */
function locationIn(message: string | undefined): readonly string[] | undefined {
  const location = / at (\/\S*)$/.exec(message ?? "")?.[1];
  return location === undefined ? undefined : [location];
}

function same(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || left === null || typeof right !== "object" || right === null) {
    return left === right;
  }
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(Reflect.get(left, key), Reflect.get(right, key)))
  );
}
