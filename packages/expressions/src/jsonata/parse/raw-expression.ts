import type { Span } from "@statewright/diagnostics";
import type { BinaryOperator } from "../operator-expression.ts";

/**
 * An expression as the grammar reads it, before paths are put together: `a.b[0]` is a `predicate` of a `dot`.
 * `keepArray` is set later than the node is made, when `[]` follows.
 */
export type RawExpression = RawPlace & (RawLeaf | RawOperator | RawConstruct | RawFunction);

interface RawPlace {
  readonly span: Span;
  /** How deep the tree below is; bounded, because later passes descend it. */
  readonly depth: number;
  keepArray?: boolean;
}

type RawLeaf =
  | { readonly type: "name" | "variable" | "string"; readonly value: string }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "regex"; readonly pattern: string; readonly flags: string }
  | { readonly type: "null" | "wildcard" | "descendants" | "parent" | "missing" | "end" | "open" };

type RawOperator =
  | ({ readonly type: "binary"; readonly operator: BinaryOperator; readonly operatorSpan: Span } & Sides)
  | ({ readonly type: "dot" } & Sides)
  | ({ readonly type: "apply" } & Sides)
  | { readonly type: "negate"; readonly operand: RawExpression }
  | { readonly type: "predicate"; readonly left: RawExpression; readonly predicate: RawExpression }
  | { readonly type: "group"; readonly left: RawExpression; readonly pairs: readonly RawPair[] }
  | {
      readonly type: "sort";
      readonly left: RawExpression;
      readonly sortSpan: Span;
      readonly terms: readonly RawTerm[];
    }
  | { readonly type: "bind"; readonly name: string; readonly nameSpan: Span; readonly value: RawExpression }
  | {
      readonly type: "focus" | "position";
      readonly left: RawExpression;
      readonly name: string;
      readonly operatorSpan: Span;
    };

interface Sides {
  readonly left: RawExpression;
  readonly right: RawExpression;
}

type RawConstruct =
  | { readonly type: "array"; readonly items: readonly RawExpression[] }
  | { readonly type: "object"; readonly pairs: readonly RawPair[] }
  | { readonly type: "block"; readonly expressions: readonly RawExpression[] }
  | {
      readonly type: "condition";
      readonly condition: RawExpression;
      readonly consequent: RawExpression;
      readonly alternate?: RawExpression;
    }
  | {
      readonly type: "transform";
      readonly pattern: RawExpression;
      readonly update: RawExpression;
      readonly deletion?: RawExpression;
    };

type RawFunction =
  | {
      readonly type: "call" | "partial";
      readonly callee: RawExpression;
      readonly arguments: readonly RawExpression[];
    }
  | {
      readonly type: "lambda";
      readonly parameters: readonly { readonly name: string; readonly span: Span }[];
      readonly signature?: string;
      readonly body: RawExpression;
    };

/** `key: value`. */
export type RawPair = readonly [RawExpression, RawExpression];

/** One term of `^( )`. */
export interface RawTerm {
  readonly expression: RawExpression;
  readonly descending: boolean;
}
