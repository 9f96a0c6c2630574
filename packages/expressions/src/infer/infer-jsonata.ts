import { type Shape, unknownShape } from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { JsonataDialect } from "../jsonata/parse.ts";
import { callValue } from "./call.ts";
import { hasConstructorStep } from "./constructor-step.ts";
import type { InferenceFinding } from "./finding.ts";
import { inferNode } from "./infer-node.ts";
import { unknownValue } from "./join-values.ts";
import { findingsOf, newLedger, recordShape } from "./ledger.ts";
import { conditionFacts } from "./narrow.ts";
import { outermost } from "./place.ts";
import type { Session } from "./session.ts";
import { type Result, toValue } from "./unwrap.ts";

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
  readonly counts: { readonly nodes: number; readonly unknown: number };
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
  const session = newSession(expression, environment);
  const { shape, callable } = session.infer(expression, outermost(session.input));
  const { shapes } = session.ledger;
  return {
    shape: callable?.kind === "any" ? unknownShape : shape,
    yieldsFunction: callable !== undefined && callable.kind !== "any" && shape.kind === "never",
    findings: findingsOf(session.ledger),
    shapeAt: (node) => shapes.get(node) ?? unknownShape,
    get counts() {
      const unknown = [...shapes.values()].filter(({ kind }) => kind === "unknown").length;
      return { nodes: shapes.size, unknown };
    },
  };
}

function newSession(expression: JsonataExpression, environment: InferenceEnvironment): Session {
  const dialect = environment.dialect ?? "aws";
  let constructs: boolean | undefined;
  const session: Session = {
    variable: environment.variable,
    input: environment.input ?? unknownShape,
    dialect,
    ledger: newLedger(),
    infer: (node, place) => toValue(session.inferResult(node, place)),
    inferResult: (node, place, tail = false) => {
      session.fuel -= 1;
      if (session.fuel < 0 || session.depth >= deepest) return unknownValue;
      session.depth += 1;
      const result: Result = inferNode(node, place, session, tail);
      session.depth -= 1;
      recordShape(session.ledger, node, toValue(result).shape);
      return result;
    },
    call: (callable, given, place, site) => callValue(callable, given, place, session, site),
    factsOf: (condition, truth, place) => conditionFacts(condition, truth, place, session),
    active: new Map(),
    constructs: () => {
      constructs ??= hasConstructorStep(expression);
      return constructs;
    },
    fuel,
    depth: 0,
    scopes: 0,
  };
  return session;
}
