import type { ArrowExpression, Local } from "@statewright/compiler";
import type { Diagnostic, Span } from "@statewright/diagnostics";
import type * as acorn from "acorn";

/** A function written inside the arrow, with the names it sees. */
export interface InnerFunction {
  readonly node: FunctionNode;
  readonly names: Names;
}

export type FunctionNode =
  | acorn.ArrowFunctionExpression
  | acorn.FunctionExpression
  | acorn.FunctionDeclaration;

/** What a name stands for. */
export type Binding =
  /** The parameter that holds the whole scope: `(scope) => scope.input`. */
  | { readonly kind: "scope" }
  /** A path, put in wherever the name is read. */
  | { readonly kind: "alias"; readonly value: ArrowExpression }
  | { readonly kind: "local"; readonly local: Local }
  | { readonly kind: "function"; readonly inner: InnerFunction }
  /** `var _a;` of a compiler: assigned once inside an expression. */
  | { readonly kind: "temporary"; readonly slot: Slot };

/** What a temporary holds, and the assignment that put it there. */
export interface Slot {
  value?: ArrowExpression;
  by?: acorn.Node;
}

export type Names = ReadonlyMap<string, Binding>;

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

/** A binding more. */
export function withName(names: Names, name: string, binding: Binding): Names {
  return new Map(names).set(name, binding);
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
