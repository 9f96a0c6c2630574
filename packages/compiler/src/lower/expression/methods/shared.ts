import { arrayShape, join, numberShape } from "@statewright/json-types";
import { type Code, call, variable } from "../code/code.ts";
import { nullCode, sequenceAsArray } from "../code/constructors.ts";
import { numberLiteral } from "../code/literal.ts";
import { binary, conditional, lambda } from "../code/operators.ts";
import { item } from "../code/path.ts";
import { codePoints } from "../diagnostics/arrow-diagnostics.ts";
import { itemCode, once } from "../emit/bind.ts";
import { booleanValue, shapedValue, textValue } from "../emit/results.ts";
import type { Scope } from "../emit/session.ts";
import { textOperand } from "../emit/text-operand.ts";
import {
  asElementOf,
  canBe,
  elementPart,
  insideOf,
  isOnly,
  isUnknown,
  kinds,
  mayBeAbsent,
  scalarKinds,
  type Value,
} from "../value/index.ts";
import { byReceiver, type Invocation, type MethodLowering } from "./invocation.ts";
import { positionOf } from "./searching.ts";
import { characterIfThere, type Position, position, sliceOfText } from "./text-slices.ts";

/** The argument as a value that is there. */
function argument(invocation: Invocation, index: number): Value | undefined {
  const node = invocation.arguments[index];
  if (!node) return undefined;
  const value = invocation.scope.session.emit(node, invocation.scope);
  if (value.absent !== "possible") return value;
  return invocation.scope.session.refuse(node, "It may be undefined.", "Add `?? null`, or another value.");
}

function missingArgument(invocation: Invocation): Value {
  const { node, scope } = invocation;
  return scope.session.refuse(node, `\`${node.method}\` needs an argument.`, "Give it one.");
}

function refusedObject(invocation: Invocation): Value {
  const reason = "JavaScript looks for the same object; JSONata has none.";
  return invocation.scope.session.refuse(invocation.node, reason, "Use `.some((x) => x.id === id)`.");
}

const includes: MethodLowering = (invocation) => {
  const wanted = argument(invocation, 0);
  if (!wanted) return missingArgument(invocation);
  if (!canBe(wanted, scalarKinds) && canBe(wanted, kinds.array | kinds.object))
    return refusedObject(invocation);
  const inArray = (receiver: Value): Value => booleanValue(binary("in", wanted.code, receiver.code));
  if (!canBe(wanted, kinds.string)) return inArray(invocation.receiver);
  const inText = (receiver: Value): Value => booleanValue(call("contains", receiver.code, wanted.code));
  return byReceiver(invocation, inArray, inText);
};

const indexOf =
  (which: 0 | -1): MethodLowering =>
  (invocation) => {
    const { scope, node } = invocation;
    const wanted = argument(invocation, 0);
    if (!wanted) return missingArgument(invocation);
    if (!canBe(wanted, scalarKinds) && canBe(wanted, kinds.array | kinds.object))
      return refusedObject(invocation);
    const inArray = (receiver: Value): Value => {
      const [value, at] = [scope.session.name("v"), scope.session.name("i")];
      const found = conditional(binary("=", variable(value), wanted.code), variable(at));
      return positionOf(scope.session, call("map", receiver.code, lambda([value, at], found)), which);
    };
    const element = shapedValue(invocation.receiver.code, elementPart(invocation.receiver.shape));
    if (isUnknown(wanted) && !isOnly(element, scalarKinds)) {
      const reason = "What is looked for may be an object, which JavaScript compares by identity.";
      return scope.session.refuse(node, reason, "Use `.findIndex((x) => x.id === id)`.");
    }
    if (!canBe(wanted, kinds.string)) return inArray(invocation.receiver);
    const inText = (receiver: Value): Value => {
      if (which === -1) {
        return scope.session.refuse(
          node,
          "JSONata looks for the first one only.",
          "Use `.split(…)`, and count its parts.",
        );
      }
      scope.session.warn(codePoints, node);
      const code = once(scope.session, receiver.code, "t", (one) =>
        once(scope.session, wanted.code, "w", (w) =>
          conditional(
            call("contains", one, w),
            call("length", call("substringBefore", one, w)),
            numberLiteral(-1),
          ),
        ),
      );
      return shapedValue(code, numberShape({ integer: true, minimum: -1, maximum: 2 ** 32 }));
    };
    return byReceiver(invocation, inArray, inText);
  };

