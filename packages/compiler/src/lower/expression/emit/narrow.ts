import type { ArrowExpression, BinaryExpression, MemberExpression } from "../../../ir/arrow.ts";
import { anyKind, kinds, ofKinds, type Value, withField } from "../value/index.ts";
import type { Fact, Scope } from "./session.ts";

/** The value with what tests have told about its path. */
export function withFact(value: Value, scope: Scope): Value {
  const fact = value.code.repeatable ? scope.facts.get(value.code.text) : undefined;
  return fact ? { ...value, ...fact } : value;
}

/** What is known where `test` came out as `truth`: TypeScript's narrowing, for the forms it knows too. */
export function narrow(test: ArrowExpression, truth: boolean, scope: Scope): Scope {
  switch (test.kind) {
    case "unary":
      return test.operator === "!" ? narrow(test.operand, !truth, scope) : scope;
    case "logical":
      if ((test.operator === "&&") !== truth || test.operator === "??") return scope;
      return narrow(test.right, truth, narrow(test.left, truth, scope));
    case "binary":
      return narrowByComparison(test, truth, scope);
    case "call":
      return narrowByCall(test, truth, scope);
    default:
      return truth ? present(test, scope, true) : scope;
  }
}

function narrowByCall(test: ArrowExpression & { kind: "call" }, truth: boolean, scope: Scope): Scope {
  const [first] = test.arguments;
  if (!first || first.kind === "spread") return scope;
  if (test.method === "Boolean" && !test.receiver) return narrow(first, truth, scope);
  if (test.method !== "Array.isArray") return scope;
  return withKinds(first, truth ? kinds.array : anyKind & ~kinds.array, truth, scope);
}

function narrowByComparison(test: BinaryExpression, truth: boolean, scope: Scope): Scope {
  const equal = test.operator === "===" || test.operator === "==";
  if (test.operator === "in") return truth ? withMember(test, scope) : scope;
  if (!equal && test.operator !== "!==" && test.operator !== "!=")
    return truth ? present(test.left, present(test.right, scope, false), false) : scope;
  const same = equal === truth;
  const [left, right] = isConstant(test.left) ? [test.right, test.left] : [test.left, test.right];
  if (left.kind === "unary" && left.operator === "typeof")
    return narrowByType(left.operand, right, same, scope);
  if (right.kind === "undefined" || (right.kind === "literal" && right.value === null)) {
    if (same) return scope;
    const loose = test.operator === "==" || test.operator === "!=";
    if (right.kind === "undefined" && !loose) return present(left, scope, false);
    return loose ? present(left, scope, true) : withKinds(left, anyKind & ~kinds.null, false, scope);
  }
  if (right.kind !== "literal") return scope;
  const there = same ? present(left, scope, true) : scope;
  return left.kind === "member" ? byDiscriminant(left, right.value, same, there) : there;
}

function isConstant(node: ArrowExpression): boolean {
  return node.kind === "literal" || node.kind === "undefined";
}

const kindsOfTypeof: ReadonlyMap<unknown, number> = new Map([
  ["string", kinds.string],
  ["number", kinds.number],
  ["boolean", kinds.boolean],
  ["object", kinds.object | kinds.array | kinds.null],
]);

function narrowByType(operand: ArrowExpression, name: ArrowExpression, same: boolean, scope: Scope): Scope {
  if (name.kind !== "literal") return scope;
  if (name.value === "undefined") return same ? scope : present(operand, scope, false);
  const set = kindsOfTypeof.get(name.value);
  if (set === undefined) return scope;
  return withKinds(operand, same ? set : anyKind & ~set, same, scope);
}

/** The value of a path, without leaving a trace. */
function pathValue(node: ArrowExpression, scope: Scope): Value | undefined {
  if (node.kind !== "scope" && node.kind !== "local" && node.kind !== "member" && node.kind !== "index")
    return undefined;
  if (node.kind === "scope" && node.name === "vars") return undefined;
  const value = scope.session.trial(() => scope.session.emit(node, scope));
  return value?.code.repeatable ? value : undefined;
}

function withNewFact(value: Value, fact: Fact, scope: Scope): Scope {
  const facts = new Map(scope.facts);
  facts.set(value.code.text, { ...facts.get(value.code.text), ...fact });
  return { ...scope, facts };
}

function withKinds(node: ArrowExpression, set: number, isThere: boolean, scope: Scope): Scope {
  const value = pathValue(node, scope);
  if (!value) return scope;
  const shape =
    set === (anyKind & ~kinds.null) && value.shape.kind === "unknown"
      ? value.shape
      : ofKinds(value.shape, set);
  return withNewFact(value, { shape, ...(isThere && { absent: "never" }) }, scope);
}

/** The path is there (and, where so said, not null), and so is every object on the way to it. */
function present(node: ArrowExpression, scope: Scope, notNull: boolean): Scope {
  const value = pathValue(node, scope);
  if (!value) return scope;
  const shape =
    notNull && value.shape.kind !== "unknown" ? ofKinds(value.shape, anyKind & ~kinds.null) : value.shape;
  const here = withNewFact(value, { shape, absent: "never" }, scope);
  return node.kind === "member" || node.kind === "index" ? present(node.object, here, true) : here;
}

/** `object.kind === "a"`: the members of a union that can have that field. */
function byDiscriminant(
  node: MemberExpression,
  literal: string | number | boolean | null,
  same: boolean,
  scope: Scope,
): Scope {
  const object = pathValue(node.object, scope);
  if (!object) return scope;
  return withNewFact(object, { shape: withField(object.shape, node.property, literal, !same) }, scope);
}

/** `"key" in object`. */
function withMember(test: BinaryExpression, scope: Scope): Scope {
  if (test.left.kind !== "literal" || typeof test.left.value !== "string") return scope;
  const member: MemberExpression = {
    kind: "member",
    object: test.right,
    property: test.left.value,
    optional: false,
    span: test.span,
  };
  return present(member, scope, false);
}
