import { numberShape } from "@statewright/json-types";
import type { BinaryExpression, UnaryExpression } from "../../ir/arrow.ts";
import { isWhole, kinds, kindsOf } from "../expression/value/index.ts";
import { formatted } from "./format.ts";
import type { Evaluate, PathSession } from "./path-session.ts";
import { type PathValue, refusedValue, shapeOf } from "./path-value.ts";

/** `a + b` and `a - 1`: texts put together, or whole numbers added. JSONPath computes nothing else. */
export function sumOf(node: BinaryExpression, evaluate: Evaluate, session: PathSession): PathValue {
  if (node.operator !== "+" && node.operator !== "-") return refusedOperator(node, session);
  const left = evaluate(node.left);
  const right = evaluate(node.right);
  if (left === refusedValue || right === refusedValue) return refusedValue;
  if (node.operator === "+") {
    const isText = [left, right].some((value) => kindsOf(shapeOf(value)) === kinds.string);
    if (isText) {
      const parts = [
        { node: node.left, value: left },
        { node: node.right, value: right },
      ];
      return formatted(parts, session);
    }
    return added(node, left, right, session);
  }
  if (right.kind !== "constant" || typeof right.value !== "number") {
    return session.refuse(node, "JSONPath subtracts constants only.");
  }
  return added(node, left, { kind: "constant", value: -right.value }, session);
}

export function negated(node: UnaryExpression, operand: PathValue, session: PathSession): PathValue {
  if (operand.kind === "constant" && typeof operand.value === "number") {
    return { kind: "constant", value: -operand.value };
  }
  return operand === refusedValue ? operand : session.refuse(node, "JSONPath has no opposite of a number.");
}

function added(node: BinaryExpression, left: PathValue, right: PathValue, session: PathSession): PathValue {
  if (left.kind === "constant" && right.kind === "constant") {
    if (typeof left.value === "number" && typeof right.value === "number") {
      return { kind: "constant", value: left.value + right.value };
    }
  }
  const areNumbers = [left, right].every((value) => kindsOf(shapeOf(value)) === kinds.number);
  if (!areNumbers) {
    return session.refuse(
      node,
      "Whether it adds numbers or puts texts together is not known.",
      "Give the data a schema with `z.int()` or `z.string()`, or write a template literal.",
    );
  }
  if (!isWhole(shapeOf(left)) || !isWhole(shapeOf(right))) {
    return session.refuse(
      node,
      "`States.MathAdd` adds whole numbers, and rounds others first.",
      "Say that the numbers are whole (`z.int()`), or use JSONata for this state: `queryLanguage` is per state.",
    );
  }
  const isMissing = [left, right].some((value) => value.kind === "reference" && value.absent === "possible");
  if (isMissing) {
    return session.refuse(node, "It may be missing, and a path that finds nothing fails the execution.");
  }
  return {
    kind: "call",
    name: "States.MathAdd",
    arguments: [left, right],
    shape: numberShape({ integer: true }),
  };
}

function refusedOperator(node: BinaryExpression, session: PathSession): PathValue {
  const isArithmetic = ["*", "/", "%", "**"].includes(node.operator);
  return isArithmetic
    ? session.refuse(node, `JSONPath has no \`${node.operator}\`: it only adds whole numbers.`)
    : session.refuse(node, "JSONPath makes no booleans: only a Choice asks questions.");
}
