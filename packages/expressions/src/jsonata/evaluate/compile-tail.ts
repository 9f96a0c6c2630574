import type { JsonataExpression } from "../expression.ts";
import type { CallExpression } from "../function-expression.ts";
import type { Closure, Scope } from "./closure.ts";
import { calleeName } from "./compile-call.ts";
import { compileBlock, compileCondition, compileNode } from "./compile-node.ts";
import { compilePostfix } from "./compile-postfix.ts";
import { FunctionValue, type TailCall } from "./function-value.ts";
import { dissolve } from "./value.ts";

/**
 * Compiles what is in tail position of a function's body.
 *
 * A call there is not made but handed to the caller's loop, so that it needs no stack. Like JSONata 2.0.6, it
 * forgets a grouping or `[]` behind the call, and predicates behind a block see the call that is still to be
 * made.
 */
export function compileTail(node: JsonataExpression, outer: Scope): Closure {
  const closure = compileTailSequence(node, outer.inside());
  return (input, frame) => dissolve(closure(input, frame));
}

function compileTailSequence(node: JsonataExpression, scope: Scope): Closure {
  const tail = (inner: JsonataExpression): Closure => compileTail(inner, scope);
  switch (node.kind) {
    case "call":
      return pendingCall(node, scope);
    case "condition":
      return compileCondition(node, tail, scope);
    case "block":
      return compileBlock(node, tail, scope);
    case "postfix":
      if (node.operand.kind === "call" && node.predicates.length === 0)
        return pendingCall(node.operand, scope);
      if (node.operand.kind === "block")
        return compilePostfix(node, compileTailSequence(node.operand, scope), scope);
      return compileNode(node, scope);
    default:
      return compileNode(node, scope);
  }
}

function pendingCall(node: CallExpression, scope: Scope): Closure {
  const call: TailCall = {
    callee: scope.compile(node.callee),
    args: node.arguments.map(scope.compile),
    name: calleeName(node.callee),
    span: node.span,
  };
  return (input, frame) => new FunctionValue({ arity: 0, invoke: noCall, pending: { call, input, frame } });
}

/** A call that is still to be made is never called itself. */
function noCall(): undefined {
  return undefined;
}
