import { childrenOf } from "./children.ts";
import type { JsonataExpression } from "./expression.ts";

/** A node that an offset lies in. */
export interface ExpressionPlace {
  readonly node: JsonataExpression;
  /** Where the node is a path: which of its steps the offset lies in. */
  readonly step?: number;
  /** The node is evaluated for a value of its own (`$`): in a predicate, a later step, a lambda. */
  readonly ownContext: boolean;
}

/**
 * The nodes around an offset, the outermost first: what completion and hovers ask for.
 *
 * Both ends of a node belong to it; between two nodes the one that ends at the offset is meant, as that is the
 * one that was typed last. It works on broken texts as well, where a `missing` node stands for what is not
 * there yet.
 *
 * @example
 * ```ts
 * const { expression } = parseJsonata("$sum($states.input.");
 * expressionAt(expression, 19).map(({ node, step }) => [node.kind, step]);
 * // → [["call", undefined], ["path", 2], ["missing", undefined]]
 * ```
 * @throws Never; an offset outside of the expression gives an empty list.
 */
export function expressionAt(expression: JsonataExpression, offset: number): readonly ExpressionPlace[] {
  const places: ExpressionPlace[] = [];
  let node: JsonataExpression | undefined = holds(expression, offset) ? expression : undefined;
  let ownContext = false;
  while (node) {
    const step = node.kind === "path" ? node.steps.findIndex((one) => holds(one, offset)) : -1;
    places.push(Object.freeze({ node, ownContext, ...(step !== -1 && { step }) }));
    const child = childrenOf(node).find((one) => holds(one.expression, offset));
    ownContext ||= child?.ownContext ?? false;
    node = child?.expression;
  }
  return Object.freeze(places);
}

function holds({ span }: Pick<JsonataExpression, "span">, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
