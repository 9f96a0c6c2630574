import type { ArrowExpression } from "@statewright/compiler";

/** Whether two expressions are the same but for their places in the text. */
export function isSameExpression(left: ArrowExpression, right: ArrowExpression): boolean {
  return left.kind === right.kind && key(left) === key(right);
}

function key(expression: ArrowExpression): string {
  return JSON.stringify(expression, (name, value: unknown) => (name === "span" ? undefined : value));
}
