import type { StateMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { type Finished, prepare, start, step } from "@statewright/simulator";
import { compileTree } from "../../src/index.ts";
import { features } from "./features.ts";
import { type FieldCase, fieldCases, type Run, workflowOf } from "./field-cases.ts";
import { canonical } from "./judges.ts";
import { type Kind, Writer } from "./programs.ts";
import { inputSchema, type Oddities, random } from "./random-data.ts";

/** A compiled program: the machine, and which differences its findings have told. */
export interface Compiled {
  readonly text: string;
  /** The rows of the table that it has. */
  readonly rows: ReadonlySet<string>;
  /** Whether the compiler knew the types of the data. */
  readonly known: boolean;
  readonly fieldCase: FieldCase;
  readonly run: Run;
  readonly machine: StateMachine;
  readonly errors: readonly string[];
  readonly told: ReadonlySet<string>;
}

const kinds = ["num", "str", "bool", "nums", "strs", "grid", "items", "obj", "any"] as const;

/** The program of a seed: its feature comes round robin, the rest is drawn. */
export function programOfSeed(seed: number, known: boolean): Compiled {
  const from = random(seed);
  const feature = features[seed % features.length];
  const fitting = fieldCases.filter((one) => !one.kinds || (feature && one.kinds.includes(feature.kind)));
  const [first = fieldCases[0], ...others] = from.below(3) === 0 ? fieldCases : fitting;
  const fieldCase = from.pick([first, ...others]);
  const writer = new Writer(from, features);
  const depth = 1 + from.below(4);
  const locals = fieldCase.locals ?? [];
  const fits = feature && (!fieldCase.kinds || fieldCase.kinds.includes(feature.kind));
  const expression = fits
    ? writer.feature(feature, depth, locals)
    : writer.expression(from.pick<Kind>(fieldCase.kinds ?? kinds), depth, locals);
  return compiledCase(fieldCase, fieldCase.text(expression), writer.rows, known);
}

/** An arrow function in a field. */
export function compiledCase(
  fieldCase: FieldCase,
  text: string,
  rows: ReadonlySet<string>,
  known: boolean,
): Compiled {
  const run = new Function(`return ${text};`)() as Run;
  const { machine, diagnostics } = compileTree(
    workflowOf(fieldCase.steps(run), known ? inputSchema : undefined),
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    text,
    rows,
    known,
    fieldCase,
    run,
    machine,
    errors: errors.map(({ code, message, why }) => `${code}: ${message} ${why}`),
    told: new Set(diagnostics.map(({ code }) => code)),
  };
}

/**
 * How the two compare: alike; otherwise where a finding of the compiler told so; a failure where JavaScript has an
 * infinite number or NaN, which JSON cannot say; a failure of a text made without types; or a difference.
 */
export type Outcome = "same" | "told" | "no number" | "loud" | "different";

/** What came out of one run, beside what JavaScript has. */
export interface Compared {
  readonly outcome: Outcome;
  readonly data: Json;
  readonly wanted: string | undefined;
  readonly found: string | undefined;
}

/** Runs a program on data, in the simulator and in JavaScript; nothing where JavaScript throws or has no value. */
export function compare(program: Compiled, odd: Oddities, data: Json): Compared | undefined {
  const wanted = inJavaScript(program, data);
  if (wanted === undefined) return undefined;
  const found = simulated(program.machine, data);
  const outcome = found === wanted.text ? "same" : differing(program, odd, found, wanted.infinite);
  return { outcome, data, wanted: wanted.text, found };
}

function inJavaScript(
  { fieldCase, run }: Compiled,
  data: Json,
): { readonly text: string; readonly infinite: boolean } | undefined {
  try {
    const result = fieldCase.javascript(run, data);
    const text = canonical(result);
    return text === undefined ? undefined : { text, infinite: holdsNoNumber(result) };
  } catch {
    return undefined;
  }
}

function differing(program: Compiled, odd: Oddities, found: string, infinite: boolean): Outcome {
  const failed = found.startsWith("error: ");
  if (failed && (infinite || /out of range|D1001|D3060|D3061|not a number/i.test(found))) return "no number";
  if (findingsFor(odd, failed).some((code) => program.told.has(code))) return "told";
  return failed && !program.known ? "loud" : "different";
}

/** The findings that speak of such data. */
function findingsFor({ emoji, digits }: Oddities, failed: boolean): readonly string[] {
  return [
    "arrow/digits-in-text",
    ...(failed ? ["arrow/date-of-text", "arrow/number-of-text"] : []),
    ...(emoji ? ["arrow/code-points", "arrow/dollar-in-replacement"] : []),
    ...(digits ? ["arrow/long-number", "arrow/distant-date"] : []),
  ];
}

function holdsNoNumber(result: unknown): boolean {
  if (typeof result === "number") return !Number.isFinite(result);
  return typeof result === "object" && result !== null && Object.values(result).some(holdsNoNumber);
}

/** One execution on the simulator's step core: a task is answered at once. */
function simulated(machine: StateMachine, data: Json): string {
  const { program } = prepare(machine);
  if (!program) return "error: refused";
  let { execution, commands } = start(program, { input: data, startTime });
  for (;;) {
    const ended = commands.find(({ kind }) => kind === "finished");
    if (ended?.kind === "finished") return outcomeOf(ended);
    const called = commands.find(({ kind }) => kind === "callTask");
    if (called?.kind !== "callTask") return "error: stuck";
    const result = isEcho(machine) ? called.arguments : data;
    const { id } = called;
    ({ execution, commands } = step(
      program,
      execution,
      { kind: "taskSucceeded", id, result },
      { now: startTime },
    ));
  }
}

const startTime = Date.UTC(2026, 0, 1);

function outcomeOf({ status, output, error, cause, diagnostics }: Finished): string {
  if (status === "SUCCEEDED") return canonical(output) ?? "nothing";
  return `error: ${status} ${error} ${cause} ${diagnostics.map(({ message }) => message).join()}`;
}

/** The task whose arguments are looked at answers with them. */
function isEcho(machine: StateMachine): boolean {
  const state = machine.States.T;
  return state?.Type === "Task" && state.Arguments !== undefined;
}
