import { evaluateAdd } from "./add/evaluate.ts";
import { evaluateConcatenate } from "./concatenate/evaluate.ts";
import { evaluateDivide } from "./divide/evaluate.ts";
import { evaluateEqual } from "./equal/evaluate.ts";
import { evaluateGreater } from "./greater/evaluate.ts";
import { evaluateGreaterOrEqual } from "./greater-or-equal/evaluate.ts";
import { evaluateIn } from "./in/evaluate.ts";
import { evaluateLess } from "./less/evaluate.ts";
import { evaluateLessOrEqual } from "./less-or-equal/evaluate.ts";
import { evaluateMultiply } from "./multiply/evaluate.ts";
import { evaluateNotEqual } from "./not-equal/evaluate.ts";
import type { EvaluateOperator, ValueOperator } from "./operator.ts";
import { evaluateRange } from "./range/evaluate.ts";
import { evaluateRemainder } from "./remainder/evaluate.ts";
import { evaluateSubtract } from "./subtract/evaluate.ts";

/** What the operators do that take the values of both sides. */
export const valueOperators: Readonly<Record<ValueOperator, EvaluateOperator>> = Object.freeze({
  "+": evaluateAdd,
  "-": evaluateSubtract,
  "*": evaluateMultiply,
  "/": evaluateDivide,
  "%": evaluateRemainder,
  "&": evaluateConcatenate,
  "=": evaluateEqual,
  "!=": evaluateNotEqual,
  "<": evaluateLess,
  "<=": evaluateLessOrEqual,
  ">": evaluateGreater,
  ">=": evaluateGreaterOrEqual,
  in: evaluateIn,
  "..": evaluateRange,
});
