import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  type JsonValue,
  type MachineTypes,
  readMachine,
  type StateMachine,
  walkStates,
} from "@statewright/asl";
import {
  type Json,
  literalShape,
  type Shape,
  schemaFromShape,
  unionOf,
  widen,
} from "@statewright/json-types";
import type { SeenEvent } from "./seen-values.ts";

const corpus =
  process.env.STATEWRIGHT_CORPUS ?? resolve(import.meta.dirname, "../../../../shared/conformance");

/** Where the executions recorded on AWS are. */
export const recordingsFolder = join(corpus, "aws/exec");

/** One recorded execution, as its file holds it. */
export interface Recording {
  readonly id: string;
  readonly definition: JsonValue;
  readonly input: Json;
  /** The input as it was; in the history the recorder put masks into it. */
  readonly inputUnmasked?: boolean;
  readonly placeholders?: readonly string[];
  readonly type: "STANDARD" | "EXPRESS";
  readonly tasks: readonly { readonly state: string; readonly error?: string; readonly result?: Json }[];
  readonly expected: {
    readonly status: string;
    readonly output?: Json;
    readonly error?: string;
    readonly cause?: Json;
    readonly history: readonly RecordedEvent[] | null;
  };
}

interface RecordedEvent extends Omit<SeenEvent, "details"> {
  readonly details?: SeenEvent["details"];
}

/** A recording whose definition is a machine. */
export interface ReadRecording extends Recording {
  readonly machine: StateMachine;
}

/** All of them, in the order of their names. */
export function readRecordings(): readonly ReadRecording[] {
  if (!existsSync(recordingsFolder)) return [];
  return readdirSync(recordingsFolder)
    .sort()
    .flatMap((file) => {
      const recording: Recording = JSON.parse(readFileSync(join(recordingsFolder, file), "utf8"));
      const { machine } = readMachine(recording.definition);
      return machine === undefined ? [] : [{ ...recording, machine }];
    });
}

/** The history as values were seen in it; the output of an execution without history. */
export function eventsOf({ expected }: Recording): readonly SeenEvent[] {
  const end: SeenEvent = {
    id: 0,
    previousEventId: 0,
    type: "ExecutionSucceeded",
    details: expected.output === undefined ? {} : { output: expected.output },
  };
  const events = (expected.history ?? []).map((event) => ({ ...event, details: event.details ?? {} }));
  const others = events.filter(({ type }) => type !== "ExecutionSucceeded");
  return expected.status === "SUCCEEDED" ? [...others, end] : others;
}

/** How much of a value its type tells: all of it, or its kinds, fields and elements. */
export const typings = {
  exact: literalShape,
  widened: (value: Json) => widen(literalShape(value)),
} as const satisfies Record<string, (value: Json) => Shape>;

/** The types file of a machine by recordings of it: its inputs, and what its tasks returned. */
export function typesOf(
  machine: StateMachine,
  recordings: readonly Recording[],
  typed: (value: Json) => Shape,
): MachineTypes {
  const results = new Map<string, Json[]>();
  for (const { state, result } of recordings.flatMap(({ tasks }) => tasks))
    if (result !== undefined) results.set(state, [...(results.get(state) ?? []), result]);
  const states = walkStates(machine).flatMap(({ name, pointer }) => {
    const values = results.get(name);
    return values === undefined ? [] : [[pointer, { result: schemaOf(values, typed) }] as const];
  });
  return {
    version: 1,
    input: schemaOf(
      recordings.map(({ input }) => input),
      typed,
    ),
    states: Object.fromEntries(states),
  };
}

/** Whether a value is not as it was in the execution: a mask stands there where the execution had something else. */
export function isMasked(recording: Recording, value: Json): boolean {
  const text = JSON.stringify(value);
  if (text.includes(maskedNumber)) return true;
  const { definition, input, tasks, inputUnmasked, placeholders = [] } = recording;
  const given = inputUnmasked === true ? "" : JSON.stringify([definition, input, tasks]);
  return placeholders
    .map((mask) => JSON.stringify(mask))
    .some((mask) => text.includes(mask) && !given.includes(mask));
}

/** A number that the recorder replaced by a text: its type is not that of the execution. */
const maskedNumber = '"RandomNumberGenerated"';

function schemaOf(values: readonly Json[], typed: (value: Json) => Shape): JsonValue {
  return schemaFromShape(unionOf(values.map(typed)));
}
