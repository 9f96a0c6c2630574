export type {
  IntrinsicArgument,
  IntrinsicCall,
  IntrinsicText,
} from "./intrinsics/intrinsic-call.ts";
export {
  type IntrinsicFunction,
  type IntrinsicKind,
  type IntrinsicName,
  type IntrinsicParameter,
  intrinsicFunction,
  intrinsicNames,
  isIntrinsicName,
} from "./intrinsics/intrinsic-function.ts";
export { type IntrinsicParse, parseIntrinsic } from "./intrinsics/parse-intrinsic.ts";
export type {
  FilterCombination,
  FilterComparison,
  FilterExistence,
  FilterExpression,
  FilterNot,
  FilterOperand,
} from "./json-path/filter-expression.ts";
export type {
  ChildName,
  ChildrenStep,
  ChildStep,
  DescentStep,
  FilterStep,
  FunctionStep,
  IndexStep,
  IndicesStep,
  JsonPath,
  JsonPathRoot,
  JsonPathStep,
  SliceStep,
  WildcardStep,
} from "./json-path/json-path.ts";
export { type JsonPathParse, parseJsonPath } from "./json-path/parse-json-path.ts";
export type { PathProblem, PathProblemKind } from "./json-path/path-problem.ts";
export { printJsonPath } from "./json-path/print-json-path.ts";
export { builtinFacts } from "./jsonata/builtins/all-facts.ts";
export type { BuiltinFacts } from "./jsonata/builtins/facts.ts";
export type {
  DescendantsExpression,
  ParentExpression,
  VariableExpression,
  WildcardExpression,
} from "./jsonata/context-expression.ts";
export type { BindExpression, BlockExpression, ConditionExpression } from "./jsonata/control-expression.ts";
export { equalExpressions } from "./jsonata/equal-expressions.ts";
export type {
  ExpressionOf,
  ExpressionProblem,
  JsonataExpression,
  MissingExpression,
} from "./jsonata/expression.ts";
export { type ExpressionPlace, expressionAt } from "./jsonata/expression-at.ts";
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
export { operatorFacts } from "./jsonata/operators/all-operators.ts";
export type { OperatorFacts } from "./jsonata/operators/operator.ts";
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
export type { PrintOptions } from "./jsonata/print/layout.ts";
export { printJsonata } from "./jsonata/print/print.ts";
export type { TransformExpression } from "./jsonata/transform-expression.ts";
export { parsePayloadTemplate } from "./payload-template/parse-payload-template.ts";
export {
  parseTemplateValue,
  type TemplateValue,
  type TemplateValueParse,
} from "./payload-template/parse-template-value.ts";
export type {
  PayloadTemplate,
  PayloadTemplateParse,
  TemplateProblem,
} from "./payload-template/payload-template.ts";
