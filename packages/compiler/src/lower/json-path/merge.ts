import { type Json, objectShape } from "@statewright/json-types";
import type { ObjectExpression, ObjectProperty } from "../../ir/arrow.ts";
import { kinds, kindsOf } from "../expression/value/index.ts";
import type { Evaluate, PathSession } from "./path-session.ts";
import { type PathValue, refusedValue, shapeOf } from "./path-value.ts";

/** An object as a value: constant, or objects spread into one: `States.JsonMerge($.a, $.b, false)`. */
export function mergedObject(node: ObjectExpression, evaluate: Evaluate, session: PathSession): PathValue {
  const parts: PathValue[] = [];
  let fixed: Record<string, Json> | undefined;
  for (const member of node.members) {
    if (member.kind === "spread") {
      const value = evaluate(member.value);
      if (value === refusedValue) return value;
      if ((kindsOf(shapeOf(value)) & kinds.object) === 0) {
        return session.refuse(member.value, "It is no object.", "Spread objects only.");
      }
      if (value.kind === "reference" && value.absent === "possible") {
        return session.refuse(
          member.value,
          "It may be missing, and a path that finds nothing fails the execution.",
        );
      }
      parts.push(value);
      fixed = undefined;
      continue;
    }
    const field = constantField(member, evaluate);
    if (field === refusedValue) return refusedValue;
    if (!field) return refusedMember(node, session);
    if (!fixed) {
      fixed = Object.create(null) as Record<string, Json>;
      parts.push({ kind: "constant", value: fixed });
    }
    Object.assign(fixed, field);
  }
  const [first, ...rest] = parts;
  if (!first) return { kind: "constant", value: {} };
  return rest.reduce(merge, first);
}

function merge(left: PathValue, right: PathValue): PathValue {
  return {
    kind: "call",
    name: "States.JsonMerge",
    arguments: [left, right, { kind: "constant", value: false }],
    shape: objectShape({}, { open: true }),
  };
}

function constantField(
  member: ObjectProperty,
  evaluate: Evaluate,
): Readonly<Record<string, Json>> | PathValue | undefined {
  if (typeof member.key !== "string") return undefined;
  const value = evaluate(member.value);
  if (value === refusedValue) return value;
  return value.kind === "constant" ? { [member.key]: value.value } : undefined;
}

function refusedMember(node: ObjectExpression, session: PathSession): PathValue {
  return node.members.some(({ kind }) => kind === "spread")
    ? session.refuse(
        node,
        "Only objects are merged, and constant fields with them.",
        'To add to the input, keep it and place the result: `.resultPath("$.name")`. Or use JSONata for this state: `queryLanguage` is per state.',
      )
    : session.refuse(node, "An object made of data stands in a field of its own only.");
}
