import type { Span } from "@statewright/diagnostics";
import type { ArrowExpression } from "../../../ir/arrow.ts";

/** The texts of spans that do not belong to the arrow in which they stand: those of reusable expressions. */
const texts = new WeakMap<Span, string>();

export function rememberText(span: Span, text: string): Span {
  texts.set(span, text);
  return span;
}

/** What the user wrote for a node, on one line and shortened. */
export function sourceOf(text: string, node: ArrowExpression): string {
  const own = texts.get(node.span) ?? text;
  const one = own.slice(node.span.start, node.span.end).replaceAll(/\s+/g, " ").trim();
  return one.length > 60 ? `${one.slice(0, 57)}…` : one;
}
