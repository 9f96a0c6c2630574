import { childrenOf } from "../jsonata/children.ts";
import type { JsonataExpression } from "../jsonata/expression.ts";

/** Whether an array constructor stands as a step in some path: its arrays are not spread later. */
export function hasConstructorStep(expression: JsonataExpression): boolean {
  const pending: JsonataExpression[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "path" && node.steps.some(({ constructs }) => constructs)) return true;
    pending.push(...childrenOf(node).map((child) => child.expression));
  }
  return false;
}
