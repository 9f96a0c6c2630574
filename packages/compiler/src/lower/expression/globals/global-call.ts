import type { ArrowExpression, CallExpression } from "../../../ir/arrow.ts";
import type { Scope } from "../emit/session.ts";
import type { Value } from "../value/index.ts";

/** A call of a global function: `Math.max(a, b)`, `String(x)`. */
export interface GlobalCall {
  readonly node: CallExpression;
  readonly scope: Scope;
  readonly arguments: CallExpression["arguments"];
}

export type GlobalLowering = (call: GlobalCall) => Value;

/** The argument at `index`, unless it is missing or spread. */
export function argumentNode(call: GlobalCall, index: number): ArrowExpression | undefined {
  const node = call.arguments[index];
  return node && node.kind !== "spread" ? node : undefined;
}
