import { arrayShape, join, neverShape, type Shape, unknownShape } from "@statewright/json-types";
import type { ArrayExpression, ArrowExpression, SpreadElement } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { arrayCode, asElement, nullCode } from "../code/constructors.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { distinctElements, isSet } from "../methods/sets.ts";
import {
  asElementOf,
  canBe,
  elementPart,
  type Inside,
  insideOf,
  isOnly,
  kinds,
  mayBeAbsent,
  type Value,
} from "../value/index.ts";
import { once } from "./bind.ts";
import { shapedValue } from "./results.ts";
import type { Scope } from "./session.ts";

/** An array literal. JSONata flattens an element that is an array, unless it is an array constructor itself. */
export function arrayValue(node: ArrayExpression, scope: Scope): Value {
  const codes: Code[] = [];
  let shape: Shape = neverShape;
  let inside: Inside = {};
  const elements = spreadInlined(node.elements);
  const [only] = elements;
  if (only?.kind === "spread" && elements.length === 1) return spreadAlone(only, scope);
  for (const element of elements) {
    if (element.kind === "spread") {
      const spread = spreadValue(element, scope);
      codes.push(asElement(spread.code));
      inside = insideOf(inside, spread);
      shape = join(shape, elementPart(spread.shape));
    } else {
      const emitted = scope.session.emit(element, scope);
      const value = orNull(emitted, scope);
      codes.push(elementCode(element, value, scope));
      inside = insideOf(inside, asElementOf(emitted));
      shape = join(shape, value.shape);
    }
  }
  const least = elements.filter((element) => element.kind !== "spread").length;
  return { ...shapedValue(arrayCode(codes), arrayShape(shape, { minItems: least })), ...inside };
}

/** `[...xs]` is `xs`. */
function spreadAlone(element: SpreadElement, scope: Scope): Value {
  const value = spreadValue(element, scope);
  return { ...shapedValue(value.code, arrayShape(elementPart(value.shape))), ...insideOf(value) };
}

/** `[...[a, b], c]` is `[a, b, c]`. */
function spreadInlined(elements: ArrayExpression["elements"]): (ArrowExpression | SpreadElement)[] {
  return elements.flatMap((element) =>
    element.kind === "spread" && element.value.kind === "array"
      ? spreadInlined(element.value.elements)
      : [element],
  );
}

/** JSON has no undefined in an array: JavaScript writes null. */
export function orNull(value: Value, scope: Scope): Value {
  if (!mayBeAbsent(value)) return value;
  const isNothing = value.shape.kind === "never";
  const code = isNothing
    ? nullCode
    : once(scope.session, value.code, "t", (one) => conditional(call("exists", one), one, nullCode));
  return { ...value, code, shape: join(value.shape, { kind: "null" }), absent: "never" };
}

/** One element: an array is put into brackets of its own, so that it stays one. */
function elementCode(node: ArrowExpression, value: Value, scope: Scope): Code {
  if (value.code.brackets) return value.code;
  if (!canBe(value, kinds.array)) return asElement(value.code);
  if (isOnly(value, kinds.array)) return arrayCode([asElement(value.code)]);
  scope.session.unknown(node);
  return once(scope.session, value.code, "t", (one) => {
    const isArray = binary("=", call("type", one), stringLiteral("array"));
    return conditional(isArray, arrayCode([arrayCode([asElement(one)])]), one);
  });
}

/** What is spread into an array: surely an array, or an error of the execution. */
function spreadValue(element: SpreadElement, scope: Scope): Value {
  const { session } = scope;
  if (isSet(element.value)) return distinctElements(element.value, scope);
  const value = session.emit(element.value, scope);
  if (value.absent === "possible" || (canBe(value, kinds.null) && value.shape.kind !== "unknown")) {
    return session.refuse(
      element.value,
      "It may be undefined or null, and cannot be spread then.",
      "Add `?? []`.",
    );
  }
  if (!canBe(value, kinds.array) && value.shape.kind !== "never") {
    return session.refuse(
      element.value,
      "Only an array can be spread into an array here.",
      "Use `text.split('')`.",
    );
  }
  if (isOnly(value, kinds.array)) return value;
  session.unknown(element.value);
  const code = once(session, value.code, "t", (one) => {
    const isArray = binary("=", call("type", one), stringLiteral("array"));
    return conditional(isArray, one, session.failure(element.value, "is no array"));
  });
  return { ...value, code, shape: arrayShape(unknownShape) };
}
