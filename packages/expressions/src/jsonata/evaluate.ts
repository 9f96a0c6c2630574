import type { Span } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { builtinNamed } from "./builtins/registry.ts";
import type { Closure } from "./evaluate/closure.ts";
import { compile } from "./evaluate/compile.ts";
import { exportOwnFields, exportValue } from "./evaluate/export-value.ts";
import { EvaluationFailure, type FailureKind, fail } from "./evaluate/failure.ts";
import { isFields } from "./evaluate/fields.ts";
import { Frame, type Run } from "./evaluate/frame.ts";
import { type Limits, Meter } from "./evaluate/meter.ts";
import { asSequence, isList, type Value } from "./evaluate/value.ts";
import type { JsonataExpression } from "./expression.ts";
import { parseJsonata } from "./parse.ts";

/** What an expression can see besides itself. */
export interface Environment {
  /** The variable `$name`, by its name without `$`; in Step Functions `states` is one of them. */
  variable(name: string): Json | undefined;
  /** The input document (`$$`); the dialect of Step Functions has none. */
  readonly input?: Json;
  /** Milliseconds since 1970: what `$now()` and `$millis()` tell for the whole evaluation (R-INTR-06). */
  readonly now: number;
  /** A number from 0 to less than 1, for `$random()`, `$shuffle` and `$uuid()`. */
  random(): number;
  /** Default `aws`. */
  readonly dialect?: "aws" | "plain";
  /**
   * What the evaluation may take: `steps` are items visited and functions called, `bytes` is the largest single
   * value, `depth` is how many expressions may be at work inside one another. The defaults are those measured
   * on AWS (R-JA-22).
   */
  readonly budget?: Partial<Limits>;
}

/** The value of an expression (`undefined` when it has none), or why it has none. */
export type Evaluation =
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly error: EvaluationError };

/** Why an evaluation ended. */
export interface EvaluationError {
  /** JSONata's code; what this engine refuses by itself has none. */
  readonly code?: string;
  /** JSONata's words. */
  readonly message: string;
  readonly span?: Span;
  /**
   * `error`: JSONata's; `budget`: it takes more than it may; `unsupported-result`: its value is a function;
   * `unsupported`: AWS may well evaluate it, this engine cannot (a regular expression with look-around).
   */
  readonly kind: FailureKind;
}

/**
 * Evaluates a JSONata 2.0.6 expression.
 *
 * Data is read by its own fields only, nothing is written to it, and the result is plain frozen JSON. The same
 * environment gives the same result, the limits included: they are counted, not timed.
 *
 * @example
 * ```ts
 * const { expression } = parseJsonata("$sum($states.input.prices)");
 * evaluateJsonata(expression, { variable: () => ({ input: { prices: [1, 2] } }), now: 0, random: () => 0 });
 * // → { ok: true, value: 3 }
 * ```
 * @throws Never, whatever the expression and the data.
 */
export function evaluateJsonata(expression: JsonataExpression, environment: Environment): Evaluation {
  const run = new EnvironmentRun(environment);
  try {
    const value = compiled(expression)(documentOf(environment), new Frame(run, undefined));
    const own = expression.kind === "object" && isFields(value);
    return { ok: true, value: own ? exportOwnFields(value, run) : exportValue(value, run) };
  } catch (error) {
    return { ok: false, error: errorOf(error) };
  }
}

const closures = new WeakMap<JsonataExpression, Closure>();

/** A tree is compiled once, however often it is evaluated. */
function compiled(expression: JsonataExpression): Closure {
  const known = closures.get(expression);
  if (known) return known;
  const closure = compile(expression);
  closures.set(expression, closure);
  return closure;
}

const awsLimits: Limits = Object.freeze({ steps: 5_000_000, bytes: 20 * 1024 * 1024, depth: 199 });
const plainLimits: Limits = Object.freeze({ steps: 20_000_000, bytes: 1024 * 1024 * 1024, depth: 1000 });

function limitsOf({ dialect, budget }: Environment): Limits {
  const limits = dialect === "plain" ? plainLimits : awsLimits;
  return budget ? { ...limits, ...budget } : limits;
}

/** One evaluation's run; a variable is asked for once, and only if it is needed. */
class EnvironmentRun implements Run {
  readonly dialect: "aws" | "plain";
  readonly meter: Meter;
  readonly now: number;
  readonly #environment: Environment;
  /** The variable that was asked for first: most expressions have no other. */
  #firstName: string | undefined;
  #first: Value;
  #others: Map<string, Value> | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.dialect = environment.dialect ?? "aws";
    this.meter = new Meter(limitsOf(environment));
    this.now = environment.now;
  }

  random(): number {
    return this.#environment.random();
  }

  global(name: string): Value {
    if (name === this.#firstName) return this.#first;
    if (this.#others?.has(name)) return this.#others.get(name);
    const value = this.#find(name);
    if (this.#firstName === undefined) {
      this.#firstName = name;
      this.#first = value;
    } else {
      this.#others ??= new Map();
      this.#others.set(name, value);
    }
    return value;
  }

  evaluateText(text: string, input: Value, fresh: boolean, frame: Frame): Value {
    return evaluateText(text, input, fresh, frame);
  }

  #find(name: string): Value {
    if (name === "$") return this.dialect === "plain" ? (this.#environment.input as Value) : undefined;
    const value = this.#environment.variable(name) as Value;
    return value === undefined ? builtinNamed(name, this.dialect) : value;
  }
}

/** `$eval` of plain JSONata: the text sees the variables of where it is called. */
function evaluateText(text: string, input: Value, fresh: boolean, frame: Frame): Value {
  const { expression, problems } = parseJsonata(text, { dialect: "plain" });
  const problem = problems[0];
  if (problem) return fail("D3120", { value: problem.message });
  try {
    return compile(expression, true)(fresh ? wrapped(input) : input, frame);
  } catch (error) {
    if (error instanceof EvaluationFailure && error.kind === "error") fail("D3121", { value: error.text() });
    throw error;
  }
}

function documentOf(environment: Environment): Value {
  return environment.dialect === "plain" ? wrapped(environment.input as Value) : undefined;
}

/** A document that is an array counts as one item. */
function wrapped(input: Value): Value {
  if (!isList(input) || input.sequence === true) return input;
  const list = asSequence([input]);
  list.outerWrapper = true;
  return list;
}

function errorOf(error: unknown): EvaluationError {
  if (error instanceof EvaluationFailure) {
    const { code, kind, span } = error;
    return Object.freeze({
      ...(code !== undefined && { code }),
      message: error.text(),
      ...(span && { span }),
      kind,
    });
  }
  if (error instanceof RangeError) {
    return Object.freeze({
      code: "U1001",
      message: "The evaluation needs more memory than there is",
      kind: "budget",
    });
  }
  throw error;
}
