import type { Span } from "@statewright/diagnostics";
import type {
  ArrayExpression,
  BinaryExpression,
  BinaryOperator,
  NegateExpression,
} from "../operator-expression.ts";
import type { Closure, Scope } from "./closure.ts";
import { isSame } from "./equality.ts";
import { fail } from "./failure.ts";
import type { Run } from "./frame.ts";
import { bytesPerCharacter, bytesPerItem, bytesPerList, type Meter } from "./meter.ts";
import { textOf } from "./text.ts";
import { isNumeric, isTruthy } from "./truth.ts";
import { isList, type List, type Value } from "./value.ts";

/** `-operand`. */
export function compileNegate(node: NegateExpression, scope: Scope): Closure {
  const operand = scope.compile(node.operand);
  const { span } = node;
  return (input, frame) => {
    const value = operand(input, frame);
    if (value === undefined) return undefined;
    return isNumeric(value) ? -value : fail("D1002", { value, token: "-" }, span);
  };
}

/** `[a, b]`. */
export function compileArray(node: ArrayExpression, scope: Scope): Closure {
  const items = node.items.map((item) => ({ nested: isArrayConstructor(item), value: scope.compile(item) }));
  return (input, frame) => {
    const list: List = [];
    for (const item of items) {
      const value = item.value(input, frame);
      if (value === undefined) continue;
      if (item.nested || !isList(value)) list.push(value);
      else for (const inner of value) list.push(inner);
    }
    frame.run.meter.allocate(list.length * bytesPerItem);
    return list;
  };
}

function isArrayConstructor(item: ArrayExpression["items"][number]): boolean {
  return item.kind === "array" || (item.kind === "postfix" && item.operand.kind === "array");
}

/** `left operator right`. */
export function compileBinary(node: BinaryExpression, scope: Scope): Closure {
  const left = scope.compile(node.left);
  const right = scope.compile(node.right);
  const { operator, span } = node;
  switch (operator) {
    case "and":
      return (input, frame) => isTruthy(left(input, frame)) && isTruthy(right(input, frame));
    case "or":
      return (input, frame) => isTruthy(left(input, frame)) || isTruthy(right(input, frame));
    case "..":
      return (input, frame) => {
        const first = left(input, frame);
        return range(first, right(input, frame), span, frame.run.meter);
      };
    default: {
      const operation = operationOf(operator);
      return (input, frame) => {
        const first = left(input, frame);
        return operation(first, right(input, frame), span, frame.run);
      };
    }
  }
}

type Operation = (left: Value, right: Value, span: Span, run: Run) => Value;

function operationOf(operator: Exclude<BinaryOperator, "and" | "or" | "..">): Operation {
  switch (operator) {
    case "+":
      return arithmetic(operator, (left, right) => left + right);
    case "-":
      return arithmetic(operator, (left, right) => left - right);
    case "*":
      return arithmetic(operator, (left, right) => left * right);
    case "/":
      return arithmetic(operator, (left, right) => left / right);
    case "%":
      return arithmetic(operator, (left, right) => left % right);
    case "=":
      return (left, right) => left !== undefined && right !== undefined && isSame(left, right);
    case "!=":
      return (left, right) => left !== undefined && right !== undefined && !isSame(left, right);
    case "<":
      return comparison(operator, (left, right) => left < right);
    case "<=":
      return comparison(operator, (left, right) => left <= right);
    case ">":
      return comparison(operator, (left, right) => left > right);
    case ">=":
      return comparison(operator, (left, right) => left >= right);
    case "in":
      return (left, right) =>
        left !== undefined && right !== undefined && (isList(right) ? right.includes(left) : right === left);
    case "&":
      return (left, right, _, { meter }) => concatenate(left, right, meter);
  }
}

function arithmetic(token: string, operate: (left: number, right: number) => number): Operation {
  return (left, right, span) => {
    if (left !== undefined && !isNumeric(left)) return fail("T2001", { value: left, token }, span);
    if (right !== undefined && !isNumeric(right)) return fail("T2002", { value: right, token }, span);
    return left === undefined || right === undefined ? undefined : operate(left, right);
  };
}

function comparison(
  token: string,
  compare: (left: string | number, right: string | number) => boolean,
): Operation {
  return (left, right, span) => {
    if (!isComparable(left) || !isComparable(right)) {
      return fail("T2010", { value: isComparable(left) && left !== undefined ? right : left, token }, span);
    }
    if (left === undefined || right === undefined) return undefined;
    if (typeof left !== typeof right) return fail("T2009", { value: left, value2: right, token }, span);
    return compare(left, right);
  };
}

function isComparable(value: Value): value is string | number | undefined {
  return value === undefined || typeof value === "string" || typeof value === "number";
}

function concatenate(left: Value, right: Value, meter: Meter): string {
  const text = (textOf(left, meter) ?? "") + (textOf(right, meter) ?? "");
  meter.allocate(text.length * bytesPerCharacter);
  return text;
}

/** The most that a range may count; JSONata's message says 1e6 all the same. */
const longestRange = 1e7;

function range(first: Value, last: Value, span: Span, meter: Meter): Value {
  if (first !== undefined && !Number.isInteger(first))
    return fail("T2003", { value: first, token: ".." }, span);
  if (last !== undefined && !Number.isInteger(last)) return fail("T2004", { value: last, token: ".." }, span);
  if (typeof first !== "number" || typeof last !== "number" || first > last) return undefined;
  const size = last - first + 1;
  if (size > longestRange) return fail("D2014", { value: size, token: ".." }, span);
  meter.allocate(size * bytesPerItem + bytesPerList);
  const list: List = new Array(size);
  for (let index = 0; index < size; index += 1) list[index] = first + index;
  list.sequence = true;
  return list;
}
