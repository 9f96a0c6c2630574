import type { Shape } from "@statewright/json-types";
import type { ArrowExpression, BinaryExpression, IndexExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { nullCode } from "../code/constructors.ts";
import { numberLiteral, stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { item, step } from "../code/path.ts";
import { presentText } from "../methods/text-argument.ts";
import { characterIfThere, position } from "../methods/text-slices.ts";
import { matchedPart } from "../regex/pattern-methods.ts";
import {
  canBe,
  elementPart,
  insideOf,
  isNotNegative,
  isOnly,
  isWhole,
  itemPart,
  kinds,
  leastItems,
  mayBeAbsent,
  partOf,
  type Value,
} from "../value/index.ts";
import { itemCode, once } from "./bind.ts";
import { refusedGap } from "./gaps.ts";
import { isThere } from "./logical.ts";
import { inOptionalChain, memberValue } from "./member.ts";
import { withFact } from "./narrow.ts";
import { shapedValue } from "./results.ts";
import type { Scope, Truth } from "./session.ts";
import { noteDigits } from "./text-operand.ts";

/** `object[index]`. */
export function indexValue(node: IndexExpression, scope: Scope): Value {
  const { session } = scope;
  const part = partOfMatch(node, scope);
  if (part) return part;
  const base = session.emit(node.object, scope);
  const index = session.emit(node.index, scope);
  if (index.absent === "possible") {
    return session.refuse(node.index, "It may be undefined, and an index needs a value.", "Add `?? 0`.");
  }
  if (typeof index.literal === "string") {
    const { object, optional, span } = node;
    return memberValue({ kind: "member", object, property: index.literal, optional, span }, scope);
  }
  if (typeof index.literal === "number" && (index.literal < 0 || !Number.isInteger(index.literal))) {
    return session.refuse(node, "An array has no such index.", "Use `.at(-1)` to count from the end.");
  }
  if (base.gaps === "possible") return refusedGap(node.object, session);
  const filled = base.gaps && { filled: true as const };
  return { ...foundValue(node, base, index, scope), ...insideOf(base), ...filled };
}

/** `text.match(/…/)?.[1]`: a path into the first match. */
function partOfMatch({ object, index, optional }: IndexExpression, scope: Scope): Value | undefined {
  if (object.kind !== "call" || object.method !== "match" || !object.receiver || object.optional)
    return undefined;
  const [pattern] = object.arguments;
  if (pattern?.kind !== "regex" || pattern.flags.includes("g") || index.kind !== "literal") return undefined;
  if (typeof index.value !== "number" || !Number.isInteger(index.value) || index.value < 0) return undefined;
  if (inOptionalChain(object.receiver)) return undefined;
  const text = presentText(object.receiver, object, scope);
  return matchedPart(text.code, pattern, index.value, optional, scope);
}

function foundValue(node: IndexExpression, base: Value, index: Value, scope: Scope): Value {
  const { session } = scope;
  const receiver = kinds.null | kinds.array;
  if (base.shape.kind !== "unknown" && isOnly(base, receiver)) return itemOf(node, base, index, scope);
  if (base.shape.kind !== "unknown" && isOnly(base, kinds.object | kinds.null))
    return fieldOf(node, base, index, scope);
  if (isOnly(base, kinds.string) && base.absent === "never" && canBe(index, kinds.number)) {
    return characterIfThere(base, position(node.index, index, scope), node, true, scope);
  }
  if (!canBe(base, kinds.array | kinds.object)) {
    return session.refuse(
      node,
      "Only items of an array and fields of an object are taken so.",
      "Use `.charAt(…)`.",
    );
  }
  return byType(node, base, index, scope);
}

/** An item of an array. JSONata counts a negative index from the end and rounds a fraction; JavaScript finds nothing. */
function itemOf(node: ArrowExpression, base: Value, index: Value, scope: Scope): Value {
  const shape = elementPart(base.shape);
  if (typeof index.literal === "number") {
    const absent = index.literal < leastItems(base.shape) && base.absent === "never" ? "never" : "possible";
    const { literal } = index;
    const taken = (array: Code): Code => itemCode(scope.session, array, literal);
    const code = literal === 0 ? ofArrayAlone(base, taken, scope) : taken(base.code);
    return withFact(shapedValue(code, itemPart(base.shape, literal), absent), scope);
  }
  if (!canBe(index, kinds.number)) {
    return scope.session.refuse(node, "An item of an array is taken by a number.", "Use a number.");
  }
  const taken = (array: Code): Code => computedItem(array, index, scope);
  return shapedValue(ofArrayAlone(base, taken, scope), shape, "possible");
}

/** The first item of null is null in JSONata; JavaScript finds nothing there. */
function ofArrayAlone(base: Value, taken: (array: Code) => Code, scope: Scope): Code {
  if (!canBe(base, kinds.null)) return taken(base.code);
  return once(scope.session, base.code, "xs", (xs) => conditional(binary("!=", xs, nullCode), taken(xs)));
}

function computedItem(array: Code, index: Value, scope: Scope): Code {
  const { session } = scope;
  const tests = (i: Code): Code[] => [
    ...(isNotNegative(index.shape) ? [] : [binary(">=", i, numberLiteral(0))]),
    ...(isWhole(index.shape) ? [] : [binary("=", i, call("floor", i))]),
  ];
  return once(session, index.code, "i", (i) => {
    const taken = once(session, array, "xs", (xs) => item(xs, i.text));
    const [first, ...others] = tests(i);
    if (!first) return taken;
    return conditional(
      others.reduce((all, test) => binary("and", all, test), first),
      taken,
    );
  });
}

/** A field of an object by a computed name. */
function fieldOf(node: IndexExpression, base: Value, key: Value, scope: Scope): Value {
  if (!isOnly(key, kinds.string)) noteDigits(node.index, key, scope.session);
  const keyCode = isOnly(key, kinds.string) ? key.code : call("string", key.code);
  const part = partOf(anyField(base.shape));
  return shapedValue(call("lookup", base.code, keyCode), part.shape, "possible");
}

function anyField(shape: Shape): Shape | undefined {
  if (shape.kind !== "object") return undefined;
  if (!shape.open || Object.keys(shape.fields).length > 0) return undefined;
  return shape.rest;
}

/** Neither the array nor the object is known: the expression looks. A literal number is taken for a position. */
function byType(node: IndexExpression, base: Value, index: Value, scope: Scope): Value {
  const { session } = scope;
  session.unknown(node.object);
  const code = once(session, base.code, "t", (one) =>
    once(session, index.code, "i", (i) => {
      const isType = (name: string): Code => binary("=", call("type", one), stringLiteral(name));
      const failure = session.failure(
        node.object,
        typeof index.literal === "number" ? "is no array" : "has no items",
      );
      const isMissing = inOptionalChain(node) && mayBeAbsent(base);
      const otherwise = isMissing ? conditional(isThere(base, one), failure) : failure;
      if (typeof index.literal === "number")
        return conditional(isType("array"), itemCode(session, one, index.literal), otherwise);
      if (!isOnly(index, kinds.string) && index.literal === undefined) noteDigits(node.index, index, session);
      const byName = call("lookup", one, isOnly(index, kinds.string) ? i : call("string", i));
      const asObject = conditional(isType("object"), byName, otherwise);
      if (!canBe(index, kinds.number)) return asObject;
      return conditional(isType("array"), computedItem(one, { ...index, code: i }, scope), asObject);
    }),
  );
  return shapedValue(code, partOf(undefined).shape, "possible");
}

/** `"key" in object`. */
export function inTest(node: BinaryExpression, scope: Scope): Truth {
  const { session } = scope;
  const key = session.emit(node.left, scope);
  const base = session.emit(node.right, scope);
  const sure = (code: Code): Truth => ({ code, mayBeNothing: false, strict: true });
  if (
    base.holes ||
    !canBe(base, kinds.object) ||
    key.absent === "possible" ||
    !canBe(key, kinds.string | kinds.number)
  ) {
    return sure(
      session.refuse(node, "`in` asks an object for a key.", "Use `.includes(…)` for an array.").code,
    );
  }
  const code = once(session, base.code, "t", (one) => {
    const name = isOnly(key, kinds.string) ? key.code : call("string", key.code);
    const found = typeof key.literal === "string" ? step(one, key.literal) : call("lookup", one, name);
    const exists = call("exists", found);
    if (isOnly(base, kinds.object)) return exists;
    session.unknown(node.right);
    return binary("and", binary("=", call("type", one), stringLiteral("object")), exists);
  });
  return sure(code);
}
