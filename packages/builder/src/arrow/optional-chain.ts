import type { ArrowExpression, ConditionalExpression } from "@statewright/compiler";
import { isSameExpression } from "./same-expression.ts";

/**
 * Brings back `?.` and `??` where a compiler wrote them out: `a === null || a === void 0 ? void 0 : a.b`.
 *
 * The short form means the same wherever it fits, so nothing depends on who wrote the long one.
 */
export function withOptionalChain(node: ConditionalExpression): ArrowExpression {
  const { test, consequent, alternate, span } = node;
  const whenNullish = nullishSubject(test, "||", ["===", "=="]);
  if (whenNullish) return shortened(node, whenNullish, consequent, alternate);
  const whenThere = nullishSubject(test, "&&", ["!==", "!="]);
  if (whenThere) return shortened({ ...node, span }, whenThere, alternate, consequent);
  return node;
}

function shortened(
  node: ConditionalExpression,
  subject: ArrowExpression,
  missing: ArrowExpression,
  there: ArrowExpression,
): ArrowExpression {
  if (isSameExpression(there, subject)) {
    return { kind: "logical", operator: "??", left: subject, right: missing, span: node.span };
  }
  if (missing.kind !== "undefined") return node;
  return optionalFrom(there, subject) ?? node;
}

/** The chain with `?.` behind `subject`, if it begins with it. */
function optionalFrom(chain: ArrowExpression, subject: ArrowExpression): ArrowExpression | undefined {
  if (chain.kind === "member" || chain.kind === "index") {
    if (isSameExpression(chain.object, subject)) return { ...chain, object: subject, optional: true };
    const object = optionalFrom(chain.object, subject);
    return object && { ...chain, object };
  }
  if (chain.kind !== "call" || chain.receiver === undefined) return undefined;
  if (isSameExpression(chain.receiver, subject)) return { ...chain, receiver: subject, optional: true };
  const receiver = optionalFrom(chain.receiver, subject);
  return receiver && { ...chain, receiver };
}

/** What a test asks to be null or undefined: `a === null || a === undefined`, `a == null`. */
function nullishSubject(
  test: ArrowExpression,
  joined: "||" | "&&",
  [strict, loose]: readonly [string, string],
): ArrowExpression | undefined {
  if (test.kind === "binary" && test.operator === loose && isNothing(test.right)) return test.left;
  if (test.kind !== "logical" || test.operator !== joined) return undefined;
  const { left, right } = test;
  if (left.kind !== "binary" || right.kind !== "binary") return undefined;
  if (left.operator !== strict || right.operator !== strict) return undefined;
  const asksBoth = isNull(left.right) && right.right.kind === "undefined";
  return asksBoth && isSameExpression(left.left, right.left) ? left.left : undefined;
}

function isNull(node: ArrowExpression): boolean {
  return node.kind === "literal" && node.value === null;
}

function isNothing(node: ArrowExpression): boolean {
  return node.kind === "undefined" || isNull(node);
}
