import type { JsonObject } from "@statewright/json-types";
import { numberShape, unknownShape } from "@statewright/json-types";
import type { MemberExpression } from "../../ir/arrow.ts";
import { type Absence, eitherAbsence, fieldPart, kinds, kindsOf, partOf } from "../expression/value/index.ts";
import type { Evaluate, PathSession } from "./path-session.ts";
import { child, isDefinite, type PathValue, type Reference, refusedValue, shapeOf } from "./path-value.ts";

/** `input.order` → `$.order`; `vars.total` → `$total`; `xs.length` → `States.ArrayLength($.xs)`. */
export function memberOf(node: MemberExpression, evaluate: Evaluate, session: PathSession): PathValue {
  if (node.object.kind === "scope" && node.object.name === "vars") return variable(node, session);
  const object = evaluate(node.object);
  if (object === refusedValue) return object;
  if (node.property === "length") return lengthOf(node, object, session);
  if (object.kind === "constant") return constantMember(node, object.value as JsonObject, session);
  if (object.kind !== "reference" || !isDefinite(object)) {
    return session.refuse(
      node,
      "A path leads into data, not into what a function or a list of matches makes.",
      "Make it in one state and read it in the next.",
    );
  }
  const part = fieldPart(object.shape, node.property);
  const absent = node.optional
    ? optionalAbsence(object, part.absent)
    : eitherAbsence(object.absent, part.absent);
  return { ...object, steps: [...object.steps, child(node.property)], shape: part.shape, absent };
}

/** `a?.b`: missing where `a` is missing or null. */
function optionalAbsence(object: Reference, field: Absence): Absence {
  if (object.absent === "never" && (kindsOf(object.shape) & kinds.null) === 0) return field;
  return "possible";
}

function variable(node: MemberExpression, session: PathSession): Reference {
  const { variables } = session.data;
  const known =
    variables && Object.hasOwn(variables, node.property) ? variables[node.property] : unknownShape;
  return { kind: "reference", root: `$${node.property}`, steps: [], ...partOf(known) };
}

function lengthOf(node: MemberExpression, object: PathValue, session: PathSession): PathValue {
  if (object.kind === "constant" && (Array.isArray(object.value) || typeof object.value === "string")) {
    return { kind: "constant", value: object.value.length };
  }
  if ((kindsOf(shapeOf(object)) & kinds.array) === 0) {
    return session.refuse(node, "JSONPath counts items of arrays, no characters and no fields.");
  }
  if (node.optional) return session.refuse(node, "JSONPath has no value for what is not there.");
  const shape = numberShape({ integer: true, minimum: 0 });
  return { kind: "call", name: "States.ArrayLength", arguments: [object], shape };
}

function constantMember(node: MemberExpression, value: JsonObject, session: PathSession): PathValue {
  const isField = typeof value === "object" && value !== null && Object.hasOwn(value, node.property);
  const found = isField ? value[node.property] : undefined;
  return found === undefined
    ? session.refuse(node, "The constant has no such field.", "Name a field that it has.")
    : { kind: "constant", value: found };
}
