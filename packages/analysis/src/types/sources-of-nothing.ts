import type { JsonataExpression } from "@statewright/expressions";
import type { Shape } from "@statewright/json-types";
import { expressionNodes } from "../rules/expression-nodes.ts";
import { strictParts } from "./reaches-top.ts";
import { mayBeMissing } from "./without-missing.ts";

/**
 * Whether an expression that may yield nothing does so because of what is known: an optional field, a filter, a
 * missing else. Where it only may since what it reads is unknown, or since an index may be too high, that says
 * nothing, and is not worth a warning.
 */
export function isKnownToMayBeNothing(
  expression: JsonataExpression,
  source: string,
  shapeAt: (node: object) => Shape,
): boolean {
  const pending: JsonataExpression[] = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!mayBeMissing(shapeAt(next))) continue;
    const parts = contributors(next, source);
    if (parts.length > 0) pending.push(...parts);
    else if (isSource(next, shapeAt)) return true;
  }
  return false;
}

/** The parts whose nothing is the nothing of the whole. */
function contributors(expression: JsonataExpression, source: string): readonly JsonataExpression[] {
  if (expression.kind !== "condition") return strictParts(expression);
  const { condition, consequent, alternate } = expression;
  if (alternate === undefined) return [];
  // `x ? x : y` yields `x` only where there is one.
  const textOf = ({ span }: JsonataExpression) => source.slice(span.start, span.end).trim();
  return textOf(condition) === textOf(consequent) ? [alternate] : [consequent, alternate];
}

function isSource(expression: JsonataExpression, shapeAt: (node: object) => Shape): boolean {
  if (expression.kind === "condition") return true;
  if (isIndexed(expression) || isRange(expression)) return false;
  if (expression.kind === "path" || expression.kind === "variable") return true;
  for (const node of expressionNodes(expression)) if (shapeAt(node).kind === "unknown") return false;
  return true;
}

/** `$range(a, b, c)`: whether there is a number between is not known here. */
function isRange(expression: JsonataExpression): boolean {
  return (
    expression.kind === "call" && expression.callee.kind === "variable" && expression.callee.name === "range"
  );
}

/** `xs[0]`, `xs[-1].name`: whether the list is long enough is not known here. */
function isIndexed(expression: JsonataExpression): boolean {
  if (expression.kind === "postfix") return expression.predicates.some(({ kind }) => kind === "number");
  if (expression.kind !== "path") return false;
  return expression.steps.some(({ stages }) =>
    stages.some((stage) => stage.kind === "filter" && stage.predicate.kind === "number"),
  );
}
