import type { Span } from "@statewright/diagnostics";
import type {
  DescendantsExpression,
  ParentExpression,
  VariableExpression,
  WildcardExpression,
} from "./context-expression.ts";
import type { BindExpression, BlockExpression, ConditionExpression } from "./control-expression.ts";
import type {
  ApplyExpression,
  CallExpression,
  LambdaExpression,
  PartialExpression,
} from "./function-expression.ts";
import type {
  BooleanLiteral,
  NullLiteral,
  NumberLiteral,
  RegexLiteral,
  StringLiteral,
} from "./literal-expression.ts";
import type {
  ArrayExpression,
  BinaryExpression,
  NegateExpression,
  ObjectExpression,
} from "./operator-expression.ts";
import type { PathExpression, PostfixExpression } from "./path-expression.ts";
import type { TransformExpression } from "./transform-expression.ts";

/**
 * A JSONata expression as a tree: plain frozen data, every node with its `kind` and the exact `span` of its
 * text in UTF-16 units.
 *
 * The tree is the language's meaning, not its punctuation: `a.b[0].c` is one `path` of three steps, `-5` is a
 * number, parentheses are a `block`. A `missing` node stands where a broken text has no expression.
 */
export type JsonataExpression =
  | StringLiteral
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | RegexLiteral
  | VariableExpression
  | WildcardExpression
  | DescendantsExpression
  | ParentExpression
  | PathExpression
  | PostfixExpression
  | NegateExpression
  | BinaryExpression
  | ArrayExpression
  | ObjectExpression
  | ConditionExpression
  | BlockExpression
  | BindExpression
  | CallExpression
  | PartialExpression
  | LambdaExpression
  | ApplyExpression
  | TransformExpression
  | MissingExpression;

/** Where a broken text has no expression: `a +`. It has no value. */
export interface MissingExpression {
  readonly kind: "missing";
  readonly span: Span;
}

/** The node of one kind: `ExpressionOf<"path">`. */
export type ExpressionOf<Kind extends JsonataExpression["kind"]> = Extract<JsonataExpression, { kind: Kind }>;

/** Why a text is not a JSONata expression, or not one that Step Functions takes. */
export interface ExpressionProblem {
  /** JSONata's own code (`S0201`), or `UNSUPPORTED_JSONATA_EXPRESSION` for what only AWS refuses (R-JA-04). */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  /** What JSONata 2.0.6 itself says, where `message` says more (syntax of a later version). */
  readonly originalMessage?: string;
}
