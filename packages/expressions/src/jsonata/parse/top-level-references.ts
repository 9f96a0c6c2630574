import type { Span } from "@statewright/diagnostics";
import { childrenOf } from "../children.ts";
import type { ExpressionProblem, JsonataExpression } from "../expression.ts";

/**
 * The references to an input document that Step Functions does not have: `$` and bare names at the top level,
 * `$$` anywhere (R-JA-04, R-JA-08). Inside a predicate, a later step or a lambda there is a context. Each name
 * is reported once.
 */
export function topLevelReferences(expression: JsonataExpression): readonly ExpressionProblem[] {
  const found = new Map<string, Span>();
  visit(expression, false, (name, span) => {
    if (!found.has(name)) found.set(name, span);
  });
  return [...found].map(([name, span]) =>
    Object.freeze({
      code: "UNSUPPORTED_JSONATA_EXPRESSION",
      message: `Reference to '${name}' at the top level is not supported.`,
      span,
    }),
  );
}

type Report = (name: string, span: Span) => void;

function visit(node: JsonataExpression, context: boolean, report: Report): void {
  if (node.kind === "variable") {
    if (node.name === "$" || (node.name === "" && !context)) report(`$${node.name}`, node.span);
  } else if (node.kind === "path" && !context) {
    const first = node.steps[0]?.node;
    if (first?.kind === "name") report(first.name, first.span);
  }
  for (const { expression, ownContext } of childrenOf(node)) visit(expression, context || ownContext, report);
}
