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
import { eitherItems, elementsOf, type Items, noItems, spreadItems, timesItems, unwrapped } from "./items.ts";
import { judge } from "./ledger.ts";
import { present } from "./presence.ts";
import type { Session } from "./session.ts";
import { strongest, unknownValue, type Value } from "./value.ts";

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
    shape: lookUpField(context.shape, node.name),
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

/** What JSONata's lookup of a field gives. */
export function lookUpField(shape: Shape, name: string): Shape {
  if (shape.kind === "unknown") return unknownShape;
  return unionShape(
    ...membersOf(shape).map((member) => {
      if (member.kind === "object") return fieldOf(member, name);
      return member.kind === "array" ? unwrapped(fieldItems(member, name, 0)) : missingShape;
    }),
  );
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

/** `*`: every field's value, arrays spread whole. */
export function allFields(shape: Shape): Items {
  if (shape.kind === "unknown") return spreadItems(unknownShape);
  return eitherItems(
    membersOf(shape).map((member) => {
      if (member.kind === "array")
        return timesItems(elementsOf(member), flatItems(elementsOf(member).element, 0));
      if (member.kind !== "object") return noItems;
      const fields = Object.values(member.fields).map((field) => field.shape);
      const rest = member.open ? [member.rest ?? unknownShape] : [];
      const several = [...fields, ...rest].map((field) => flatItems(field, 0));
      const most = member.open ? Number.POSITIVE_INFINITY : several.reduce((sum, one) => sum + one.most, 0);
      return { ...eitherItems(several), least: 0, most };
    }),
  );
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
