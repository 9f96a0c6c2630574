import type { JsonataExpression } from "./expression.ts";
import type { OpenArgument } from "./function-expression.ts";
import type { Pair } from "./operator-expression.ts";
import type { PathExpression } from "./path-expression.ts";

/** An expression directly below another one. */
export interface Child {
  readonly expression: JsonataExpression;
  /** It is evaluated for a value that its parent gives it (`$`): a predicate, a later step, a lambda's body. */
  readonly ownContext: boolean;
}

/** The expressions directly below `node`, in the order of the text. */
export function childrenOf(node: JsonataExpression): readonly Child[] {
  switch (node.kind) {
    case "path":
      return pathChildren(node);
    case "postfix":
      return outer([node.operand]).concat(own(node.predicates), own(inPairs(node.group)));
    case "negate":
      return outer([node.operand]);
    case "binary":
    case "apply":
      return outer([node.left, node.right]);
    case "array":
      return outer(node.items);
    case "object":
      return outer(inPairs(node.pairs));
    case "condition":
      return outer([node.condition, node.consequent, ...(node.alternate ? [node.alternate] : [])]);
    case "block":
      return outer(node.expressions);
    case "bind":
      return outer([node.value]);
    case "call":
      return outer([node.callee]).concat(outer(node.arguments));
    case "partial":
      return outer([node.callee]).concat(outer(node.arguments.filter(isExpression)));
    case "lambda":
      return own([node.body]);
    case "transform":
      return own([node.pattern, node.update, ...(node.deletion ? [node.deletion] : [])]);
    default:
      return [];
  }
}

function pathChildren(path: PathExpression): readonly Child[] {
  const children: Child[] = [];
  for (const [index, { node, stages }] of path.steps.entries()) {
    if (node.kind === "sort") children.push(...own(node.terms.map((term) => term.expression)));
    else if (node.kind !== "name") children.push({ expression: node, ownContext: index > 0 });
    for (const stage of stages) if (stage.kind === "filter") children.push(...own([stage.predicate]));
  }
  return children.concat(own(inPairs(path.group)));
}

function outer(expressions: readonly JsonataExpression[]): readonly Child[] {
  return expressions.map((expression) => ({ expression, ownContext: false }));
}

function own(expressions: readonly JsonataExpression[]): readonly Child[] {
  return expressions.map((expression) => ({ expression, ownContext: true }));
}

function inPairs(pairs: readonly Pair[] = []): readonly JsonataExpression[] {
  return pairs.flatMap(({ key, value }) => [key, value]);
}

function isExpression(argument: JsonataExpression | OpenArgument): argument is JsonataExpression {
  return argument.kind !== "open";
}
