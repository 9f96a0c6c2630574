import type { PostfixExpression } from "../path-expression.ts";
import type { Closure, Scope } from "./closure.ts";
import { compileFilter } from "./compile-filter.ts";
import { compileGroup } from "./compile-group.ts";
import { isList, type Value } from "./value.ts";

/** What stands behind an expression that is no path: predicates, grouping, `[]`. */
export function compilePostfix(node: PostfixExpression, operand: Closure, scope: Scope): Closure {
  const filters = node.predicates.map((predicate) => compileFilter(predicate, scope));
  const group = node.group && compileGroup(node.group, node.span, scope);
  const { keepArray } = node;
  return (input, frame) => {
    let value: Value = operand(input, frame);
    for (const filter of filters) value = filter(value, frame);
    if (group) value = group(value, frame);
    if (keepArray && isList(value) && value.sequence === true) value.keepSingleton = true;
    return value;
  };
}
