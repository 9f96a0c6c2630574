import {
  fieldOf,
  type ObjectShape,
  objectShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { JsonPathStep, SliceStep } from "../../json-path/json-path.ts";
import { elementsOf, type Items, noItems } from "../items.ts";
import { mayBeMissing, present } from "../presence.ts";
import { everythingIn } from "./everything-in.ts";
import { stepInto } from "./step-into.ts";

/** Where a step stands in its path. */
export interface StepPlace {
  readonly last: boolean;
  /** `..` stands before it. */
  readonly descended: boolean;
}

const anything: Items = { element: unknownShape, least: 0, most: Number.POSITIVE_INFINITY };

/**
 * What one step of an indefinite path finds in one value; what is not there is passed over (R-PATH-04). Nothing for
 * a step of which it is not known how the service follows it.
 */
export function selectedItems(member: Shape, step: JsonPathStep, place: StepPlace): Items | undefined {
  switch (step.kind) {
    case "child":
      return step.placeholder ? undefined : perhaps(stepInto(member, step.name));
    case "children":
      if (step.names.some(({ placeholder }) => placeholder)) return undefined;
      return childrenOf(
        member,
        step.names.map(({ name }) => name),
        place,
      );
    case "index":
      return perhaps(stepInto(member, step.index));
    case "indices":
      return sumOf(step.indices.map(({ index }) => perhaps(stepInto(member, index))));
    case "slice":
      return slicedItems(member, step);
    case "wildcard":
      return everyMember(member);
    case "descent":
      return { ...everythingIn(member), least: 1 };
    case "filter":
      return filteredItems(member, place);
    case "function":
      return undefined;
  }
}

function perhaps(shape: Shape): Items {
  const there = present(shape);
  if (there.kind === "never") return noItems;
  return { element: there, least: mayBeMissing(shape) ? 0 : 1, most: 1 };
}

function sumOf(several: readonly Items[]): Items {
  return {
    element: unionShape(...several.map(({ element }) => element)),
    least: several.reduce((sum, { least }) => sum + least, 0),
    most: several.reduce((sum, { most }) => sum + most, 0),
  };
}

/** Several names at the end of a path make one object of those that are there; before it, each is followed. */
function childrenOf(member: Shape, names: readonly string[], { last }: StepPlace): Items {
  if (!last) return sumOf(names.map((name) => perhaps(stepInto(member, name))));
  if (member.kind === "unknown") return { element: objectShape({}, { open: true }), least: 0, most: 1 };
  if (member.kind !== "object") return noItems;
  return { element: pickedFields(member, names), least: 1, most: 1 };
}

function pickedFields(member: ObjectShape, names: readonly string[]): Shape {
  const picked = names.flatMap((name) => {
    const shape = fieldOf(member, name);
    const there = present(shape);
    return there.kind === "never" ? [] : [[name, { shape: there, optional: mayBeMissing(shape) }] as const];
  });
  return objectShape(Object.fromEntries(picked));
}

function slicedItems(member: Shape, { from = 0, to }: SliceStep): Items {
  if (member.kind === "unknown") return anything;
  if (member.kind !== "array") return noItems;
  const { element, least, most } = elementsOf(member);
  const sizeOf = (length: number): number => {
    if (!Number.isFinite(length))
      return to !== undefined && to >= 0 && from >= 0 ? Math.max(to - from, 0) : length;
    const at = (index: number): number => Math.min(Math.max(index < 0 ? length + index : index, 0), length);
    return Math.max(at(to ?? length) - at(from), 0);
  };
  return { element, least: least === most ? sizeOf(least) : 0, most: Math.min(sizeOf(most), most) };
}

function everyMember(member: Shape): Items {
  if (member.kind === "unknown") return anything;
  if (member.kind === "array") return elementsOf(member);
  if (member.kind !== "object") return noItems;
  const fields = Object.values(member.fields).filter(({ shape }) => shape.kind !== "never");
  const listed = sumOf(
    fields.map(({ shape, optional }) => ({ element: shape, least: optional ? 0 : 1, most: 1 })),
  );
  return member.open
    ? {
        ...listed,
        element: unionShape(listed.element, member.rest ?? unknownShape),
        most: Number.POSITIVE_INFINITY,
      }
    : listed;
}

/** A filter looks at the elements of an array, or at an object; behind `..` at objects alone. */
function filteredItems(member: Shape, { descended }: StepPlace): Items {
  if (member.kind === "unknown") return anything;
  if (member.kind === "object") return { element: member, least: 0, most: 1 };
  if (member.kind !== "array" || descended) return noItems;
  return { ...elementsOf(member), least: 0 };
}
