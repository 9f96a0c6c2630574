import { membersOf, missingShape, type Shape, unionShape } from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { BinaryExpression } from "../jsonata/operator-expression.ts";
import { expressionKey } from "./expression-key.ts";
import { spreadItems } from "./items.ts";
import { recordedShape } from "./ledger.ts";
import { type Facts, given } from "./place.ts";
import { mayBeMissing, present } from "./presence.ts";
import { refineAt } from "./refine-at.ts";
import { absent, among, except, exists, falsy, type Refinement, truthy } from "./refinement.ts";
import { calledBuiltin, resolveVariable } from "./resolve-variable.ts";
import { inferMuted, nextScope, type Session } from "./session.ts";
import { notOfTypes, ofTypes } from "./type-refinement.ts";
import type { Place, Value } from "./value.ts";

const nothingSaid: Facts = { variables: new Map(), known: new Map() };

/** What holds where `condition` counts as true (or as false); nothing at all if it never does. */
export function conditionFacts(
  condition: JsonataExpression,
  truth: boolean,
  place: Place,
  session: Session,
): Facts | undefined {
  session.fuel -= 1;
  if (session.fuel < 0) return nothingSaid;
  if (condition.kind === "block" && condition.expressions.length === 1 && condition.expressions[0])
    return conditionFacts(condition.expressions[0], truth, place, session);
  if (condition.kind === "binary" && (condition.operator === "and" || condition.operator === "or"))
    return logicalFacts(condition, truth, place, session);
  const builtin = calledBuiltin(condition, place, session);
  const argument = condition.kind === "call" ? condition.arguments[0] : undefined;
  if (argument !== undefined && builtin === "boolean") return conditionFacts(argument, truth, place, session);
  if (argument !== undefined && builtin === "not") {
    const shape = recordedShape(session.ledger, argument);
    if (!truth && (shape === undefined || mayBeMissing(shape))) return nothingSaid;
    return conditionFacts(argument, !truth, place, session);
  }
  return allOf(testsIn(condition, truth, builtin, place, session), place, session);
}

function logicalFacts(
  { operator, left, right }: BinaryExpression,
  truth: boolean,
  place: Place,
  session: Session,
): Facts | undefined {
  const first = conditionFacts(left, truth, place, session);
  if ((operator === "and") === truth) {
    if (first === undefined) return undefined;
    const then = conditionFacts(right, truth, given(place, nextScope(session), first), session);
    return then === undefined ? undefined : both(first, then);
  }
  const otherwise = conditionFacts(left, !truth, place, session);
  const second =
    otherwise === undefined
      ? undefined
      : conditionFacts(right, truth, given(place, nextScope(session), otherwise), session);
  if (first === undefined || second === undefined || otherwise === undefined) return first ?? second;
  return either(first, both(otherwise, second));
}

function both(first: Facts, then: Facts): Facts {
  if (first === nothingSaid) return then;
  if (then === nothingSaid) return first;
  const context = then.context ?? first.context;
  return {
    variables: new Map([...first.variables, ...then.variables]),
    known: new Map([...first.known, ...then.known]),
    ...(context && { context }),
  };
}

function either(left: Facts, right: Facts): Facts {
  const variables = new Map<string, Value>();
  for (const [name, value] of left.variables) {
    const other = right.variables.get(name);
    if (other !== undefined) variables.set(name, { ...value, shape: unionShape(value.shape, other.shape) });
  }
  const known = new Map<string, Shape>();
  for (const [key, shape] of left.known) {
    const other = right.known.get(key);
    if (other !== undefined) known.set(key, unionShape(shape, other));
  }
  const context =
    left.context && right.context
      ? { ...left.context, shape: unionShape(left.context.shape, right.context.shape) }
      : undefined;
  return { variables, known, ...(context && { context }) };
}

/** What a condition says of the value of one expression. */
interface Test {
  readonly subject: JsonataExpression;
  readonly refinement: Refinement;
}

function allOf(tests: readonly Test[], place: Place, session: Session): Facts | undefined {
  let facts: Facts = nothingSaid;
  for (const { subject, refinement } of tests) {
    const inside = facts === nothingSaid ? place : given(place, nextScope(session), facts);
    const said = refineSubject(subject, refinement, inside, session);
    if (said === undefined) return undefined;
    facts = both(facts, said);
  }
  return facts;
}

function testsIn(
  condition: JsonataExpression,
  truth: boolean,
  builtin: string | undefined,
  place: Place,
  session: Session,
): readonly Test[] {
  if (condition.kind === "binary") return comparisonTests(condition, truth, place, session);
  const argument = condition.kind === "call" ? condition.arguments[0] : undefined;
  if (argument !== undefined && builtin === "exists")
    return [{ subject: argument, refinement: truth ? exists : absent }];
  return [{ subject: condition, refinement: truth ? truthy : falsy }];
}

function comparisonTests(
  { operator, left, right }: BinaryExpression,
  truth: boolean,
  place: Place,
  session: Session,
): readonly Test[] {
  const { ledger } = session;
  switch (operator) {
    case "=":
    case "!=": {
      const equal = (operator === "=") === truth;
      return [
        ...equalityTests(left, recordedShape(ledger, right), equal, truth, place, session),
        ...equalityTests(right, recordedShape(ledger, left), equal, truth, place, session),
      ];
    }
    case "in":
      return inclusionTests(left, recordedShape(ledger, right), truth, place, session);
    case "<":
    case "<=":
    case ">":
    case ">=":
      if (!truth) return noTests;
      return [orderTest(left, recordedShape(ledger, right)), orderTest(right, recordedShape(ledger, left))];
    default:
      return [];
  }
}