const concat: MethodLowering = (invocation) => {
  const { scope, receiver, arguments: nodes } = invocation;
  const values = nodes.map((node) => scope.session.emit(node, scope));
  const ofArray = (base: Value): Value =>
    values.reduce((all, value) => {
      const orNull = mayBeAbsent(value)
        ? once(scope.session, value.code, "t", (one) => conditional(call("exists", one), one, nullCode))
        : value.code;
      const added = canBe(value, kinds.array) ? elementPart(value.shape) : value.shape;
      return shapedValue(call("append", all.code, orNull), arrayShape(join(elementPart(all.shape), added)));
    }, base);
  const ofText = (base: Value): Value => {
    const texts = nodes.map((node, index) => textOperand(node, values[index] ?? base, scope.session));
    return textValue(texts.reduce((all, text) => binary("&", all, text), base.code));
  };
  const inside = insideOf(
    ...values.map((value) => (canBe(value, kinds.array) ? insideOf(value) : asElementOf(value))),
  );
  const mayBeText = values.every((value) => canBe(value, scalarKinds));
  if (canBe(receiver, kinds.array) && !mayBeText) return { ...ofArray(receiver), ...inside };
  return { ...byReceiver(invocation, ofArray, ofText), ...inside };
};

const at: MethodLowering = (invocation) => {
  const { scope, node } = invocation;
  const [indexNode] = invocation.arguments;
  const index = argument(invocation, 0);
  if (!index || !indexNode) return missingArgument(invocation);
  const where = position(indexNode, index, scope);
  const ofArray = (base: Value): Value => {
    const shape = elementPart(base.shape);
    if (where.literal !== undefined)
      return shapedValue(itemCode(scope.session, base.code, where.literal), shape, "possible");
    const code = once(scope.session, where.code, "i", (i) =>
      once(scope.session, base.code, "xs", (xs) => item(xs, i.text)),
    );
    return shapedValue(code, shape, "possible");
  };
  return byReceiver(invocation, ofArray, (base) => characterIfThere(base, where, node, false, scope));
};

const slice: MethodLowering = (invocation) => {
  const { scope, node } = invocation;
  const bounds = invocation.arguments.flatMap((bound, index) => {
    const value = argument(invocation, index);
    return value ? [position(bound, value, scope)] : [];
  });
  const ofArray = (base: Value): Value => sliceOfArray(base, bounds, scope);
  return byReceiver(invocation, ofArray, (base) => sliceOfText(base, bounds, node, scope));
};

/** The elements whose position lies between the bounds; a negative bound counts from the end. */
function sliceOfArray(base: Value, bounds: readonly Position[], scope: Scope): Value {
  const { session } = scope;
  const [start, end] = bounds;
  const element = elementPart(base.shape);
  const shape = arrayShape(element);
  if (!start || (start.literal === 0 && !end)) return shapedValue(base.code, shape);
  const mayBeArrays = canBe(shapedValue(base.code, element), kinds.array);
  const code = once(session, base.code, "xs", (xs) => {
    const [value, at] = [session.name("v"), session.name("i")];
    const i = variable(at);
    const from = binary(">=", i, boundCode(start, xs, scope));
    const test = end ? binary("and", from, binary("<", i, boundCode(end, xs, scope))) : from;
    return sequenceAsArray(call("filter", xs, lambda([value, at], test)), mayBeArrays);
  });
  return shapedValue(code, shape);
}

function boundCode({ literal, code, isNotNegative }: Position, xs: Code, scope: Scope): Code {
  const count = call("count", xs);
  if (literal !== undefined)
    return literal < 0 ? binary("-", count, numberLiteral(-literal)) : numberLiteral(literal);
  if (isNotNegative) return code;
  return once(scope.session, code, "n", (n) =>
    conditional(binary("<", n, numberLiteral(0)), binary("+", count, n), n),
  );
}

export const sharedMethods: Readonly<Record<string, MethodLowering>> = {
  includes,
  indexOf: indexOf(0),
  lastIndexOf: indexOf(-1),
  concat,
  at,
  slice,
};
