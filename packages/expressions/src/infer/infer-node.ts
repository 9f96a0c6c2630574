import { booleanShape, neverShape, nullShape } from "@statewright/json-types";
import type { VariableExpression } from "../jsonata/context-expression.ts";
import type { ConditionExpression } from "../jsonata/control-expression.ts";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { PostfixExpression } from "../jsonata/path-expression.ts";
import { inferBranch } from "./branch.ts";
import { inferApply, inferCall, inferPartial } from "./call.ts";
import { inferArray } from "./constructors.ts";
import { descendantItems } from "./descendants.ts";
import { expressionKey } from "./expression-key.ts";
import { inferGroup, inferObject } from "./group.ts";
import { joinValues, nothingValue, unknownValue } from "./join-values.ts";
import { judge } from "./ledger.ts";
import { literalShape } from "./literal-shape.ts";
import { inferBinary, inferNegate } from "./operators.ts";
import { inferPath } from "./path.ts";
import { inner } from "./place.ts";
import { applyPredicate, hollowArray, outcomeOf, settled } from "./predicate.ts";
import { resolveVariable } from "./resolve-variable.ts";
import { assign, lookUp } from "./scope.ts";
import { nextScope, type Session } from "./session.ts";
import { allFieldsOf } from "./step-outcome.ts";
import { ancestorName } from "./tuples.ts";
import { eitherResult, kept, type Result } from "./unwrap.ts";
import type { Place, Value } from "./value.ts";

/** The value of a node, or its sequence before it is unwrapped. One rule a kind. */
export function inferNode(node: JsonataExpression, place: Place, session: Session, tail: boolean): Result {
  const known = knownFrom(node, place);
  if (known !== undefined) return known;
  switch (node.kind) {
    case "string":
    case "number":
      return { shape: literalShape(node) };
    case "boolean":
      return { shape: booleanShape(node.value) };
    case "null":
      return { shape: nullShape };
    case "regex":
      return { shape: neverShape, callable: { kind: "matcher" } };
    case "missing":
      return unknownValue;
    case "variable":
      return inferVariable(node, place, session);
    case "path":
      return inferPath(node, place, session);
    case "postfix":
      // A call that is the tail of a lambda loses its `[]`.
      return tail && node.operand.kind === "call" && node.predicates.length === 0
        ? session.inferResult(node.operand, place)
        : inferPostfix(node, place, session);
    case "negate":
      return inferNegate(node, place, session);
    case "binary":
      return inferBinary(node, place, session);
    case "array":
      return inferArray(node, place, session);
    case "object":
      return inferObject(node.pairs, place, session);
    case "condition":
      return inferCondition(node, place, session, tail);
    case "block":
      return inferBlock(node.expressions, place, session, tail);
    case "bind": {
      const value = session.infer(node.value, place);
      assign(place, node.name, value);
      return value;
    }
    case "call":
      return inferCall(node, place, session);
    case "partial":
      return inferPartial(node, place, session);
    case "lambda":
      return { shape: neverShape, callable: { kind: "lambda", node, place } };
    case "apply":
      return inferApply(node, place, session);
    case "transform":
      return { shape: neverShape, callable: { kind: "transform", node, place } };
    case "wildcard":
      return allFieldsOf(place.context.value);
    case "descendants":
      return descendantItems(place.context.value);
    case "parent":
      return lookUp(place, ancestorName(node.ancestor)) ?? unknownValue;
  }
}

/** What a condition around this place says of the whole expression. */
function knownFrom(node: JsonataExpression, place: Place): Value | undefined {
  const { known } = place.scope;
  if (known === undefined) return undefined;
  if (node.kind !== "path" && node.kind !== "postfix" && node.kind !== "call") return undefined;
  const key = expressionKey(node, place);
  const shape = key === undefined ? undefined : known.get(key);
  return shape && { shape, mark: 1, inside: 2 };
}

function inferVariable(node: VariableExpression, place: Place, session: Session): Value {
  const value = resolveVariable(node.name, place, session);
  const missing = value === undefined && node.name !== "";
  const finding = missing ? { span: node.span, certain: true, variable: node.name } : undefined;
  judge(session.ledger, "unassigned-variable", node, finding);
  return value ?? unknownValue;
}

function inferPostfix(node: PostfixExpression, place: Place, session: Session): Value {
  let outcome = outcomeOf(session.inferResult(node.operand, place));
  for (const predicate of node.predicates) outcome = applyPredicate(predicate, outcome, place, session);
  if (node.group !== undefined) return inferGroup(node.group, settled(outcome), place, session);
  if (!node.keepArray) return settled(outcome);
  const { items, ...rest } = outcome;
  const arrays = [...(items === undefined ? [] : [kept(items)]), ...(rest.hollow ? [hollowArray] : [])];
  return joinValues(
    ...(rest.plain.kind === "never" ? [] : [settled(rest)]),
    ...arrays.map((shape): Value => ({ shape, mark: 1, inside: rest.inside })),
  );
}

function inferCondition(node: ConditionExpression, place: Place, session: Session, tail: boolean): Result {
  session.infer(node.condition, place);
  const { consequent, alternate } = node;
  const follow = (part: JsonataExpression, inside: Place): Result =>
    tail ? session.inferResult(part, inside, true) : session.infer(part, inside);
  const results = [
    inferBranch(node.condition, true, place, session, (inside) => follow(consequent, inside)),
    inferBranch(node.condition, false, place, session, (inside) =>
      alternate === undefined ? nothingValue : follow(alternate, inside),
    ),
  ].filter((result) => result !== undefined);
  return eitherResult(results);
}

function inferBlock(
  expressions: readonly JsonataExpression[],
  outer: Place,
  session: Session,
  tail: boolean,
): Result {
  const place = inner(outer, nextScope(session));
  let result: Result = nothingValue;
  for (const [index, expression] of expressions.entries())
    result =
      tail && index === expressions.length - 1
        ? session.inferResult(expression, place, true)
        : session.infer(expression, place);
  return result;
}
