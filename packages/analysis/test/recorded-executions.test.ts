import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type JsonValue, readMachine, type StateMachine } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import { includes, type Json, printShape, type Shape } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { type Analysis, analyze } from "../src/index.ts";

// Executions recorded on AWS: what was in them must be in what is inferred, and no machine that ran well is
// called wrong. The input is typed by its value alone; what tasks return is not told.

const root = resolve(fileURLToPath(import.meta.url), "../../../..");
const corpus = process.env.STATEWRIGHT_CORPUS ?? join(root, "../shared/conformance");
const folder = join(corpus, "aws/exec");

interface Recording {
  readonly id: string;
  readonly definition: JsonValue;
  readonly input: JsonValue;
  readonly inputUnmasked?: boolean;
  readonly type: "STANDARD" | "EXPRESS";
  readonly tasks: readonly { readonly state: string; readonly error?: string }[];
  readonly expected: {
    readonly status: string;
    readonly output?: Json;
    readonly error?: string;
    readonly history: readonly HistoryEvent[] | null;
  };
}

interface HistoryEvent {
  readonly type: string;
  readonly details?: { readonly name?: string; readonly input?: Json; readonly output?: Json };
}

interface Case {
  readonly recording: Recording;
  readonly machine: StateMachine;
  readonly analysis: Analysis;
}

/** A number that the recorder replaced by a text. */
const maskedNumber = '"RandomNumberGenerated"';

describe.skipIf(!existsSync(folder))("recorded executions", () => {
  const cases = existsSync(folder) ? readCases() : [];
  const usesJsonata = ({ recording }: Case) => JSON.stringify(recording.definition).includes('"JSONata"');

  test("no machine that ran well has an error", () => {
    const fine = cases.filter(({ recording }) => recording.expected.status === "SUCCEEDED");
    for (const { recording, analysis } of fine) {
      const errors = analysis.diagnostics.filter(
        (found) => found.severity === "error" && ours(found.code) && gotThere(recording, found),
      );
      expect.soft(errors, recording.id).toEqual([]);
    }
    const jsonata = fine.filter(usesJsonata).length;
    console.info(`analysis: no error in ${fine.length} machines that ran well (${jsonata} with JSONata)`);
    expect(jsonata).toBeGreaterThan(30);
  });

  test("every input, output and result that was recorded is in its inferred shape", () => {
    let values = 0;
    let unknown = 0;
    for (const one of cases)
      for (const { what, shape, value } of recordedValues(one)) {
        values += 1;
        if (shape?.kind === "unknown") unknown += 1;
        const held = shape !== undefined && includes(shape, value);
        expect
          .soft(
            held,
            `${one.recording.id}: ${what} ${JSON.stringify(value)} in ${shape && printShape(shape)}`,
          )
          .toBe(true);
      }
    console.info(`analysis: ${values} recorded values are in their shapes (${unknown} of these unknown)`);
    expect(values).toBeGreaterThan(500);
  });

  test("what a recorded execution failed of is found where the data of the machine says so", () => {
    const failed = cases.filter(
      (one) => usesJsonata(one) && one.recording.expected.error === "States.QueryEvaluationError",
    );
    const found = failed.filter(({ analysis }) => analysis.diagnostics.some(({ code }) => ours(code)));
    console.info(`analysis: ${found.length} of ${failed.length} recorded evaluation errors are found`);
    expect(found.length).toBeGreaterThan(5);
  });
});

/** An error says that an execution that gets there fails; a state whose calls all failed never got to its result. */
function gotThere({ tasks }: Recording, { state, pointer = "" }: Diagnostic): boolean {
  const calls = tasks.filter((task) => task.state === state);
  const afterTheCall = /\/(ResultSelector|ResultPath|OutputPath|Output|Assign)(\/|$)/.test(pointer);
  return !(afterTheCall && calls.length > 0 && calls.every(({ error }) => error !== undefined));
}

function ours(code: string): boolean {
  return code.startsWith("data/") || code.startsWith("limit/");
}

function readCases(): readonly Case[] {
  return readdirSync(folder).flatMap((file) => {
    const recording: Recording = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const { machine } = readMachine(recording.definition);
    if (machine === undefined) return [];
    const input = recording.inputUnmasked ? {} : { input: { const: recording.input } };
    const analysis = analyze(machine, { types: { version: 1, ...input }, type: recording.type });
    return [{ recording, machine, analysis }];
  });
}

interface RecordedValue {
  readonly what: string;
  readonly shape: Shape | undefined;
  readonly value: Json;
}

function recordedValues({ recording, analysis }: Case): readonly RecordedValue[] {
  const { expected } = recording;
  const values: RecordedValue[] = [];
  if (expected.status === "SUCCEEDED" && expected.output !== undefined)
    values.push({ what: "the output", shape: analysis.facts.output, value: expected.output });
  for (const { type, details } of expected.history ?? []) {
    const facts = Object.values(analysis.facts.states).filter(({ name }) => name === details?.name);
    if (type.endsWith("StateEntered") && details?.input !== undefined) {
      const { input } = details;
      const found = facts.find((one) => includes(one.input, input)) ?? facts[0];
      values.push({ what: `the input of ${details.name}`, shape: found?.input, value: input });
    }
  }
  return values.filter(({ value }) => !JSON.stringify(value).includes(maskedNumber));
}
