import {
  fieldOf,
  membersOf,
  missingShape,
  type ObjectShape,
  type Shape,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { FieldName } from "../jsonata/path-expression.ts";
import { eitherItems, elementsOf, type Items, noItems, spreadItems, timesItems } from "./items.ts";
import { strongest, unknownValue } from "./join-values.ts";
import { judge } from "./ledger.ts";
import { present } from "./presence.ts";
import type { Session } from "./session.ts";
import { asGiven, type Result, toValue, unwrapped } from "./unwrap.ts";
import type { Value } from "./value.ts";

/** How deep arrays in arrays are looked through. */
const deepest = 12;

/** A name as a step: the field of an object, the fields of all objects in an array. */
export function readField(node: FieldName, context: Value, session: Session): Value {
  if (context.callable !== undefined) return unknownValue;
  const holders = holdersOf(context.shape, 0);
  if (holders.kind === "unknown") return unknownValue;
  const lacking = membersOf(holders).filter((member) => fieldOf(member, node.name).kind === "missing");
  const every = membersOf(holders).length === lacking.length;
  if (holders.kind !== "never")
    judge(
      session.ledger,
      "unknown-field",
      node,
      every || lacking.some((member) => member.kind === "object" && !lists(member, node.name))
        ? { span: node.span, certain: every, field: node.name, of: holders }
        : undefined,
    );
  if (every && holders.kind !== "never") return unknownValue;
  const throughArray = membersOf(context.shape).some((member) => member.kind === "array");
  return {
    shape: unionShape(...lookUpField(context.shape, node.name).map((result) => toValue(result).shape)),
    mark: strongest(context.inside, throughArray ? 1 : 0),
    inside: strongest(context.inside),
  };
}

function lists(shape: ObjectShape, name: string): boolean {
  return Object.hasOwn(shape.fields, name);
}

/** What a field is read from; arrays stand for what is in them. */
function holdersOf(shape: Shape, depth: number): Shape {
  if (depth > deepest) return unknownShape;
  return unionOf(
    membersOf(shape).flatMap((member) => {
      if (member.kind === "missing" || member.kind === "null") return [];
      return member.kind === "array" ? [holdersOf(elementsOf(member).element, depth + 1)] : [member];
    }),
  );
}

/** What JSONata's lookup of a field gives, before it is unwrapped: of each value that can be there. */
export function lookUpField(shape: Shape, name: string): readonly Result[] {
  if (shape.kind === "unknown") return [{ shape: unknownShape, mark: 1 }];
  return membersOf(shape).map((member) => {
    if (member.kind === "array") return fieldItems(member, name, 0);
    return { shape: member.kind === "object" ? fieldOf(member, name) : missingShape };
  });
}

function fieldItems(shape: Shape, name: string, depth: number): Items {
  if (shape.kind === "unknown" || depth > deepest) return spreadItems(unknownShape);
  return eitherItems(
    membersOf(shape).map((member) => {
      if (member.kind === "object") return spreadItems(fieldOf(member, name));
      if (member.kind !== "array") return noItems;
      const elements = elementsOf(member);
      return timesItems(elements, fieldItems(elements.element, name, depth + 1));
    }),
  );
}

/** `*`: every field's value, arrays spread whole. Where one of them is an array, the result is not unwrapped. */
export function allFields(shape: Shape): Shape {
  if (shape.kind === "unknown") return unknownShape;
  return unionOf(
    membersOf(shape).map((member) => {
      const values = valuesIn(member);
      const several = values.map(({ shape: value }) => flatItems(value, 0));
      const items = {
        element: unionOf(several.map(({ element }) => element)),
        least: several.reduce((sum, { least }, index) => sum + (values[index]?.optional ? 0 : least), 0),
        most: values.some(({ many }) => many)
          ? Number.POSITIVE_INFINITY
          : several.reduce((sum, { most }) => sum + most, 0),
      };
      const arrays = values.some(({ shape: value }) => mayBeArray(value));
      return arrays ? unionShape(unwrapped(items), asGiven(items).shape) : unwrapped(items);
    }),
  );
}

interface FieldValue {
  readonly shape: Shape;
  readonly optional: boolean;
  readonly many: boolean;
}

function valuesIn(member: Shape): readonly FieldValue[] {
  if (member.kind === "array") return [{ shape: elementsOf(member).element, optional: true, many: true }];
  if (member.kind !== "object") return [];
  const rest = { shape: member.rest ?? unknownShape, optional: true, many: true };
  return [
    ...Object.values(member.fields).map(({ shape, optional }) => ({ shape, optional, many: false })),
    ...(member.open ? [rest] : []),
  ];
}

function mayBeArray(shape: Shape): boolean {
  return membersOf(shape).some(({ kind }) => kind === "array" || kind === "unknown");
}

function flatItems(shape: Shape, depth: number): Items {
  if (shape.kind === "unknown" || depth > deepest) return spreadItems(unknownShape);
  return eitherItems(
    membersOf(present(shape)).map((member) => {
      if (member.kind !== "array") return spreadItems(member);
      const elements = elementsOf(member);
      return timesItems(elements, flatItems(elements.element, depth + 1));
    }),
  );
}
