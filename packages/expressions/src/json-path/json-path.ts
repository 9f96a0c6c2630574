import type { Span } from "@statewright/diagnostics";
import type { FilterExpression } from "./filter-expression.ts";

/**
 * A JSONPath in the dialect of Step Functions (R-PATH-01, R-PATH-02): plain frozen data with the exact span of
 * every part in UTF-16 units.
 */
export interface JsonPath {
  /** As it was written; AWS's error texts cite it. */
  readonly text: string;
  readonly span: Span;
  readonly root: JsonPathRoot;
  readonly steps: readonly JsonPathStep[];
  /**
   * Whether it is a Reference Path (R-PATH-03): it names one place, and none of `@ , : ? *` stands in it
   * unescaped. A variable or the context object may be its root; `ResultPath` refuses those two by rules of its
   * own (R-RP-03).
   */
  readonly isReference: boolean;
  /** Whether it yields the value itself; all others yield an array, with nothing found an empty one (R-PATH-04). */
  readonly isDefinite: boolean;
}

/** `$` the data, `$$` the context object, `$name` a variable; `@` the item, inside a filter only. */
export type JsonPathRoot =
  | { readonly kind: "document" | "context" | "item"; readonly span: Span }
  | { readonly kind: "variable"; readonly name: string; readonly span: Span };

/** One step of a path. The span of a dotted name is the name, of all others what stands between their signs. */
export type JsonPathStep =
  | ChildStep
  | ChildrenStep
  | IndexStep
  | IndicesStep
  | SliceStep
  | WildcardStep
  | DescentStep
  | FilterStep
  | FunctionStep;

/** `.name` or `['name']`. */
export interface ChildStep extends ChildName {
  readonly kind: "child";
}

/** A name, its escapes read. */
export interface ChildName {
  readonly name: string;
  readonly span: Span;
  /** A `${…}` of a deployment tool stands in the name: what it will be is not known. */
  readonly placeholder?: true;
}

/** `['a', 'b']`: both, in this order, where they are. */
export interface ChildrenStep {
  readonly kind: "children";
  readonly names: readonly ChildName[];
  readonly span: Span;
}

/** `[2]`; a negative index counts from the end. */
export interface IndexStep {
  readonly kind: "index";
  readonly index: number;
  readonly span: Span;
}

/** `[0, 2]`. */
export interface IndicesStep {
  readonly kind: "indices";
  readonly indices: readonly { readonly index: number; readonly span: Span }[];
  readonly span: Span;
}

/** `[from:to]`: from the first up to, not including, the second; negative ones count from the end. */
export interface SliceStep {
  readonly kind: "slice";
  readonly from?: number;
  readonly to?: number;
  readonly span: Span;
}

/** `.*` or `[*]`: every member or item. */
export interface WildcardStep {
  readonly kind: "wildcard";
  readonly span: Span;
}

/** `..`: the step that follows applies to this value and to everything inside it. */
export interface DescentStep {
  readonly kind: "descent";
  readonly span: Span;
}

/** `[?(…)]`: the items for which the expression holds. */
export interface FilterStep {
  readonly kind: "filter";
  /** What stands between the parentheses. */
  readonly text: string;
  /** Absent where the text is in no form that is read here; AWS may well take it. */
  readonly expression?: FilterExpression;
  readonly span: Span;
}

/** `.length()`: functions of the library behind the service; reported to work, documented nowhere (U-10). */
export interface FunctionStep {
  readonly kind: "function";
  readonly name: string;
  /** What stands between the parentheses. */
  readonly text: string;
  readonly span: Span;
}
