import type * as acorn from "acorn";
import { parseExpressionAt } from "acorn";
import type { FunctionNode } from "./names.ts";

/** A function's text as a syntax tree; `offset` is what acorn's positions are ahead of the text's. */
export type ParsedFunction =
  | { readonly node: FunctionNode; readonly offset: number }
  | { readonly failed: "syntax" | "depth" | "no-function" };

/** Parses what `toString` gave: an arrow, a function, or a method (`output({ input }) { … }`). */
export function parseFunction(text: string): ParsedFunction {
  const alone = parsed(text, text.length);
  if (!("failed" in alone)) {
    const { node } = alone;
    if (node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression")
      return { node, offset: 0 };
    return { failed: "no-function" };
  }
  if (alone.failed === "depth") return alone;
  const prefix = "({";
  const method = parsed(`${prefix}${text}})`, undefined);
  if ("failed" in method) return method;
  const [property] = method.node.type === "ObjectExpression" ? method.node.properties : [];
  if (property?.type !== "Property" || property.value.type !== "FunctionExpression") {
    return { failed: "no-function" };
  }
  return { node: property.value, offset: prefix.length };
}

type Parsed = { readonly node: acorn.Expression } | { readonly failed: "syntax" | "depth" };

function parsed(text: string, end: number | undefined): Parsed {
  try {
    const node = parseExpressionAt(text, 0, { ecmaVersion: "latest", allowAwaitOutsideFunction: true });
    return end !== undefined && node.end < end ? { failed: "syntax" } : { node };
  } catch (error) {
    return { failed: error instanceof RangeError ? "depth" : "syntax" };
  }
}
