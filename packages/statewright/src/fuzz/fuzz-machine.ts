import type { MachineTypes, StateMachine } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import {
  drawValue,
  includes,
  type Json,
  type JsonSchema,
  type Shape,
  shapeFromSchema,
  smallerValues,
} from "@statewright/json-types";
import { type Mocks, type SimulateOptions, type Simulation, simulate } from "@statewright/simulator";
import {
  type AnswerShape,
  answerOf,
  answerShapes,
  type DrawnMocks,
  drawMocks,
  resultOf,
} from "./drawn-mocks.ts";
import { type Failing, failing } from "./failing.ts";
import { randomNumbers } from "./random-numbers.ts";

/** What {@link fuzzMachine} works on. */
export interface FuzzOptions {
  readonly types: MachineTypes;
  readonly mocks: Mocks;
  readonly runs: number;
  readonly seed: number;
  /** Whether an input fits the schema in all that a shape cannot say, such as patterns. */
  readonly fits: (input: Json) => boolean;
  readonly simulate: Omit<SimulateOptions, "input" | "mocks" | "steps">;
}

/** An input and the drawn answers with which a machine fails. */
export interface FailingCase {
  readonly input: Json;
  readonly drawn: DrawnMocks;
  readonly failing: Failing;
  /** Which run it was, from 1, and how many runs it took to make it small. */
  readonly run: number;
  readonly shrinkRuns: number;
}

/** What fuzzing found. */
export interface Fuzzing {
  readonly runs: number;
  /** Drawn inputs that the schema does not admit, as it says more than a shape can. */
  readonly skipped: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly found?: FailingCase;
  /** Why a run could not be made; with it nothing else was tried. */
  readonly refused?: Diagnostic;
}

/** A run of so many instants is taken for endless. */
const mostSteps = 60_000;
/** Making a case small stops after so many runs. */
const mostShrinkRuns = 1_000;

interface Case {
  readonly input: Json;
  readonly drawn: DrawnMocks;
}

/**
 * Runs a machine on drawn inputs, with drawn answers where the mocks have none and the types say what a call returns,
 * until one shows a fault; that one is made as small as it goes.
 */
export async function fuzzMachine(machine: StateMachine, options: FuzzOptions): Promise<Fuzzing> {
  const { types, mocks, runs, seed } = options;
  const shape = shapeOf(types.input, true);
  const answers = answerShapes(machine, types, mocks);
  const promised = types.output === undefined ? undefined : shapeOf(types.output, false);
  const statuses: Record<string, number> = {};
  let skipped = 0;
  const judge = async ({ input, drawn }: Case): Promise<{ run: Simulation; fault: Failing | undefined }> => {
    const all = { ...mocks, states: { ...drawn, ...mocks.states } };
    const run = await simulate(machine, { ...options.simulate, input, mocks: all, steps: mostSteps });
    return { run, fault: failing(run, promised) };
  };
  for (let index = 0; index < runs; index += 1) {
    const random = randomNumbers(seed, index);
    const input = drawValue(shape, random);
    const drawn = drawMocks(answers, random);
    if (input === undefined || !options.fits(input)) {
      skipped += 1;
      continue;
    }
    const { run, fault } = await judge({ input, drawn });
    statuses[run.status] = (statuses[run.status] ?? 0) + 1;
    const made = { runs: index + 1, skipped, statuses };
    if (run.status === "REFUSED")
      return { ...made, ...(run.diagnostics[0] && { refused: run.diagnostics[0] }) };
    if (fault === undefined) continue;
    const fits = (one: Json): boolean => includes(shape, one) && options.fits(one);
    const small = await shrink({ input, drawn, fault }, { answers, fits, judge });
    return { ...made, found: { ...small, run: index + 1 } };
  }
  return { runs, skipped, statuses };
}

function shapeOf(schema: MachineTypes["input"], closed: boolean): Shape {
  return shapeFromSchema(schema as JsonSchema, { closed });
}

interface Shrinking {
  readonly answers: readonly AnswerShape[];
  readonly fits: (input: Json) => boolean;
  readonly judge: (one: Case) => Promise<{ readonly fault: Failing | undefined }>;
}

/** Takes the first smaller case that fails for the same reason, again and again. */
async function shrink(
  { fault, ...first }: Case & { readonly fault: Failing },
  { answers, fits, judge }: Shrinking,
): Promise<Omit<FailingCase, "run">> {
  let best: Case & { readonly failing: Failing } = { ...first, failing: fault };
  let shrinkRuns = 0;
  search: while (shrinkRuns < mostShrinkRuns) {
    for (const one of smallerCases(best, answers, fits)) {
      if (shrinkRuns >= mostShrinkRuns) break;
      shrinkRuns += 1;
      const judged = await judge(one);
      if (judged.fault?.key !== fault.key) continue;
      best = { ...one, failing: judged.fault };
      continue search;
    }
    break;
  }
  return { ...best, shrinkRuns };
}

/** First without an answer that is not asked for, then smaller inputs, then smaller answers. */
function* smallerCases(
  { input, drawn }: Case,
  answers: readonly AnswerShape[],
  fits: (input: Json) => boolean,
): Generator<Case> {
  for (const state of Object.keys(drawn)) {
    const { [state]: _, ...others } = drawn;
    yield { input, drawn: others };
  }
  for (const one of smallerValues(input)) if (fits(one)) yield { input: one, drawn };
  for (const { state, result, as } of answers) {
    const answer = Object.hasOwn(drawn, state) ? drawn[state] : undefined;
    const value = answer && resultOf(answer);
    if (value === undefined) continue;
    for (const one of smallerValues(value)) {
      if (includes(result, one)) yield { input, drawn: { ...drawn, [state]: answerOf(as, { result: one }) } };
    }
  }
}
