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
  /** `var _a;` of a compiler: assigned inside an expression. */
  | { readonly kind: "temporary"; readonly slot: Slot };

/** What a temporary holds at the place that is read. */
export interface Slot {
  value?: ArrowExpression | undefined;
  /** It was set in a part that may not have been evaluated. */
  lost?: true | undefined;
}

export type Names = ReadonlyMap<string, Binding>;

/** A binding more. */
export function withName(names: Names, name: string, binding: Binding): Names {
  return new Map(names).set(name, binding);
}