/** `operator` gave `truth`, so `subject` is equal to the other side, or is not, or one of the two is missing. */
function equalityTests(
  subject: JsonataExpression,
  other: Shape | undefined,
  equal: boolean,
  truth: boolean,
  place: Place,
  session: Session,
): readonly Test[] {
  if (other === undefined) return [];
  const typed = typeTest(subject, place, session);
  const types = typed === undefined ? undefined : literalTexts(other);
  if (typed !== undefined) {
    if (types === undefined) return [];
    if (equal) return truth ? [{ subject: typed, refinement: ofTypes(types) }] : [];
    return types.length === 1 ? [{ subject: typed, refinement: notOfTypes(types, truth) }] : [];
  }
  // Both operators are false where a side is missing.
  if (equal) return truth ? [{ subject, refinement: among(other) }] : [];
  if (mayBeMissing(other)) return truth ? [{ subject, refinement: exists }] : [];
  if (isOneValue(other)) return [{ subject, refinement: except(other, truth) }];
  return truth ? [{ subject, refinement: exists }] : [];
}

function inclusionTests(
  subject: JsonataExpression,
  list: Shape | undefined,
  truth: boolean,
  place: Place,
  session: Session,
): readonly Test[] {
  if (list === undefined) return [];
  const { element, least, most } = spreadItems(list);
  const typed = typeTest(subject, place, session);
  const types = typed === undefined ? undefined : literalTexts(element);
  const exact = least === most && least === membersOf(element).length && membersOf(element).every(isOneValue);
  if (typed !== undefined) {
    if (types === undefined || (!truth && !exact)) return [];
    return [{ subject: typed, refinement: truth ? ofTypes(types) : notOfTypes(types, false) }];
  }
  if (truth) return [{ subject, refinement: among(element) }];
  return exact ? membersOf(element).map((one) => ({ subject, refinement: except(one, false) })) : [];
}

/** An order holds only between two numbers or two strings. */
function orderTest(subject: JsonataExpression, other: Shape | undefined): Test {
  const numbers = other === undefined || mayBeOf(other, "number");
  const texts = other === undefined || mayBeOf(other, "string");
  const refinement = numbers ? (texts ? ordered : number) : texts ? text : neither;
  return { subject, refinement };
}

const noTests: readonly Test[] = [];
const ordered = ofTypes(["number", "string"]);
const number = ofTypes(["number"]);
const text = ofTypes(["string"]);
const neither = ofTypes([]);

function mayBeOf(shape: Shape, kind: Shape["kind"]): boolean {
  if (shape.kind !== "union") return shape.kind === kind || shape.kind === "unknown";
  for (const member of shape.members) if (member.kind === kind) return true;
  return false;
}

/** The argument of `$type(…)`. */
function typeTest(node: JsonataExpression, place: Place, session: Session): JsonataExpression | undefined {
  if (calledBuiltin(node, place, session) !== "type" || node.kind !== "call") return undefined;
  return node.arguments[0];
}

function literalTexts(shape: Shape): readonly string[] | undefined {
  const texts: string[] = [];
  for (const member of membersOf(present(shape))) {
    if (member.kind !== "string" || member.value === undefined) return undefined;
    texts.push(member.value);
  }
  return texts;
}

function isOneValue(shape: Shape): boolean {
  if (shape.kind === "null") return true;
  return (
    (shape.kind === "string" || shape.kind === "number" || shape.kind === "boolean") &&
    shape.value !== undefined
  );
}

function refineSubject(
  subject: JsonataExpression,
  refinement: Refinement,
  place: Place,
  session: Session,
): Facts | undefined {
  const target = fieldPath(subject);
  if (target !== undefined) return refineRoot(target.root, target.names, refinement, place, session);
  const key = expressionKey(subject, place);
  if (key === undefined || subject.kind === "string" || subject.kind === "number") return nothingSaid;
  const before = inferMuted(subject, place, session);
  if (before.callable !== undefined) return nothingSaid;
  const after = refinement.refine(before.shape);
  if (after.kind === "never") return undefined;
  return after === before.shape ? nothingSaid : { ...nothingSaid, known: new Map([[key, after]]) };
}

function refineRoot(
  root: string,
  names: readonly string[],
  refinement: Refinement,
  place: Place,
  session: Session,
): Facts | undefined {
  const before = resolveVariable(root, place, session);
  if (before === undefined) return refinement.refine(missingShape).kind === "never" ? undefined : nothingSaid;
  if (before.callable !== undefined) return nothingSaid;
  const shape = refineAt(before.shape, names, refinement);
  if (shape.kind === "never") return undefined;
  if (shape === before.shape) return nothingSaid;
  const after: Value = { ...before, shape };
  return root === ""
    ? { ...nothingSaid, context: after }
    : { ...nothingSaid, variables: new Map([[root, after]]) };
}

/** A variable, or the context (`""`), and the fields that are read from it one after the other. */
function fieldPath(
  node: JsonataExpression,
): { readonly root: string; readonly names: readonly string[] } | undefined {
  if (node.kind === "variable") return node.name === "$" ? undefined : { root: node.name, names: [] };
  if (node.kind !== "path" || node.group || node.keepArray || node.keepSingleton || node.tuple)
    return undefined;
  let root = "";
  const names: string[] = [];
  for (let index = 0; index < node.steps.length; index += 1) {
    const step = node.steps[index];
    if (step === undefined || step.stages.length > 0 || step.focus !== undefined || step.index !== undefined)
      return undefined;
    if (step.node.kind === "name") names.push(step.node.name);
    else if (index === 0 && step.node.kind === "variable" && step.node.name !== "$") root = step.node.name;
    else return undefined;
  }
  return { root, names };
}
