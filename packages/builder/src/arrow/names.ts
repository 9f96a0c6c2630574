import type { ArrowExpression, Local } from "@statewright/compiler";
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

/** A binding more. */
export function withName(names: Names, name: string, binding: Binding): Names {
  return new Map(names).set(name, binding);
}
