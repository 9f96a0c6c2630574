import type { Shape } from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { JsonataDialect } from "../jsonata/parse.ts";
import type { Ledger } from "./ledger.ts";
import type { Facts } from "./place.ts";
import type { Result } from "./unwrap.ts";
import type { Callable, Place, Value } from "./value.ts";

/** One inference: what is known from outside, what was seen so far, and the way back into the whole. */
export interface Session {
  readonly expression: JsonataExpression;
  readonly variable: (name: string) => Shape | undefined;
  readonly input: Shape;
  readonly dialect: JsonataDialect;
  readonly ledger: Ledger;
  /** The value of an expression. */
  readonly infer: (node: JsonataExpression, place: Place) => Value;
  /**
   * What an expression yields before its sequence is unwrapped: for predicates and `[]` behind it. As the `tail` of
   * a lambda, a call is not unwrapped at all, wherever it stands in conditions and blocks.
   */
  readonly inferResult: (node: JsonataExpression, place: Place, tail?: boolean) => Result;
  /** What a function gives for arguments. `node`: the call, for findings; a callback has none of its own. */
  readonly call: (callable: Callable, given: readonly Value[], place: Place, node?: CallSite) => Result;
  /** What holds where a condition counts as true, or as false; nothing if it never does. */
  readonly factsOf: (condition: JsonataExpression, truth: boolean, place: Place) => Facts | undefined;
  /** Lambdas that are being called, by node: recursion is followed a little way. */
  active: Map<JsonataExpression, number> | undefined;
  /** Array constructors as steps of paths occur: their arrays are not spread later. */
  readonly constructs: () => boolean;
  /** What {@link constructs} says, once it was asked. */
  hasConstructorStep: boolean | undefined;
  /** Nodes that may still be looked at: recursion and nesting cost no more than this. */
  fuel: number;
  depth: number;
  /** How many scopes there are. */
  scopes: number;
}

/** A call in the text. */
export interface CallSite {
  readonly node: JsonataExpression;
  /** Where its arguments stand, in the order of the parameters; nothing for one that stands elsewhere. */
  readonly arguments: readonly (JsonataExpression | undefined)[];
}

/** A number for a new scope. */
export function nextScope(session: Session): number {
  session.scopes += 1;
  return session.scopes;
}

/** Does not report what is missing while `work` runs. */
export function muted<Answer>(session: Session, work: () => Answer): Answer {
  session.ledger.muted += 1;
  const answer = work();
  session.ledger.muted -= 1;
  return answer;
}

/** The value of an expression, without a report of what is missing. */
export function inferMuted(node: JsonataExpression, place: Place, session: Session): Value {
  session.ledger.muted += 1;
  const value = session.infer(node, place);
  session.ledger.muted -= 1;
  return value;
}

/** The value of an expression of which it is asked whether it is there. */
export function inferAsked(node: JsonataExpression, place: Place, session: Session): Value {
  session.ledger.asking += 1;
  const value = session.infer(node, place);
  session.ledger.asking -= 1;
  return value;
}
