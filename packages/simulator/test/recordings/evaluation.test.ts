import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readMachine, walkStates } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { evaluateAt } from "../../src/index.ts";

// Evaluations that failed on AWS fail alone as well, with AWS's cause.

const folder = join(
  process.env.STATEWRIGHT_CORPUS ?? resolve(import.meta.dirname, "../../../../../shared/conformance"),
  "aws",
  "exec",
);

interface HistoryEvent {
  readonly type: string;
  readonly details?: {
    readonly name?: string;
    readonly state?: string;
    readonly input?: Json;
    readonly output?: Json;
    readonly location?: string;
    readonly cause?: string;
    readonly assignedVariables?: Readonly<Record<string, Json>>;
  };
}

interface Recording {
  readonly id: string;
  readonly definition: unknown;
  readonly input?: Json;
  /** The history's inputs hide a date; the input of the execution does not. */
  readonly inputUnmasked?: boolean;
  readonly expected: { readonly history: readonly HistoryEvent[] | null };
}

describe.skipIf(!existsSync(folder))("recorded evaluations that failed", () => {
  test("fail with AWS's cause when they are evaluated alone", () => {
    const wrong: unknown[] = [];
    let failed = 0;
    for (const file of readdirSync(folder)) {
      const { id, definition, expected, ...recording }: Recording = JSON.parse(
        readFileSync(join(folder, file), "utf8"),
      );
      const { machine } = readMachine(typeof definition === "string" ? JSON.parse(definition) : definition);
      let variables: Record<string, Json> = {};
      let input: Json = {};
      let result: Json | undefined;
      for (const { type, details } of expected.history ?? []) {
        if (type.endsWith("StateEntered")) {
          input = (recording.inputUnmasked === true ? recording.input : details?.input) ?? {};
        }
        if (type.endsWith("StateExited")) variables = { ...variables, ...details?.assignedVariables };
        if (type === "TaskSucceeded" || type === "LambdaFunctionSucceeded") result = details?.output;
        if (type !== "EvaluationFailed" || machine === undefined || details?.location === undefined) continue;
        const state = walkStates(machine).find(({ name }) => name === details.state);
        if (state === undefined) continue;
        const keys = details.location.split(/[/[\]]/).filter((key) => key !== "");
        const data = { input, variables, ...(result !== undefined && { result }) };
        const evaluation = evaluateAt(machine, childPointer(state.pointer, ...keys), data);
        const cause = evaluation.status === "failed" ? evaluation.cause : JSON.stringify(evaluation);
        // Since these were recorded Items may be an object (R-MAP-03).
        if (details.cause?.includes("Expected 'array', but was 'object'") === true) continue;
        failed += 1;
        if (details.cause?.endsWith(` ${cause}`) !== true) wrong.push([id, cause, details.cause]);
      }
    }
    console.log(`recorded evaluations that failed, the same alone: ${failed - wrong.length} of ${failed}`);
    expect(wrong).toEqual([]);
    expect(failed).toBeGreaterThan(0);
  });
});
