import { type Shape, unknownShape } from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { JsonataDialect } from "../jsonata/parse.ts";
import { callValue } from "./call.ts";
import { hasConstructorStep } from "./constructor-step.ts";
import type { InferenceFinding } from "./finding.ts";
import { inferNode } from "./infer-node.ts";
import { unknownValue } from "./join-values.ts";
import { findingsOf, type Ledger, newLedger, recordShape } from "./ledger.ts";
import { conditionFacts } from "./narrow.ts";
import { type Facts, outermost } from "./place.ts";
import type { CallSite, Session } from "./session.ts";
import { type Result, toValue } from "./unwrap.ts";
import type { Callable, Place, Value } from "./value.ts";

/** What is known outside an expression. */
export interface InferenceEnvironment {
  /** The shape of a variable, by its name without `$`; nothing if there is no such variable. `states` is one. */
  readonly variable: (name: string) => Shape | undefined;
  /** The input document, in the plain dialect. */
  readonly input?: Shape;
  /** Default `aws`. */
  readonly dialect?: JsonataDialect;
}

/** What an expression can yield, and what is wrong with it. */
export interface Inference {
  /** What a successful evaluation yields; never if none can be. */
  readonly shape: Shape;
  /** What it yields is a function, for certain: no field can hold one. */
  readonly yieldsFunction: boolean;
  /** In the order of the text. One cause, one finding. */
  readonly findings: readonly InferenceFinding[];
  /** What a node yields; unknown for one that was not reached. */
  readonly shapeAt: (node: object) => Shape;
  /** How many nodes were looked at, and how many of these are unknown. */
  readonly counts: () => { readonly nodes: number; readonly unknown: number };
}

/** How many nodes are looked at, callbacks and recursion included. */
const fuel = 20_000;
/** How deep nodes and calls may nest; the grammar allows deeper ones, which are then unknown. */
const deepest = 250;

/**
 * Infers what an expression yields, from the shapes of the variables it reads.
 *
 * Speaks of successful evaluation only: an expression that fails yields nothing. A value that is not followed is
 * unknown, which holds every value. Numbers that are not finite are left out.
 *
 * @example
 * ```ts
 * inferJsonata(parseJsonata("[$states.input.items.price]").expression, {
 *   variable: (name) => (name === "states" ? states : undefined),
 * }).shape; // → number[]
 * ```
 * @throws Never.
 */
export function inferJsonata(expression: JsonataExpression, environment: InferenceEnvironment): Inference {
  const first = lookAt(expression, environment, false);
  const seen = first.ledger.doubted ? lookAt(expression, environment, true) : first;
  const { shape, callable } = seen.value;
  let whole = seen.ledger.whole ? seen.ledger : undefined;
  const shapes = (): ReadonlyMap<object, Shape> => {
    whole ??= lookAt(expression, environment, true).ledger;
    return whole.shapes ?? nothingSeen;
  };
  return {
    shape: callable?.kind === "any" ? unknownShape : shape,
    yieldsFunction: callable !== undefined && callable.kind !== "any" && shape.kind === "never",
    findings: seen.ledger.whole ? findingsOf(seen.ledger) : nothingFound,
    shapeAt: (node) => shapes().get(node) ?? unknownShape,
    counts: () => {
      const all = shapes();
      const unknown = [...all.values()].filter(({ kind }) => kind === "unknown").length;
      return { nodes: all.size, unknown };
    },
  };
}

const nothingSeen: ReadonlyMap<object, Shape> = new Map();
const nothingFound: readonly InferenceFinding[] = Object.freeze([]);

/** One look: what the expression yields, and what was written down. */
function lookAt(
  expression: JsonataExpression,
  environment: InferenceEnvironment,
  whole: boolean,
): { readonly value: Value; readonly ledger: Ledger } {
  const session = newSession(expression, environment, newLedger(whole));
  return { value: session.infer(expression, outermost(session.input)), ledger: session.ledger };
}

function newSession(
  expression: JsonataExpression,
  environment: InferenceEnvironment,
  ledger: Ledger,
): Session {
  return {
    expression,
    variable: environment.variable,
    input: environment.input ?? unknownShape,
    dialect: environment.dialect ?? "aws",
    ledger,
    infer,
    inferResult,
    call,
    factsOf,
    constructs,
    active: undefined,
    hasConstructorStep: undefined,
    fuel,
    depth: 0,
    scopes: 0,
  };
}

function infer(this: Session, node: JsonataExpression, place: Place): Value {
  return toValue(this.inferResult(node, place, false));
}

function inferResult(this: Session, node: JsonataExpression, place: Place, tail = false): Result {
  const { ledger } = this;
  this.fuel -= 1;
  // What a first look comes to no longer counts once something is wrong.
  if (this.fuel < 0 || this.depth >= deepest || ledger.doubted) return unknownValue;
  this.depth += 1;
  const result = inferNode(node, place, this, tail);
  this.depth -= 1;
  if (ledger.whole) recordShape(ledger, node, toValue(result).shape);
  return result;
}

function call(
  this: Session,
  callable: Callable,
  given: readonly Value[],
  place: Place,
  site?: CallSite,
): Result {
  return callValue(callable, given, place, this, site);
}

function factsOf(
  this: Session,
  condition: JsonataExpression,
  truth: boolean,
  place: Place,
): Facts | undefined {
  return conditionFacts(condition, truth, place, this);
}

function constructs(this: Session): boolean {
  this.hasConstructorStep ??= hasConstructorStep(this.expression);
  return this.hasConstructorStep;
}
