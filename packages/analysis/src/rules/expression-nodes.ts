import type { JsonataExpression } from "@statewright/expressions";

/** Every node of an expression, itself included, in the order of the text. Without recursion. */
export function* expressionNodes(root: JsonataExpression): Generator<JsonataExpression, void, undefined> {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== "object" || next === null) continue;
    if (isNode(next)) yield next;
    pending.push(...Object.values(next).reverse());
  }
}

/** Nodes have a kind and a span; what has them too (the name of a field) is told apart by its kind. */
function isNode(value: object): value is JsonataExpression {
  return "kind" in value && "span" in value;
}
