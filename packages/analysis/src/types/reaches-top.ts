import type { Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "@statewright/expressions";

/** Functions that yield nothing where their first argument is nothing. */
const yieldNothing: ReadonlySet<string> = new Set([
  ...["string", "length", "substring", "substringBefore", "substringAfter", "uppercase", "lowercase", "trim"],
  ...["pad", "contains", "split", "join", "match", "replace", "base64encode", "base64decode"],
  ...["number", "abs", "floor", "ceil", "round", "power", "sqrt", "sum", "max", "min", "average"],
  ...["boolean", "not", "keys", "lookup", "sort", "reverse", "map", "filter", "distinct"],
  ...["toMillis", "fromMillis", "parse"],
]);

/**
 * Whether an expression yields nothing when the part at `span` does: then the field it stands in fails the
 * state (R-JA-16). Elsewhere a key vanishes, a comparison is false, a text is empty (R-JA-17).
 */
export function nothingReachesTop(expression: JsonataExpression, span: Span): boolean {
  let at: JsonataExpression | undefined = expression;
  while (at !== undefined) {
    if (same(at.span, span) || isFieldOf(at, span)) return true;
    at = strictParts(at).find((part) => holds(part.span, span));
  }
  return false;
}

/** The parts of an expression that make the whole nothing when one of them is. */
export function strictParts(expression: JsonataExpression): readonly JsonataExpression[] {
  switch (expression.kind) {
    case "path": {
      const [first] = expression.steps;
      const { node } = first ?? {};
      if (node === undefined || node.kind === "name" || node.kind === "sort") return [];
      return expression.group === undefined && expression.steps.length > 0 && !isRead(node) ? [node] : [];
    }
    case "block":
      return expression.expressions.slice(-1);
    case "negate":
      return [expression.operand];
    case "bind":
      return [expression.value];
    case "postfix":
      return expression.group === undefined ? [expression.operand] : [];
    case "binary":
      return isStrict(expression.operator) ? [expression.left, expression.right] : [];
    case "call": {
      const { callee } = expression;
      const strict = callee.kind === "variable" && yieldNothing.has(callee.name);
      return strict ? expression.arguments.slice(0, 1) : [];
    }
    default:
      return [];
  }
}

/** A path from a variable is read as a whole. */
function isRead({ kind }: JsonataExpression): boolean {
  return kind === "variable";
}

/** A field's name, or the variable at the start, of a path that is not grouped. */
function isFieldOf(expression: JsonataExpression, span: Span): boolean {
  if (expression.kind !== "path" || expression.group !== undefined) return false;
  return expression.steps.some(
    ({ node }) => (node.kind === "name" || node.kind === "variable") && same(node.span, span),
  );
}

function isStrict(operator: string): boolean {
  return ["+", "-", "*", "/", "%", "<", "<=", ">", ">="].includes(operator);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function same(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end;
}
