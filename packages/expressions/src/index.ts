export type {
  DescendantsExpression,
  ParentExpression,
  VariableExpression,
  WildcardExpression,
} from "./jsonata/context-expression.ts";
export type { BindExpression, BlockExpression, ConditionExpression } from "./jsonata/control-expression.ts";
export type {
  ExpressionOf,
  ExpressionProblem,
  JsonataExpression,
  MissingExpression,
} from "./jsonata/expression.ts";
export type {
  ApplyExpression,
  CallExpression,
  LambdaExpression,
  OpenArgument,
  Parameter,
  PartialExpression,
} from "./jsonata/function-expression.ts";
export type {
  BooleanLiteral,
  NullLiteral,
  NumberLiteral,
  RegexLiteral,
  StringLiteral,
} from "./jsonata/literal-expression.ts";
export type {
  ArrayExpression,
  BinaryExpression,
  BinaryOperator,
  NegateExpression,
  ObjectExpression,
  Pair,
} from "./jsonata/operator-expression.ts";
export {
  type JsonataDialect,
  type JsonataParse,
  type ParseJsonataOptions,
  parseJsonata,
} from "./jsonata/parse.ts";
export type {
  FieldName,
  PathExpression,
  PathStep,
  PostfixExpression,
  SortStep,
  Stage,
} from "./jsonata/path-expression.ts";
export { printJsonata } from "./jsonata/print/print.ts";
export type { TransformExpression } from "./jsonata/transform-expression.ts";
