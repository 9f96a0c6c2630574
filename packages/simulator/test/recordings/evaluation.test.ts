import { readMachine, type StateVisit, walkStates } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { type EvaluationData, evaluateAt, type RecordedEvent, type Recording } from "../../src/index.ts";
import { type MaskedValues, maskedValues } from "./masked.ts";
import { type RecordingFile, readRecordings, recordingsFolder } from "./recording.ts";

// What AWS evaluated in recorded executions gives the same alone: AWS's cause where it failed, AWS's value else.

const folder = recordingsFolder();

/** One event of a history, with what the state that it is about saw. */
interface Moment {
  readonly recording: Recording;
  readonly type: string;
  readonly details: EventDetails;
  readonly visit: StateVisit;
  readonly masks: MaskedValues;
  at(...keys: readonly string[]): ReturnType<typeof evaluateAt>;
}

interface EventDetails {
  readonly name?: string;
  readonly state?: string;
  readonly input?: Json;
  readonly output?: Json;
  readonly parameters?: Json;
  readonly location?: string;
  readonly cause?: string;
  readonly error?: string;
  readonly assignedVariables?: Readonly<Record<string, Json>>;
}

/** The moments of an execution, each with the state that it names or is in. */
function momentsOf({ document, recording }: RecordingFile): readonly Moment[] {
  const { definition, placeholders, expected } = recording;
  const { machine } = readMachine(typeof definition === "string" ? JSON.parse(definition) : definition);
  if (machine === undefined) return [];
  const visits = walkStates(machine);
  const masks = maskedValues(placeholders);
  const unmasked = (document as { readonly inputUnmasked?: boolean }).inputUnmasked === true;
  const moments: Moment[] = [];
  let data: EvaluationData = {};
  let current: string | undefined;
  for (const event of expected.history ?? []) {
    const { type } = event;
    const details = detailsOf(event);
    if (type.endsWith("StateEntered")) {
      current = details.name;
      const input = (unmasked ? recording.input : details.input) ?? {};
      data = { input, variables: data.variables ?? {}, context: contextOf(recording) };
    }
    if (/^(Task|LambdaFunction|Activity)Succeeded$/.test(type))
      data = { ...data, result: details.output ?? {} };
    const named = details.state ?? /executing the state '([^']+)'/.exec(details.cause ?? "")?.[1] ?? current;
    const visit = visits.find(({ name }) => name === named);
    if (visit !== undefined) {
      const seen = data;
      const at = (...keys: readonly string[]) =>
        evaluateAt(machine, childPointer(visit.pointer, ...keys), seen);
      moments.push({ recording, type, details, visit, masks, at });
    }
    if (type.endsWith("StateExited")) {
      data = { ...data, variables: { ...data.variables, ...details.assignedVariables } };
    }
  }
  return moments;
}

function detailsOf({ details }: RecordedEvent): EventDetails {
  return (details ?? {}) as EventDetails;
}

/** What of the context object is known of every recorded execution. */
function contextOf({ input }: Recording): Json {
  return { Execution: { Input: input } };
}

const moments = folder === undefined ? [] : readRecordings(folder).flatMap(momentsOf);

describe.skipIf(folder === undefined)("recorded evaluations, each one alone", () => {
  test("of JSONata fail with AWS's cause", () => {
    const wrong: unknown[] = [];
    let failed = 0;
    for (const { type, details, at, recording } of moments) {
      if (type !== "EvaluationFailed" || details.location === undefined) continue;
      // Since these were recorded Items may be an object (R-MAP-03).
      if (details.cause?.includes("Expected 'array', but was 'object'") === true) continue;
      failed += 1;
      const evaluation = at(...details.location.split(/[/[\]]/).filter((key) => key !== ""));
      const cause = evaluation.status === "failed" ? evaluation.cause : JSON.stringify(evaluation);
      if (details.cause?.endsWith(` ${cause}`) !== true) wrong.push([recording.id, cause, details.cause]);
    }
    console.log(`recorded evaluations that failed, the same alone: ${failed - wrong.length} of ${failed}`);
    expect(wrong).toEqual([]);
    expect(failed).toBeGreaterThan(0);
  });

  test("of JSONPath fail with AWS's cause, in a field of the state that AWS names", () => {
    const wrong: unknown[] = [];
    let failed = 0;
    for (const { type, details, visit, at, masks, recording } of moments) {
      if (type !== "ExecutionFailed" || details.error !== "States.Runtime") continue;
      const [, expected] =
        /^An error occurred while executing the state '.*?' \(.*?\)\. (.*)$/s.exec(details.cause ?? "") ?? [];
      if (expected === undefined || ofTheService.test(expected)) continue;
      failed += 1;
      const evaluations = keysBelow(visit.state as unknown as Json).map((keys) => at(...keys));
      const causes = evaluations.flatMap((one) => (one.status === "failed" ? [one.cause] : []));
      if (!causes.some((cause) => masks.match(expected, cause))) wrong.push([recording.id, causes, expected]);
    }
    console.log(`recorded paths that failed, the same alone: ${failed - wrong.length} of ${failed}`);
    expect(wrong).toEqual([]);
    expect(failed).toBeGreaterThan(20);
  });

  test("of arguments, variables and the output of a state without a result, give AWS's value", () => {
    const wrong: unknown[] = [];
    const given = new Map<string, number>();
    for (const moment of moments) {
      for (const [field, expected] of recordedValues(moment)) {
        if (changing.test(JSON.stringify(moment.visit.state))) continue;
        given.set(field, (given.get(field) ?? 0) + 1);
        const evaluation = moment.at(field);
        const value = evaluation.status === "value" ? evaluation.value : { no: evaluation.status };
        if (!moment.masks.match(expected, value))
          wrong.push([moment.recording.id, field, evaluation, expected]);
      }
    }
    const counts = [...given].map(([field, count]) => `${field} ${count}`).sort();
    const all = [...given.values()].reduce((sum, count) => sum + count, 0);
    const right = all - wrong.length;
    console.log(`recorded values of fields, the same alone: ${right} of ${all} (${counts.join(", ")})`);
    expect(wrong).toEqual([]);
    expect(all).toBeGreaterThan(150);
  });
});

/** The fields of a state whose value an event shows. */
function recordedValues({ type, details, visit }: Moment): readonly (readonly [string, Json])[] {
  const { state, name } = visit;
  const has = (field: string) => Object.hasOwn(state, field);
  const sent = ["Arguments", "Parameters"].find(has);
  if (type === "TaskScheduled" && sent !== undefined) return [[sent, details.parameters ?? null]];
  if (details.name !== name || has("Catch") || !/^(Pass|Succeed|Wait|Task)StateExited$/.test(type)) return [];
  const shown: (readonly [string, Json])[] = [];
  if (has("Output") && state.Type !== "Task") shown.push(["Output", details.output ?? null]);
  const assigned = details.assignedVariables;
  if (has("Assign") && assigned !== undefined) shown.push(["Assign", assigned]);
  return shown;
}

/** What is another at each execution; of the context object the input alone is known. */
const changing =
  /\$(now|millis|uuid|random)\b|States\.(UUID|MathRandom)|\$\$(?!\.Execution\.Input)|context(?!\.Execution\.Input)/;

/** Causes of the integration, not of an expression. */
const ofTheService = /could not be used to start the Task|does not exist\.$/;

/** The keys of every value in a state. */
function keysBelow(value: Json): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    [key],
    ...keysBelow(part as Json).map((keys) => [key, ...keys]),
  ]);
}
