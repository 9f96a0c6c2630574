import { assertNever } from "@statewright/diagnostics";
import type { ArrowExpression, BinaryExpression } from "../../ir/arrow.ts";
import { arithmeticValue, negativeValue } from "./emit/arithmetic.ts";
import { arrayValue } from "./emit/array.ts";
import { equalityTest, orderTest } from "./emit/comparison.ts";
import { indexValue, inTest } from "./emit/index-access.ts";
import { letValue, localValue } from "./emit/let.ts";
import { literalValue, undefinedValue } from "./emit/literal.ts";
import { conditionalTest, conditionalValue, logicalTest, logicalValue } from "./emit/logical.ts";
import { memberValue } from "./emit/member.ts";
import { objectValue } from "./emit/object.ts";
import { truthValue } from "./emit/results.ts";
import { scopeValue } from "./emit/scope-value.ts";
import type { Emitters, Scope, Truth } from "./emit/session.ts";
import { plusValue, templateValue } from "./emit/text-operand.ts";
import { not, truthOf } from "./emit/truth.ts";
import { typeofValue } from "./emit/typeof.ts";
import { callTest, callValue } from "./methods/call.ts";
import type { Value } from "./value/index.ts";

/** The two ways through an arrow's tree: as a value, and as a test. */
export const emitters: Emitters = { emit: emitValue, test: emitTest };

function emitValue(node: ArrowExpression, scope: Scope): Value {
  switch (node.kind) {
    case "literal":
      return literalValue(node.value);
    case "regex":
      return scope.session.refuse(
        node,
        "A regular expression is no data.",
        "Use it in `.test`, `.match`, `.replace` or `.split`.",
      );
    case "undefined":
      return undefinedValue;
    case "scope":
      return scopeValue(node, scope);
    case "local":
      return localValue(node, scope);
    case "member":
      return memberValue(node, scope);
    case "index":
      return indexValue(node, scope);
    case "template":
      return templateValue(node, scope);
    case "unary":
      return unaryValue(node, scope);
    case "binary":
      return binaryValue(node, scope);
    case "logical":
      return logicalValue(node, scope);
    case "conditional":
      return conditionalValue(node, scope);
    case "object":
      return objectValue(node, scope);
    case "array":
      return arrayValue(node, scope);
    case "call":
      return callValue(node, scope);
    case "let":
      return letValue(node, scope);
    case "function":
      return scope.session.refuse(
        node,
        "A function is no value.",
        "Write it where it is used: `xs.map((x) => …)`.",
      );
    default:
      return assertNever(node);
  }
}

function unaryValue(node: ArrowExpression & { kind: "unary" }, scope: Scope): Value {
  switch (node.operator) {
    case "!":
      return truthValue(emitTest(node, scope));
    case "-":
      return negativeValue(node, scope);
    case "+":
      return callValue(
        { kind: "call", method: "Number", arguments: [node.operand], optional: false, span: node.span },
        scope,
      );
    case "typeof":
      return typeofValue(node, scope);
    default:
      return assertNever(node.operator);
  }
}

function binaryValue(node: BinaryExpression, scope: Scope): Value {
  switch (node.operator) {
    case "+":
      return plusValue(node as BinaryExpression & { kind: "binary" }, scope);
    case "-":
    case "*":
    case "/":
    case "%":
    case "**":
      return arithmeticValue(node, scope);
    case "in":
    case "===":
    case "!==":
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const test = emitTest(node, scope);
      return test.mayBeNothing ? { ...truthValue({ ...test, mayBeNothing: false }) } : truthValue(test);
    }
    default:
      return assertNever(node.operator);
  }
}

function emitTest(node: ArrowExpression, scope: Scope): Truth {
  switch (node.kind) {
    case "unary":
      if (node.operator === "!") return negatedTest(node.operand, scope);
      break;
    case "logical":
      if (node.operator !== "??") return logicalTest(node, scope);
      break;
    case "conditional":
      return conditionalTest(node, scope);
    case "binary":
      return binaryTest(node, scope);
    case "call":
      return callTest(node, scope);
    case "member":
      if (node.property === "length") return truthOf(scope.session, memberValue(node, scope, true));
      break;
    default:
  }
  return truthOf(scope.session, scope.session.emit(node, scope));
}

function negatedTest(operand: ArrowExpression, scope: Scope): Truth {
  const isTwice = operand.kind === "unary" && operand.operator === "!";
  return isTwice ? scope.session.test(operand.operand, scope) : not(scope.session.test(operand, scope));
}

function binaryTest(node: BinaryExpression, scope: Scope): Truth {
  switch (node.operator) {
    case "in":
      return inTest(node, scope);
    case "===":
    case "!==":
    case "==":
    case "!=":
      return equalityTest(node, scope);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return orderTest(node, scope);
    default:
      return truthOf(scope.session, emitValue(node, scope));
  }
}
