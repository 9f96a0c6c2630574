import type { ArrowExpression, Local } from "@statewright/compiler";
import type { Diagnostic, Span } from "@statewright/diagnostics";
import type * as acorn from "acorn";
import type { FunctionNode, Names } from "./names.ts";

/** The work on one arrow. */
export interface Reader {
  expression(node: acorn.Expression | acorn.Super | acorn.PrivateIdentifier, names: Names): ArrowExpression;
  /** The body of a function: an expression, or statements that end in `return`. */
  body(node: FunctionNode["body"], names: Names): ArrowExpression;
  /** Reads something one level deeper; refused where that is too deep. */
  deeper(node: acorn.Node, read: () => ArrowExpression): ArrowExpression;
  span(node: acorn.Node): Span;
  /** The user's text of a node, shortened. */
  source(node: acorn.Node): string;
  local(name: string): Local;
  /** Reports syntax that cannot be read; yields what stands in for it. */
  refuse(node: acorn.Node, reason: string, instead: string): ArrowExpression;
  report(problem: Diagnostic): void;
  /** A name from outside; reported once a name. */
  outer(node: acorn.Node, name: string, called: boolean): ArrowExpression;
  /** Functions that are being put in where they are called. */
  readonly inlining: Set<acorn.Node>;
}

/** Whether reading an expression twice costs nothing: a path or a literal. */
export function isPath(value: ArrowExpression): boolean {
  if (value.kind === "member") return isPath(value.object);
  if (value.kind === "index") return value.index.kind === "literal" && isPath(value.object);
  return value.kind === "scope" || value.kind === "local" || value.kind === "literal";
}

export function undefinedAt(span: Span): ArrowExpression {
  return { kind: "undefined", span };
}
