import type { Shape } from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import { judge } from "./ledger.ts";
import { mayBeMissing, present } from "./presence.ts";
import type { Session } from "./session.ts";
import type { Place, Value } from "./value.ts";

/** Where a value is needed that JSONata takes. */
export interface Demand {
  readonly node: JsonataExpression;
  /** JSONata's code for its refusal: `T2001`. */
  readonly code: string;
  /** The operator or the function: `+`, `$sum`. */
  readonly what: string;
  readonly place: Place;
  /** What is judged, if not `node` itself: a node can be right by itself and wrong beside another. */
  readonly judged?: object;
}

/** Reports a value that is of none of `kinds`; whether it was so. Nothing there is always taken. */
export function expectKinds(
  { shape, callable }: Value,
  kinds: readonly Shape["kind"][],
  demand: Demand,
  session: Session,
): boolean {
  if (callable !== undefined || shape.kind === "unknown") {
    judge(session.ledger, "wrong-type", demand.node, undefined);
    return false;
  }
  if (shape.kind === "missing" || shape.kind === "never") return false;
  if (isOneOf(shape, kinds)) {
    judge(session.ledger, "wrong-type", demand.judged ?? demand.node, undefined);
    return false;
  }
  const found = present(shape);
  const refusal = {
    expected: () => kinds.map(nameOfKind).join(" or "),
    found,
    sure: !mayBeMissing(shape),
  };
  return refuseIf(true, refusal, demand, session);
}

function isOneOf(shape: Shape, kinds: readonly Shape["kind"][]): boolean {
  if (shape.kind !== "union") return kinds.includes(shape.kind);
  for (const member of shape.members) if (kinds.includes(member.kind)) return true;
  return false;
}

/** What a refusal says. */
export interface Refusal {
  readonly expected: () => string;
  readonly found: Shape;
  /** Whether it fails whenever it is evaluated. */
  readonly sure: boolean;
}

/** Reports a wrong type at a node, or that it is right. */
export function refuseIf(
  wrong: boolean,
  { expected, found, sure }: Refusal,
  { node, code, what, place, judged = node }: Demand,
  session: Session,
): boolean {
  const certain = sure && !place.conditional;
  const finding = wrong ? { span: node.span, certain, code, what, expected: expected(), found } : undefined;
  judge(session.ledger, "wrong-type", judged, finding);
  return wrong;
}

function nameOfKind(kind: Shape["kind"]): string {
  return kind === "array" || kind === "object" ? `an ${kind}` : kind === "null" ? kind : `a ${kind}`;
}
