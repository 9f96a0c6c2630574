import {
  arrayShape,
  isAssignable,
  join,
  numberShape,
  type Shape,
  unknownShape,
  widen,
} from "@statewright/json-types";
import type { FunctionExpression } from "../../../ir/arrow.ts";
import { type Code, call, variable } from "../code/code.ts";
import { arrayCode, nullCode, sequenceAsArray } from "../code/constructors.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional, lambda } from "../code/operators.ts";
import { orNull } from "../emit/array.ts";
import { shapedValue, textValue } from "../emit/results.ts";
import {
  asElementOf,
  canBe,
  elementPart,
  type Inside,
  insideOf,
  isOnly,
  isWhole,
  kinds,
  mayBeLong,
  scalarKinds,
  type Value,
} from "../value/index.ts";
import { callbackShapes } from "./array-methods.ts";
import { enter, functionArgument, type Invocation, type MethodLowering } from "./invocation.ts";

const emptyArray: Code = arrayCode([]);

/** `reduce(f, start)`: `$sum` for the plain sum of numbers. */
const reduce: MethodLowering = (invocation) => {
  const { receiver, scope, node } = invocation;
  const fn = functionArgument(invocation, 0);
  const startNode = invocation.arguments[1];
  if (!fn) return receiver;
  if (!startNode) {
    return scope.session.refuse(
      node,
      "Without a start, `reduce` fails on an empty array.",
      "Give a start: `reduce(f, 0)`.",
    );
  }
  const start = scope.session.emit(startNode, scope);
  if (start.absent === "possible") {
    return scope.session.refuse(startNode, "It may be undefined, and `reduce` needs a start.", "Add `?? 0`.");
  }
  const element = elementPart(receiver.shape);
  const sums =
    start.literal === 0 && isPlainSum(fn) && isOnly(shapedValue(receiver.code, element), kinds.number);
  if (sums) {
    const total = call("sum", receiver.code);
    return isWhole(element)
      ? shapedValue(total, numberShape({ integer: true }))
      : { ...shapedValue(total, numberShape()), fraction: true };
  }
  const { shape, inside } = accumulated(fn, start, invocation);
  const { names, inner } = enter(fn, [shape, ...callbackShapes(receiver)], scope, 2, inside);
  const body = scope.session.emit(fn.body, inner);
  if (body.absent === "possible") {
    return scope.session.refuse(fn.body, "It may be undefined, and `reduce` goes on with it.", "Add `?? 0`.");
  }
  const result = shapedValue(call("reduce", receiver.code, lambda(names, body.code), start.code), shape);
  return { ...result, ...(body.fraction && { fraction: true }), ...inside };
};

interface Accumulator {
  readonly shape: Shape;
  readonly inside: Inside;
}

/** What the accumulator can be: its start and what the function makes of it, until nothing new comes. */
function accumulated(fn: FunctionExpression, start: Value, invocation: Invocation): Accumulator {
  const { receiver, scope } = invocation;
  let shape = widen(start.shape);
  let inside = insideOf(receiver, start);
  for (let round = 0; round < 3; round += 1) {
    const known = shape;
    const body = scope.session.trial(() => {
      const { inner } = enter(fn, [known, ...callbackShapes(receiver)], scope, 2, inside);
      return scope.session.emit(fn.body, inner);
    });
    inside = insideOf(inside, body ?? { holes: true, gaps: "possible" });
    if (!body || body.shape.kind === "unknown") break;
    if (isAssignable(body.shape, known)) return { shape, inside };
    shape = widen(join(known, body.shape));
  }
  return { shape: unknownShape, inside };
}

function isPlainSum(fn: FunctionExpression): boolean {
  const [total, value] = fn.parameters;
  const { body } = fn;
  if (!total || !value || fn.parameters.length !== 2 || body.kind !== "binary" || body.operator !== "+")
    return false;
  const isLocal = (node: typeof body.left, id: number): boolean =>
    node.kind === "local" && node.local.id === id;
  return (
    (isLocal(body.left, total.id) && isLocal(body.right, value.id)) ||
    (isLocal(body.left, value.id) && isLocal(body.right, total.id))
  );
}

/** Appends what each element becomes: an array its elements, anything else itself. */
const flatMap: MethodLowering = (invocation) => {
  const { receiver, scope } = invocation;
  const fn = functionArgument(invocation, 0);
  if (!fn) return receiver;
  const all = scope.session.name("acc");
  const { names, inner } = enter(fn, callbackShapes(receiver).slice(0, 2), scope, 1, receiver);
  const emitted = scope.session.emit(fn.body, inner);
  const body = orNull(emitted, inner);
  const appended = call("append", variable(all), body.code);
  const code = call("reduce", receiver.code, lambda([all, ...names], appended), emptyArray);
  const result = shapedValue(code, arrayShape(flattened(body.shape)));
  return { ...result, ...asElementOf(emitted) };
};

/** What is in an array after one level is taken away. */
function flattened(shape: Shape): Shape {
  const value = shapedValue(emptyArray, shape);
  if (shape.kind === "unknown" || shape.kind === "never") return shape;
  if (isOnly(value, kinds.array)) return elementPart(shape);
  if (!canBe(value, kinds.array)) return shape;
  return unknownShape;
}

const flat: MethodLowering = ({ receiver, scope, node, arguments: [depth] }) => {
  if (depth && !(depth.kind === "literal" && depth.value === 1)) {
    return scope.session.refuse(node, "Only one level is flattened.", "Write `.flat().flat()`.");
  }
  const [all, value] = [scope.session.name("acc"), scope.session.name("v")];
  const appended = call("append", variable(all), variable(value));
  const code = call("reduce", receiver.code, lambda([all, value], appended), emptyArray);
  return shapedValue(code, arrayShape(flattened(elementPart(receiver.shape))));
};

/** `$join` takes texts only; null and undefined are empty in JavaScript. */
const joinTexts: MethodLowering = ({ receiver, scope, node, arguments: [separatorNode] }) => {
  const { session } = scope;
  const separator = separatorNode ? session.emit(separatorNode, scope).code : stringLiteral(",");
  const element = shapedValue(receiver.code, elementPart(receiver.shape));
  if (isOnly(element, kinds.string)) return textValue(call("join", receiver.code, separator));
  if (!canBe(element, scalarKinds)) {
    return session.refuse(node, "Objects and arrays are no texts.", "Use `.map((x) => x.name).join(…)`.");
  }
  if (mayBeLong(element.shape)) session.long(node);
  const name = session.name("v");
  const one = variable(name);
  const text = call("string", one);
  const body = isOnly(element, kinds.string | kinds.number | kinds.boolean) ? text : textOrNothing(one, text);
  const texts = sequenceAsArray(call("map", receiver.code, lambda([name], body)), false);
  return textValue(call("join", texts, separator));

  function textOrNothing(value: Code, written: Code): Code {
    const orEmpty = conditional(binary("=", value, nullCode), stringLiteral(""), written);
    if (isOnly(element, scalarKinds)) return orEmpty;
    session.unknown(node);
    const names = ["string", "number", "boolean", "null"].map(stringLiteral);
    const isText = binary("in", call("type", value), arrayCode(names));
    return conditional(
      isText,
      { ...orEmpty, text: `(${orEmpty.text})`, level: 100 },
      session.failure(node, "joins objects"),
    );
  }
};

export const reducingMethods: Readonly<Record<string, MethodLowering>> = {
  reduce,
  flatMap,
  flat,
  join: joinTexts,
};
