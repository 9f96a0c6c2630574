import { assertNever } from "@statewright/diagnostics";
import type { VariableExpression } from "../context-expression.ts";
import type { BindExpression, BlockExpression, ConditionExpression } from "../control-expression.ts";
import type { JsonataExpression } from "../expression.ts";
import type { Closure, Scope } from "./closure.ts";
import { compileApply, compileCall, compileLambda, compilePartial } from "./compile-call.ts";
import { compileGroup } from "./compile-group.ts";
import { compileArray, compileBinary, compileNegate } from "./compile-operator.ts";
import { compilePath } from "./compile-path.ts";
import { compilePostfix } from "./compile-postfix.ts";
import { compileRegex } from "./compile-regex.ts";
import { compileTransform } from "./compile-transform.ts";
import { Frame } from "./frame.ts";
import { descend, fieldValues } from "./select.ts";
import { isTruthy } from "./truth.ts";
import { dissolve, isList } from "./value.ts";

/** Compiles one node for a place where sequences have dissolved; `scope` is the place inside of it. */
export function compileNode(node: JsonataExpression, scope: Scope): Closure {
  const closure = compileSequence(node, scope);
  if (!makesSequences(node)) return closure;
  return (input, frame) => dissolve(closure(input, frame));
}

/** Paths dissolve by themselves; what is below never makes a sequence. */
function makesSequences(node: JsonataExpression): boolean {
  switch (node.kind) {
    case "variable":
    case "wildcard":
    case "descendants":
    case "parent":
    case "postfix":
    case "condition":
    case "block":
    case "bind":
    case "call":
    case "apply":
      return true;
    case "binary":
      return node.operator === "..";
    default:
      return false;
  }
}

/** Compiles one node so that a sequence of one is still a sequence: `[]` or predicates may stand behind it. */
export function compileSequence(node: JsonataExpression, scope: Scope): Closure {
  switch (node.kind) {
    case "string":
    case "number":
    case "boolean": {
      const { value } = node;
      return () => value;
    }
    case "null":
      return () => null;
    case "missing":
      return () => undefined;
    case "regex":
      return compileRegex(node);
    case "variable":
      return compileVariable(node, scope);
    case "wildcard":
      return (input, frame) => fieldValues(input, frame.run);
    case "descendants":
      return (input, frame) => descend(input, frame.run.meter);
    case "parent": {
      const name = ancestorName(node.ancestor);
      return (_, frame) => frame.lookup(name);
    }
    case "path":
      return compilePath(node, scope);
    case "postfix":
      return compilePostfix(node, compileSequence(node.operand, scope), scope);
    case "negate":
      return compileNegate(node, scope);
    case "binary":
      return compileBinary(node, scope);
    case "array":
      return compileArray(node, scope);
    case "object":
      return compileGroup(node.pairs, node.span, scope);
    case "condition":
      return compileCondition(node, scope.compile, scope);
    case "block":
      return compileBlock(node, scope.compile, scope);
    case "bind":
      return compileBind(node, scope);
    case "call":
      return compileCall(node, scope);
    case "partial":
      return compilePartial(node, scope);
    case "lambda":
      return compileLambda(node, scope);
    case "apply":
      return compileApply(node, scope);
    case "transform":
      return compileTransform(node, scope);
    default:
      return assertNever(node);
  }
}

/** The name under which a tuple carries the value of a `%`; no variable can have it. */
export function ancestorName(ancestor: number): string {
  return `!${ancestor}`;
}

function compileVariable({ name }: VariableExpression, { bound, open }: Scope): Closure {
  if (name === "") {
    return (input) => (isList(input) && input.outerWrapper === true ? input[0] : input);
  }
  if (open || bound.has(name)) return (_, frame) => frame.lookup(name);
  return (_, { run }) => run.global(name);
}

/** `branch` compiles the branches, which are in tail position if the condition is. */
export function compileCondition(node: ConditionExpression, branch: Scope["compile"], scope: Scope): Closure {
  const condition = scope.compile(node.condition);
  const consequent = branch(node.consequent);
  const alternate = node.alternate ? branch(node.alternate) : () => undefined;
  return (input, frame) =>
    isTruthy(condition(input, frame)) ? consequent(input, frame) : alternate(input, frame);
}

/** `last` compiles the last expression, which is in tail position if the block is. */
export function compileBlock(node: BlockExpression, last: Scope["compile"], scope: Scope): Closure {
  const final = node.expressions.at(-1);
  if (!final) return () => undefined;
  const before = node.expressions.slice(0, -1).map(scope.compile);
  const result = last(final);
  return (input, frame) => {
    const inner = new Frame(frame.run, frame);
    for (const expression of before) expression(input, inner);
    return result(input, inner);
  };
}

function compileBind({ name, value }: BindExpression, scope: Scope): Closure {
  const compiled = scope.compile(value);
  return (input, frame) => {
    const result = compiled(input, frame);
    frame.bind(name, result);
    return result;
  };
}
