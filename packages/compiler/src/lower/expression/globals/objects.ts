import {
  arrayShape,
  objectShape,
  type Shape,
  stringShape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { ArrowExpression, ObjectExpression } from "../../../ir/arrow.ts";
import { call, variable } from "../code/code.ts";
import { arrayCode, objectCode, sequenceAsArray } from "../code/constructors.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional, lambda } from "../code/operators.ts";
import { item } from "../code/path.ts";
import { once } from "../emit/bind.ts";
import { refusedGap } from "../emit/gaps.ts";
import { booleanValue, shapedValue } from "../emit/results.ts";
import { canBe, elementPart, insideOf, isOnly, kinds, type Value } from "../value/index.ts";
import { argumentNode, type GlobalCall, type GlobalLowering } from "./global-call.ts";

/** The argument as an object; where that is not known, the expression makes sure. */
function objectArgument(invocation: GlobalCall): Value {
  const { scope, node } = invocation;
  const argument = argumentNode(invocation, 0);
  if (!argument) return scope.session.refuse(node, "It needs an object.", "Give it one.");
  const value = scope.session.emit(argument, scope);
  if (value.holes) {
    const reason = "A field of it may be undefined: JavaScript lists its key, JSONata does not.";
    return scope.session.refuse(argument, reason, "Add `?? null` to that field.");
  }
  if (isOnly(value, kinds.object) && value.absent !== "possible") return value;
  if (!canBe(value, kinds.object) || value.absent === "possible") {
    return scope.session.refuse(argument, "It has to be an object that is there.", "Add `?? {}`.");
  }
  scope.session.unknown(argument);
  const code = once(scope.session, value.code, "t", (one) =>
    conditional(
      binary("=", call("type", one), stringLiteral("object")),
      one,
      scope.session.failure(argument, "is no object"),
    ),
  );
  return { ...value, code, absent: "never" };
}

/** What a field of the object can hold. */
function anyFieldOf(shape: Shape): Shape {
  if (shape.kind !== "object") return unknownShape;
  const all = Object.values(shape.fields).map((field) => field.shape);
  if (shape.open) return shape.rest ? unionShape(...all, shape.rest) : unknownShape;
  return unionShape(...all);
}

const keys: GlobalLowering = (invocation) =>
  shapedValue(arrayCode([call("keys", objectArgument(invocation).code)]), arrayShape(stringShape()));

const values: GlobalLowering = (invocation) => {
  const object = objectArgument(invocation);
  const name = invocation.scope.session.name("v");
  const shape = anyFieldOf(object.shape);
  const each = call("each", object.code, lambda([name], variable(name)));
  const array = sequenceAsArray(each, canBe(shapedValue(each, shape), kinds.array));
  return { ...shapedValue(array, arrayShape(shape)), ...insideOf(object) };
};

const entries: GlobalLowering = (invocation) => {
  const object = objectArgument(invocation);
  const { session } = invocation.scope;
  const [value, key] = [session.name("v"), session.name("k")];
  const shape = anyFieldOf(object.shape);
  const isArray = isOnly(shapedValue(object.code, shape), kinds.array);
  const mayBeArray = canBe(shapedValue(object.code, shape), kinds.array);
  const v = variable(value);
  const isArrayNow = binary("=", call("type", v), stringLiteral("array"));
  const element = isArray
    ? arrayCode([v])
    : mayBeArray
      ? conditional(isArrayNow, arrayCode([arrayCode([v])]), v)
      : v;
  const each = call("each", object.code, lambda([value, key], arrayCode([variable(key), element])));
  const pair = arrayShape(unionShape(stringShape(), shape), {
    items: [stringShape(), shape],
    minItems: 2,
    maxItems: 2,
  });
  return { ...shapedValue(sequenceAsArray(each, true), arrayShape(pair)), ...insideOf(object) };
};

const fromEntries: GlobalLowering = (invocation) => {
  const { scope, node } = invocation;
  const argument = argumentNode(invocation, 0);
  if (!argument) return scope.session.refuse(node, "It needs an array of pairs.", "Give it one.");
  const pairs = scope.session.emit(argument, scope);
  if (pairs.gaps === "possible") return refusedGap(argument, scope.session);
  if (!canBe(pairs, kinds.array) || pairs.absent === "possible") {
    return scope.session.refuse(argument, "It has to be an array of pairs that is there.", "Add `?? []`.");
  }
  const name = scope.session.name("e");
  const pair = variable(name);
  const shape = elementPart(elementPart(pairs.shape));
  const object = objectCode([[item(pair, 0), item(pair, 1)]]);
  const objects = arrayCode([call("map", pairs.code, lambda([name], object))]);
  const result = shapedValue(call("merge", objects), objectShape({}, { open: true, rest: shape }));
  return { ...result, ...insideOf(pairs) };
};

/** `Object.hasOwn(object, key)` is `key in object`. */
const hasOwn: GlobalLowering = (invocation) => {
  const { scope, node } = invocation;
  const [right, left] = [argumentNode(invocation, 0), argumentNode(invocation, 1)];
  if (!left || !right) return scope.session.refuse(node, "It needs an object and a key.", "Give it both.");
  return scope.session.emit({ kind: "binary", operator: "in", left, right, span: node.span }, scope);
};

/** Nothing is the same object in JSON, so a copy is the value. */
const clone: GlobalLowering = (invocation) => {
  const { scope, node } = invocation;
  const argument = argumentNode(invocation, 0);
  if (!argument) return scope.session.refuse(node, "It needs a value.", "Give it one.");
  return scope.session.emit(argument, scope);
};

/** `Object.assign({}, a, b)` is `{ ...a, ...b }`. */
const assign: GlobalLowering = ({ node, scope }) => {
  const [target, ...sources] = node.arguments;
  const parts: ArrowExpression[] = [];
  for (const source of sources) if (source.kind !== "spread") parts.push(source);
  if (target?.kind !== "object" || parts.length < sources.length) {
    return scope.session.refuse(
      node,
      "`Object.assign` changes its first argument.",
      "Write `{ ...a, ...b }`.",
    );
  }
  const spreads = parts.map((value) => ({ kind: "spread", value, span: value.span }) as const);
  const whole: ObjectExpression = {
    kind: "object",
    members: [...target.members, ...spreads],
    span: node.span,
  };
  return scope.session.emit(whole, scope);
};

const isArray: GlobalLowering = (invocation) => {
  const { scope, node } = invocation;
  const argument = argumentNode(invocation, 0);
  if (!argument) return scope.session.refuse(node, "It needs a value.", "Give it one.");
  const value = scope.session.emit(argument, scope);
  return booleanValue(binary("=", call("type", value.code), stringLiteral("array")));
};

export const objectFunctions: Readonly<Record<string, GlobalLowering>> = {
  "Object.keys": keys,
  "Object.values": values,
  "Object.entries": entries,
  "Object.fromEntries": fromEntries,
  "Object.assign": assign,
  "Object.hasOwn": hasOwn,
  "Array.isArray": isArray,
  structuredClone: clone,
};
