import type { ArrayExpression, BinaryExpression, NegateExpression } from "../operator-expression.ts";
import { valueOperators } from "../operators/registry.ts";
import type { Closure, Scope } from "./closure.ts";
import { fail } from "./failure.ts";
import { bytesPerItem } from "./meter.ts";
import { isNumeric, isTruthy } from "./truth.ts";
import { isList, type List } from "./value.ts";

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
    default: {
      const operation = valueOperators[operator];
      return (input, frame) => {
        const first = left(input, frame);
        return operation(first, right(input, frame), span, frame.run);
      };
    }
  }
}
