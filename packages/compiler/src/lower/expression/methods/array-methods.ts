import { arrayShape, numberShape, type Shape } from "@statewright/json-types";
import type { ArrowExpression, FunctionExpression } from "../../../ir/arrow.ts";
import { type Code, call, levels } from "../code/code.ts";
import { arrayCode, sequenceAsArray } from "../code/constructors.ts";
import { lambda } from "../code/operators.ts";
import { step } from "../code/path.ts";
import { orNull } from "../emit/array.ts";
import { narrow, withFact } from "../emit/narrow.ts";
import { shapedValue } from "../emit/results.ts";
import {
  asElementOf,
  canBe,
  elementPart,
  fieldPart,
  isOnly,
  kinds,
  scalarKinds,
  type Value,
} from "../value/index.ts";
import { enter, functionArgument, type Invocation, type MethodLowering } from "./invocation.ts";

export const positionShape: Shape = numberShape({ integer: true, minimum: 0, maximum: 2 ** 32 });

/** The parameters of a callback over an array: the element, its position, the array. */
export function callbackShapes(receiver: Value): readonly Shape[] {
  return [elementPart(receiver.shape), positionShape, receiver.shape];
}

/** Elements of an array are null where JavaScript's would be undefined, as JSON writes them. */
const map: MethodLowering = (invocation) => {
  const { receiver, scope } = invocation;
  const fn = functionArgument(invocation, 0);
  if (!fn) return receiver;
  const projected = projection(fn, receiver);
  if (projected) return projected;
  const { names, inner } = enter(fn, callbackShapes(receiver), scope, 1, receiver);
  const emitted = scope.session.emit(fn.body, inner);
  const body = orNull(emitted, inner);
  const mapped = call("map", receiver.code, lambda(names, body.code));
  const result = shapedValue(sequenceAsArray(mapped, canBe(body, kinds.array)), arrayShape(body.shape));
  return { ...result, ...asElementOf(emitted) };
};

/** `xs.map((x) => x.a.b)` is the path `xs.a.b` where each of its fields is there and none is an array. */
function projection(fn: FunctionExpression, receiver: Value): Value | undefined {
  const names = memberNames(fn.body, fn);
  if (!names || (receiver.code.level < levels.path && !receiver.code.brackets)) return undefined;
  let shape = elementPart(receiver.shape);
  let code: Code = receiver.code;
  for (const name of names) {
    if (shape.kind === "unknown" || !isOnly(shapedValue(code, shape), kinds.object)) return undefined;
    const part = fieldPart(shape, name);
    if (part.absent !== "never") return undefined;
    shape = part.shape;
    code = step(code, name);
  }
  if (code.text.startsWith("$lookup") || !isOnly(shapedValue(code, shape), scalarKinds | kinds.object))
    return undefined;
  return shapedValue(arrayCode([code]), arrayShape(shape));
}

/** The names of a chain of members that begins at the function's only parameter. */
function memberNames(body: ArrowExpression, fn: FunctionExpression): readonly string[] | undefined {
  const names: string[] = [];
  let node = body;
  while (node.kind === "member") {
    names.unshift(node.property);
    node = node.object;
  }
  const starts = node.kind === "local" && node.local.id === fn.parameters[0]?.id;
  return starts && names.length > 0 ? names : undefined;
}

/** `$filter` over the receiver, and what its elements are where the test holds. */
export function filtered(invocation: Invocation): { readonly code: Code; readonly shape: Shape } | undefined {
  const { receiver, scope } = invocation;
  const fn = functionArgument(invocation, 0);
  if (!fn) return undefined;
  const { names, values, inner } = enter(fn, callbackShapes(receiver), scope, 1, receiver);
  const test = scope.session.test(fn.body, inner);
  const [element] = values;
  const shape = element ? withFact(element, narrow(fn.body, true, inner)).shape : elementPart(receiver.shape);
  return { code: call("filter", receiver.code, lambda(names, test.code)), shape };
}

const filter: MethodLowering = (invocation) => {
  const result = filtered(invocation);
  if (!result) return invocation.receiver;
  const elements = shapedValue(result.code, result.shape);
  return shapedValue(sequenceAsArray(result.code, canBe(elements, kinds.array)), arrayShape(result.shape));
};

export const arrayMethods: Readonly<Record<string, MethodLowering>> = { map, filter };
