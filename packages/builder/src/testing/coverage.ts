import {
  type Coverage,
  type CoveredPlace,
  coverageOf,
  type LineOf,
  lcov,
  missingPlaces,
  nearestLine,
  printCoverage,
  type Simulation,
} from "@statewright/simulator";
import { compile } from "../compile/compile.ts";
import type { Workflow } from "../types/workflow.ts";

/** What the runs of a workflow took of it. */
export interface WorkflowCoverage extends Coverage {
  readonly name: string;
  /** What no run took, with the line of the TypeScript that wrote it. */
  readonly missing: readonly MissingPlace[];
  /** A report for people; every missing part with its line. */
  readonly text: string;
  /** An `lcov` tracefile on the lines of the TypeScript. */
  readonly lcov: string;
}

export interface MissingPlace extends Pick<CoveredPlace, "kind" | "state" | "what" | "pointer"> {
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

/** What was taken so far, by the workflow. It is what this module is for: a test file adds up its runs. */
const runs = new WeakMap<object, Pick<Simulation, "taken">>();

/** Adds a run to the coverage of its workflow. */
export function noteRun(workflow: object, { taken }: Pick<Simulation, "taken">): void {
  const sum: Record<string, number> = { ...runs.get(workflow)?.taken };
  for (const [pointer, times] of Object.entries(taken)) sum[pointer] = (sum[pointer] ?? 0) + times;
  runs.set(workflow, { taken: sum });
}

/**
 * What all runs of `workflow` took of it so far, in this test file.
 *
 * @example
 * ```ts
 * afterAll(() => {
 *   console.log(coverage(orders).text);
 *   expect(coverage(orders)).toBeComplete();
 * });
 * ```
 */
export function coverage<Input, Output>(workflow: Workflow<Input, Output>): WorkflowCoverage {
  const { machine, origins, name } = compile(workflow);
  const counted = runs.get(workflow);
  const found = coverageOf(machine, counted === undefined ? [] : [counted]);
  const lineOf: LineOf = (pointer) => {
    const origin = Object.hasOwn(origins, pointer) ? origins[pointer] : undefined;
    return origin && { file: origin.file.replace(/^file:\/\//, ""), line: origin.position.line + 1 };
  };
  const missing = missingPlaces(found).map(({ place: { kind, state, what, pointer } }) => ({
    kind,
    state,
    what,
    pointer,
    ...nearestLine(lineOf, pointer),
  }));
  return {
    ...found,
    name,
    missing,
    text: printCoverage(found, { name, lineOf }),
    lcov: lcov(found, lineOf),
  };
}
