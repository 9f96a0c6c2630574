import { childrenOf } from "../jsonata/children.ts";
import type { JsonataExpression } from "../jsonata/expression.ts";

/** Whether an expression may give something else for another context: for each item of an array, in a predicate. */
export function readsContext(expression: JsonataExpression): boolean {
  const pending: JsonataExpression[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (reads(node)) return true;
    for (const { expression: child, ownContext } of childrenOf(node)) if (!ownContext) pending.push(child);
  }
  return false;
}

function reads(node: JsonataExpression): boolean {
  switch (node.kind) {
    case "variable":
      return node.name === "";
    case "path":
      return node.steps[0]?.node.kind === "name" || node.steps[0]?.node.kind === "sort";
    case "call":
      // A built-in that is given too little takes the context; so does a function that this calls.
      return node.arguments.length === 0 || node.callee.kind !== "variable";
    case "wildcard":
    case "descendants":
    case "parent":
    case "lambda":
    case "partial":
    case "apply":
    case "transform":
      return true;
    default:
      return false;
  }
}
