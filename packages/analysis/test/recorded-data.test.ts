import { existsSync } from "node:fs";
import type { Diagnostic } from "@statewright/diagnostics";
import { includes, printShape } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { type Analysis, analyze } from "../src/index.ts";
import {
  eventsOf,
  isMasked,
  type ReadRecording,
  readRecordings,
  recordingsFolder,
  typesOf,
  typings,
} from "./recordings.ts";
import { seenValues } from "./seen-values.ts";

// Executions recorded on AWS with the types of their inputs and of what their tasks returned: told by the values
// themselves, and by their kinds alone. `npm run conformance` prints the figures.

interface Case {
  readonly recording: ReadRecording;
  readonly analysis: Analysis;
}

describe.skipIf(!existsSync(recordingsFolder))("recorded executions whose types are told", () => {
  const recordings = readRecordings();
  const casesWith = (typed: keyof typeof typings): readonly Case[] =>
    recordings.map((recording) => ({ recording, analysis: analyzed(recording, [recording], typed) }));

  describe.each(["exact", "widened"] as const)("by types that are %s", (typed) => {
    const cases = casesWith(typed);
    const fine = cases.filter(({ recording }) => recording.expected.status === "SUCCEEDED");

    test("each value seen at a stage is in its inferred shape", () => {
      const stages = new Map<string, number>();
      const outside: string[] = [];
      let unknown = 0;
      let masked = 0;
      for (const { recording, analysis } of cases)
        for (const { what, stage, shape, value } of seenValues(eventsOf(recording), analysis.facts)) {
          if (isMasked(recording, value)) {
            masked += 1;
            continue;
          }
          const kind = stage.startsWith("assigned") ? "assigned variables" : stage;
          stages.set(kind, (stages.get(kind) ?? 0) + 1);
          if (shape?.kind === "unknown") unknown += 1;
          if (shape === undefined || !includes(shape, value))
            outside.push(
              `${recording.id}: ${what} ${JSON.stringify(value)} in ${shape && printShape(shape)}`,
            );
        }
      const n = [...stages.values()].reduce((sum, count) => sum + count, 0);
      console.log(
        `types ${typed}: ${n - outside.length} of ${n} recorded values are in their shapes, ${unknown} of these unknown, ${masked} masked ones left out (${[...stages].map(([stage, count]) => `${stage} ${count}`).join(", ")})`,
      );
      expect(outside).toEqual([]);
      expect(n).toBeGreaterThan(2000);
    });

    test("no execution that succeeded has an error", () => {
      const wrong = fine.flatMap(({ recording, analysis }) =>
        analysis.diagnostics
          .filter((one) => one.severity === "error" && isOfData(one.code) && gotThere(recording, one))
          .map((error) => `${recording.id}: ${said(error)}`),
      );
      console.log(
        `types ${typed}: ${fine.length} executions that succeeded, ${wrong.length} errors about their data`,
      );
      expect(wrong).toEqual([]);
    });

    test("few executions that succeeded have a warning", () => {
      const warned = fine.filter(({ analysis }) => analysis.diagnostics.some(isWarning));
      // One input says too little of a machine that was recorded with many: both readings are held.
      const byMachine = fine.filter(({ recording }) =>
        analyzed(recording, sameMachine(recording, recordings), typed).diagnostics.some(isWarning),
      );
      const percent = (part: readonly Case[]): string =>
        `${part.length}, ${((100 * part.length) / fine.length).toFixed(1)} %`;
      console.log(
        `types ${typed}: of ${fine.length} executions that succeeded have a warning: ${percent(byMachine)} by the types of all recordings of the machine, ${percent(warned)} by those of the execution alone`,
      );
      if (process.env.STATEWRIGHT_DEEP !== undefined)
        for (const { recording, analysis } of byMachine)
          for (const one of analysis.diagnostics.filter(isWarning))
            console.log(`  ${recording.id}: ${said(one)}`);
      expect(byMachine.length / fine.length).toBeLessThanOrEqual(0.05);
      expect(warned.length / fine.length).toBeLessThanOrEqual(0.05);
    });
  });
});

/** An error says that an execution that gets there fails; a state whose calls all failed never got to its result. */
function gotThere({ tasks }: ReadRecording, { state, pointer = "" }: Diagnostic): boolean {
  const calls = tasks.filter((task) => task.state === state);
  const afterTheCall = /\/(ResultSelector|ResultPath|OutputPath|Output|Assign)(\/|$)/.test(pointer);
  return !(afterTheCall && calls.length > 0 && calls.every(({ error }) => error !== undefined));
}

function analyzed(
  { machine, type }: ReadRecording,
  told: readonly ReadRecording[],
  typed: keyof typeof typings,
): Analysis {
  return analyze(machine, { types: typesOf(machine, told, typings[typed]), type });
}

function sameMachine({ definition }: ReadRecording, recordings: readonly ReadRecording[]) {
  const text = JSON.stringify(definition);
  return recordings.filter((one) => JSON.stringify(one.definition) === text);
}

function isWarning({ severity, code }: Diagnostic): boolean {
  return severity === "warning" && isOfData(code);
}

function isOfData(code: string): boolean {
  return code.startsWith("data/") || code.startsWith("limit/");
}

function said({ code, pointer, message }: Diagnostic): string {
  return `${code} at ${pointer}: ${message}`;
}
