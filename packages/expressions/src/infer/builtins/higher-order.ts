import {
  isAssignable,
  missingShape,
  numberShape,
  type Shape,
  unionShape,
  unknownShape,
  widen,
} from "@statewright/json-types";
import { type Items, spreadItems } from "../items.ts";
import { strongest, unknownValue } from "../join-values.ts";
import { loosened } from "../loosen.ts";
import { mayBeMissing, present } from "../presence.ts";
import { lookUp } from "../scope.ts";
import type { Result } from "../unwrap.ts";
import type { Place, Value } from "../value.ts";
import { argument, type BuiltinCall, type BuiltinRule, callBack } from "./builtin.ts";

/** Functions on arrays that take a function. */
export const higherOrder: Readonly<Record<string, BuiltinRule>> = {
  map: mapped,
  filter: filteredItems,
  single: single,
  reduce: reduced,
};

const position = numberShape({ integer: true, minimum: 0 });

/** What a callback is given of an element: itself, its index, the array. */
function elementArguments(call: BuiltinCall, { element }: Items): readonly Value[] {
  const [array] = call.given;
  const inside = strongest(array?.inside);
  return [{ shape: element, mark: inside, inside }, { shape: position }, array ?? unknownValue];
}

function mapped(call: BuiltinCall): Result {
  const items = spreadItems(argument(call, 0));
  const absent = mayBeMissing(argument(call, 0));
  if (items.element.kind === "never") return { ...items, least: 0, most: 0, absent };
  const value = callBack(call, call.given[1], elementArguments(call, items));
  const element = value.callable === undefined ? present(value.shape) : unknownShape;
  const least = mayBeMissing(value.shape) ? 0 : items.least;
  return { element, least, most: items.most, inside: strongest(value.mark, value.inside), absent };
}

function filteredItems(call: BuiltinCall): Result {
  const items = spreadItems(argument(call, 0));
  const absent = mayBeMissing(argument(call, 0));
  if (items.element.kind === "never") return { ...items, least: 0, most: 0, absent };
  const given = elementArguments(call, items);
  callBack(call, call.given[1], given);
  return {
    element: acceptedBy(call, call.given[1], given),
    least: 0,
    most: items.most,
    inside: strongest(call.given[0]?.inside),
    absent,
  };
}

/** What an element is, once a function has held for it. */
function acceptedBy({ session }: BuiltinCall, predicate: Value | undefined, given: readonly Value[]): Shape {
  const element = given[0]?.shape ?? unknownShape;
  const callable = predicate?.callable;
  if (callable?.kind !== "lambda" || callable.node.signature !== undefined) return element;
  const [parameter] = callable.node.parameters;
  if (parameter === undefined) return element;
  const bindings = new Map(
    callable.node.parameters.map(({ name }, index) => [name, given[index] ?? unknownValue] as const),
  );
  session.scopes += 1;
  const { place } = callable;
  const scope = { ...place.scope, id: session.scopes, parent: place.scope, owns: true, bindings, version: 0 };
  const inside: Place = { ...place, scope, conditional: true };
  const facts = session.factsOf(callable.node.body, true, inside);
  if (facts === undefined) return { kind: "never" };
  return facts.variables.get(parameter.name)?.shape ?? lookUp(inside, parameter.name)?.shape ?? element;
}

function single(call: BuiltinCall): Result {
  const [array] = call.given;
  const shape = argument(call, 0);
  const items = spreadItems(shape);
  const given = elementArguments(call, items);
  const asks = call.given.length > 1 && items.element.kind !== "never";
  if (asks) callBack(call, call.given[1], given);
  const element = asks ? acceptedBy(call, call.given[1], given) : items.element;
  return {
    shape: mayBeMissing(shape) ? unionShape(element, missingShape) : element,
    mark: strongest(array?.inside),
    inside: strongest(array?.inside),
  };
}

/** Follows the function until what it gives no longer grows. */
function reduced(call: BuiltinCall): Result {
  const [array, , initial] = call.given;
  const shape = argument(call, 0);
  const items = spreadItems(shape);
  const start = argument(call, 2);
  const first = unionShape(
    present(start),
    ...(mayBeMissing(start) && items.most > 0 ? [items.element] : []),
    ...(mayBeMissing(start) && items.least === 0 ? [missingShape] : []),
  );
  const before: Value = {
    shape: first,
    mark: strongest(initial?.mark, array?.inside),
    inside: strongest(initial?.inside, array?.inside),
  };
  const after = items.element.kind === "never" ? before : fixedPoint(call, before, items);
  return mayBeMissing(shape) ? { ...after, shape: unionShape(after.shape, missingShape) } : after;
}

const rounds: readonly ((shape: Shape) => Shape)[] = [same, same, loosened, loosened, widen, widen, widen];

function fixedPoint(call: BuiltinCall, first: Value, items: Items): Value {
  const [array, callback] = call.given;
  const [element = unknownValue, index = unknownValue] = elementArguments(call, items);
  let total = first;
  for (const wider of rounds) {
    const given = callBack(call, callback, [total, element, index, array ?? unknownValue]);
    const next: Value = {
      shape: wider(unionShape(total.shape, given.callable === undefined ? given.shape : unknownShape)),
      mark: strongest(total.mark, given.mark),
      inside: strongest(total.inside, given.inside),
    };
    const grown = next.mark !== total.mark || next.inside !== total.inside;
    if (!grown && isAssignable(next.shape, total.shape)) return total;
    total = next;
  }
  return { shape: unknownShape, mark: 2, inside: 2 };
}

function same(shape: Shape): Shape {
  return shape;
}
