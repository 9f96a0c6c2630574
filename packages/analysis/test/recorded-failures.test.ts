import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type StateMachine, walkStates } from "@statewright/asl";
import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { analyze } from "../src/index.ts";
import { type ReadRecording, readRecordings, recordingsFolder, typesOf, typings } from "./recordings.ts";

// What recorded executions failed of by the data of their own machine: each has a finding at the state and the field
// where AWS says that it failed, or the value is listed on which it depends.

/** Failures that no machine and no type tells: by the start of what AWS said. */
const outsideOfTheMachine = /The activity \S+ does not exist/;

/** Failures that depend on a value that a widened type does not tell, with that value, as the page lists them. */
const page = readFileSync(resolve(import.meta.dirname, "../../../docs/conformance.md"), "utf8");
const byValue = {
  exact: [],
  widened: [...page.matchAll(/^- `(\S+)`: (\w+Path is .+)$/gm)].map(([, id, value]) => `${id}: ${value}`),
} satisfies Record<keyof typeof typings, readonly string[]>;

interface Failure {
  readonly recording: ReadRecording;
  readonly cause: string;
  readonly state: string;
  readonly field: string;
}

describe.skipIf(!existsSync(recordingsFolder))("recorded executions that failed by their data", () => {
  const failures = readRecordings().flatMap(failureOf);
  const judged = failures.filter(({ cause }) => !outsideOfTheMachine.test(cause));

  test.each(["exact", "widened"] as const)(
    "with types that are %s each is found where it failed",
    (typed) => {
      const missed = judged.filter(({ recording, state, field }) => {
        const types = typesOf(recording.machine, [recording], typings[typed]);
        const { diagnostics } = analyze(recording.machine, { types, type: recording.type });
        const places = pointersOf(recording.machine, state, field);
        return !diagnostics.some((one) => one.code.startsWith("data/") && isAt(one, places));
      });
      const share = (1 - missed.length / judged.length) * 100;
      console.log(
        `types ${typed}: ${judged.length - missed.length} of ${judged.length} recorded failures are found at their state and field, ${share.toFixed(1)} %; ${failures.length - judged.length} more failed of what is outside of the machine`,
      );
      const told = missed.map(
        ({ recording, state, field }) =>
          `${recording.id}: ${field} is ${JSON.stringify(valueAt(recording, state, field))}`,
      );
      for (const one of told) console.log(`  missed, as it depends on a value: ${one}`);
      expect(told).toEqual(byValue[typed]);
      expect(page).toContain(
        `${judged.length - missed.length} of ${judged.length} ${typed === "exact" ? "with types exact" : typed}`,
      );
      expect(share).toBeGreaterThanOrEqual(typed === "exact" ? 98 : 80);
      expect(judged.length).toBeGreaterThan(40);
    },
  );
});

/** Nothing for an execution that succeeded, or that a task failed which raised the name itself. */
function failureOf(recording: ReadRecording): readonly Failure[] {
  const { expected, tasks } = recording;
  const { error = "", cause } = expected;
  if (!/^States\.(Runtime|QueryEvaluationError)$/.test(error) || typeof cause !== "string") return [];
  if (tasks.some((task) => task.error === error)) return [];
  const state = /executing the state '(.*?)' \(entered/.exec(cause)?.[1];
  if (state === undefined) return [];
  return [{ recording, cause, state, field: fieldOf(recording.machine, state, cause) }];
}

/** The field AWS names, or the one that holds the path which AWS quotes. */
function fieldOf(machine: StateMachine, name: string, cause: string): string {
  const named =
    /specified for the field '(.*?)'/.exec(cause)?.[1] ??
    /[Tt]he (\w+Path) (?:field|parameter)/.exec(cause)?.[1] ??
    /The (\w+) field/.exec(cause)?.[1];
  if (named !== undefined) return named.split("/")[0] ?? named;
  if (/The Parameters '/.test(cause))
    return /The value of the field '(\w+)'/.exec(cause)?.[1] ?? "Parameters";
  const negative = /(\w+) cannot be negative/.exec(cause)?.[1];
  if (negative !== undefined) return `${negative}Path`;
  const path = /Invalid path '(.*?)'/.exec(cause)?.[1];
  const { state } = walkStates(machine).find((one) => one.name === name) ?? {};
  return Object.entries(state ?? {}).find(([, value]) => value === path)?.[0] ?? "";
}

/** Every place in a state that bears the name of a field. */
function pointersOf(machine: StateMachine, name: string, field: string): readonly JsonPointer[] {
  return walkStates(machine)
    .filter((one) => one.name === name)
    .flatMap(({ pointer, state }) => pointersIn(state, pointer, field));
}

function pointersIn(value: unknown, pointer: JsonPointer, field: string): readonly JsonPointer[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${pointer}/${key}`;
    return key === field || key === `${field}.$` ? [at] : pointersIn(inner, at, field);
  });
}

function isAt({ pointer = "" }: Diagnostic, places: readonly JsonPointer[]): boolean {
  return places.some((place) => pointer === place || pointer.startsWith(`${place}/`));
}

/** What the path of a field led to in the input of the execution. */
function valueAt({ machine, input }: ReadRecording, name: string, field: string): Json | undefined {
  const [pointer = ""] = pointersOf(machine, name, field);
  const path = String(at(machine as unknown as Json, pointer.split("/").slice(1)));
  return at(input, path.split(".").slice(1));
}

function at(value: Json | undefined, keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>((inner, key) => {
    const isRecord = typeof inner === "object" && inner !== null && Object.hasOwn(inner, key);
    return isRecord ? (inner as { readonly [key: string]: Json })[key] : undefined;
  }, value);
}
