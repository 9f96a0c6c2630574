import type { ArrowExpression } from "../../ir/arrow.ts";

/** R-JA-22: AWS's stack ends near 200 nested operators. */
export const deepestArrow = 150;

/** Whether a tree is deeper than an expression may be. */
export function isTooDeep(body: ArrowExpression): boolean {
  return isDeeperThan(body, deepestLevels);
}

/** Whether data is nested in more than `levels` levels. Goes through it without recursion. */
export function isDeeperThan(data: object, levels: number): boolean {
  let level: readonly object[] = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((node) =>
      Object.values(node).filter((child): child is object => typeof child === "object" && child !== null),
    );
  }
  return false;
}

/** A node's children stand in arrays and bindings: up to three levels of data for one of the tree. */
const deepestLevels = deepestArrow * 3;
