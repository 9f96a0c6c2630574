import type { ArrowExpression, ConditionalExpression } from "@statewright/compiler";
import type * as acorn from "acorn";
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

/**
 * `(t = a) === null || t === void 0 || (t = t.b) === null || t === void 0 ? void 0 : t.c`, as Babel and rolldown write
 * `a?.b?.c`, with a condition for each `?.`: the same, and each temporary is set before the condition that reads it.
 */
export function withoutChain(node: acorn.ConditionalExpression): acorn.ConditionalExpression {
  const tests = alternatives(node.test);
  const from = tests.findLastIndex((test, index) => index > 0 && setsTemporary(test));
  if (from < 0) return node;
  const inner: acorn.ConditionalExpression = { ...node, test: either(tests.slice(from)) };
  return withoutChain({ ...node, test: either(tests.slice(0, from)), alternate: inner });
}

function alternatives(test: acorn.Expression): readonly acorn.Expression[] {
  const isEither = test.type === "LogicalExpression" && test.operator === "||";
  return isEither ? [...alternatives(test.left), test.right] : [test];
}

function setsTemporary(test: acorn.Expression): boolean {
  return test.type === "BinaryExpression" && test.left.type === "AssignmentExpression";
}

function either(tests: readonly acorn.Expression[]): acorn.Expression {
  return tests.reduce((left, right) => ({
    type: "LogicalExpression",
    operator: "||",
    left,
    right,
    start: left.start,
    end: right.end,
  }));
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
