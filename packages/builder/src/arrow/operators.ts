import type { ArrowExpression, BinaryOperator } from "@statewright/compiler";
import type * as acorn from "acorn";
import type { Names } from "./names.ts";
import { type Reader, undefinedAt } from "./reader.ts";

const operators: ReadonlySet<string> = new Set<BinaryOperator>([
  "+",
  "-",
  "*",
  "/",
  "%",
  "**",
  "===",
  "!==",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "in",
]);

const equalities: ReadonlySet<string> = new Set(["===", "!==", "==", "!="]);

/** `a + b`, `a === b`, … */
export function binaryExpression(
  reader: Reader,
  node: acorn.BinaryExpression,
  names: Names,
): ArrowExpression {
  const { operator } = node;
  if (!operators.has(operator)) {
    const instead = operator === "instanceof" ? "Compare a field that tells them apart." : "Use arithmetic.";
    return reader.refuse(node, `There is no counterpart of \`${operator}\`.`, instead);
  }
  const left = reader.expression(node.left, names);
  const right = reader.expression(node.right, names);
  const span = reader.span(node);
  if (operator === "/" && left.kind === "literal" && right.kind === "literal" && right.value === 0) {
    return reader.refuse(node, "JSON has no infinity and no NaN.", "Use a number.");
  }
  if (!equalities.has(operator))
    return { kind: "binary", operator: operator as BinaryOperator, left, right, span };
  return equality(operator as BinaryOperator, left, right, span);
}

/** Minifiers turn `typeof x === "string"` into `"string" == typeof x`, and `x == null` into `null == x`. */
function equality(
  operator: BinaryOperator,
  left: ArrowExpression,
  right: ArrowExpression,
  span: ArrowExpression["span"],
): ArrowExpression {
  const turned = isConstant(left) && !isConstant(right);
  const [first, second] = turned ? [right, left] : [left, right];
  const isTypeName = first.kind === "unary" && first.operator === "typeof" && second.kind === "literal";
  const strict: BinaryOperator = operator === "!=" || operator === "!==" ? "!==" : "===";
  const isLoose = operator === "==" || operator === "!=";
  const nothing: ArrowExpression =
    isLoose && second.kind === "undefined" ? { kind: "literal", value: null, span: second.span } : second;
  return { kind: "binary", operator: isTypeName ? strict : operator, left: first, right: nothing, span };
}

function isConstant(node: ArrowExpression): boolean {
  return node.kind === "literal" || node.kind === "undefined";
}

/** `!a`, `-a`, `typeof a`, and the `void 0` and `!0` of minifiers. */
export function unaryExpression(reader: Reader, node: acorn.UnaryExpression, names: Names): ArrowExpression {
  const { operator, argument } = node;
  const span = reader.span(node);
  if (operator === "void" && argument.type === "Literal") return undefinedAt(span);
  if (operator !== "!" && operator !== "-" && operator !== "+" && operator !== "typeof") {
    const reason =
      operator === "delete"
        ? "An expression changes nothing."
        : `There is no counterpart of \`${operator}\`.`;
    return reader.refuse(node, reason, operator === "delete" ? "Build a new object." : "Use arithmetic.");
  }
  const operand = reader.expression(argument, names);
  if (operand.kind === "literal") {
    if (operator === "!" && (operand.value === 0 || operand.value === 1)) {
      return { kind: "literal", value: operand.value === 0, span };
    }
    if (operator === "-" && typeof operand.value === "number" && operand.value > 0) {
      return { kind: "literal", value: -operand.value, span };
    }
  }
  return { kind: "unary", operator, operand, span };
}
