import type { StateMachine } from "@statewright/asl";
import { lower, type StateNode } from "@statewright/compiler";
import { type Json, type Shape, shapeFromSchema, unknownShape } from "@statewright/json-types";
import { simulate } from "@statewright/simulator";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArrow } from "../../src/arrow/read-arrow.ts";
import { canonical } from "../lowering/judges.ts";
import { inputSchema, random, value } from "../lowering/random-data.ts";
import { condition, payload } from "./programs.ts";

// What JSONPath states say means what their arrow functions mean: the emitted machine runs in the simulator, the
// arrow in JavaScript, on random data.

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const programs = deep ? 9_000 : 100;
const rows = 4;
const inputShape: Shape = shapeFromSchema(inputSchema);

/** Counts that a run prints, and holds to a ceiling. */
interface Counts {
  compared: number;
  refused: number;
  /** JavaScript yields undefined somewhere, the machine fails. */
  failed: number;
}

interface Program {
  readonly machine: StateMachine;
  readonly run: (input: Json) => unknown;
}

describe.each([true, false])("with known types: %s", (known) => {
  test("payloads hold the values that the arrows return", { timeout: 1_800_000 }, async () => {
    const counts = await compareAll(20_261_127, (from) => payloadProgram(payload(from), known));
    print("payloads", known, counts);
    expect(counts.refused).toBeLessThan(programs * (known ? 0.1 : 0.7));
  });

  test("rules hold where the tests do", { timeout: 1_800_000 }, async () => {
    const counts = await compareAll(20_261_128, (from) => conditionProgram(condition(from), known));
    print("tests", known, counts);
    expect(counts.refused).toBeLessThan(programs * (known ? 0.1 : 0.5));
    expect(counts.failed).toBe(0);
  });
});

function print(what: string, known: boolean, counts: Counts): void {
  console.info(`${what}, ${known ? "known" : "unknown"} types: ${JSON.stringify(counts)}`);
  expect(counts.compared).toBeGreaterThan(programs);
}

async function compareAll(
  seed: number,
  make: (from: ReturnType<typeof random>) => Program | undefined,
): Promise<Counts> {
  const counts: Counts = { compared: 0, refused: 0, failed: 0 };
  const property = fc.asyncProperty(fc.integer(), async (start) => {
    const from = random(start);
    const program = make(from);
    if (!program) counts.refused += 1;
    else
      for (let row = 0; row < rows; row += 1)
        await compare(program, value(inputSchema, from) as Json, counts);
  });
  await fc.assert(property, { seed, numRuns: programs });
  return counts;
}

async function compare({ machine, run }: Program, input: Json, counts: Counts): Promise<void> {
  const wanted = run(input);
  const result = await simulate(machine, { input });
  if (hasUndefined(wanted)) {
    expect(result.status, told(machine, input)).toBe("FAILED");
    counts.failed += 1;
    return;
  }
  counts.compared += 1;
  const found = result.status === "SUCCEEDED" ? canonical(result.output) : result.cause;
  expect(found, told(machine, input)).toEqual(canonical(wanted));
}

function told(machine: StateMachine, input: Json): string {
  return `${JSON.stringify(machine.States)} with ${JSON.stringify(input)}`;
}

/** A path that finds nothing fails, where JavaScript reads undefined. */
function hasUndefined(json: unknown): boolean {
  if (json === undefined) return true;
  return typeof json === "object" && json !== null && Object.values(json).some(hasUndefined);
}

function payloadProgram(text: string, known: boolean): Program | undefined {
  const run = new Function(`return ${text};`)() as (scope: { input: Json }) => unknown;
  const machine = compiled(
    [{ kind: "pass", name: "P", jsonPath: { parameters: { kind: "arrow", arrow: readArrow(run) } } }],
    known,
  );
  return machine && { machine, run: (input) => quietly(() => run({ input })) };
}

/** An undefined value inside of a text or a call is one of the whole. */
function quietly(run: () => unknown): unknown {
  try {
    const result = run();
    return JSON.stringify(result).includes("undefined") ? undefined : result;
  } catch {
    return undefined;
  }
}

function conditionProgram(text: string, known: boolean): Program | undefined {
  const run = new Function(`return ${text};`)() as (input: Json) => unknown;
  const answer = (name: string, yes: boolean): StateNode => ({
    kind: "pass",
    name,
    jsonPath: { result: { kind: "value", value: yes } },
  });
  const choice: StateNode = {
    kind: "choice",
    name: "C",
    rules: [{ condition: readArrow(run, { first: "input" }), block: { steps: [answer("Yes", true)] } }],
    otherwise: { block: { steps: [answer("No", false)] } },
  };
  const machine = compiled([choice], known);
  return machine && { machine, run: (input) => Boolean(run(input)) };
}

function compiled(steps: readonly StateNode[], known: boolean): StateMachine | undefined {
  const { machine, diagnostics } = lower(
    { kind: "workflow", name: "program", queryLanguage: "JSONPath", problems: [], body: { steps } },
    () => ({ input: known ? inputShape : unknownShape, variables: {} }),
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return errors.length > 0 ? undefined : machine;
}
