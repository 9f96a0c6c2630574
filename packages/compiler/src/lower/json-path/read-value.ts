import { arrayShape, join, type Shape, unknownShape } from "@statewright/json-types";
import type { ArrayExpression, ArrowExpression, IndexExpression, LetExpression } from "../../ir/arrow.ts";
import { inlinedCall, isReusableCall } from "../expression/emit/reusable.ts";
import { elementPart, kinds, kindsOf, partOf } from "../expression/value/index.ts";
import { negated, sumOf } from "./arithmetic.ts";
import { callOf } from "./calls.ts";
import { formatted } from "./format.ts";
import { memberOf } from "./member.ts";
import { mergedObject } from "./merge.ts";
import { type Evaluate, type Locals, type PathSession, useJsonata } from "./path-session.ts";
import {
  type Constant,
  child,
  index,
  isDefinite,
  type PathValue,
  refusedValue,
  shapeOf,
} from "./path-value.ts";

/** An expression of an arrow as what JSONPath can say, or a refusal. */
export function readValue(node: ArrowExpression, session: PathSession, locals: Locals): PathValue {
  const evaluate: Evaluate = (inner, within = locals) => readValue(inner, session, within);
  switch (node.kind) {
    case "literal":
      return constant(node.value);
    case "regex":
      return session.refuse(node, "JSONPath has no regular expressions.");
    case "undefined":
      return session.refuse(node, "JSON has no undefined.", "Leave the field out, or use null.");
    case "scope":
      return scopeValue(node, session);
    case "local":
      return locals.get(node.local.id) ?? session.refuse(node, "Nothing is known of it.");
    case "member":
      return memberOf(node, evaluate, session);
    case "index":
      return indexed(node, evaluate, session);
    case "template":
      return formatted(
        node.parts.map((part) => (typeof part === "string" ? part : { node: part, value: evaluate(part) })),
        session,
      );
    case "unary":
      return node.operator === "-"
        ? negated(node, evaluate(node.operand), session)
        : session.refuse(node, "JSONPath makes no booleans: only a Choice asks questions.");
    case "binary":
      return sumOf(node, evaluate, session);
    case "logical":
      return logical(node, evaluate, session);
    case "conditional":
      return session.refuse(node, "JSONPath has no conditional value.", `Use a Choice. ${useJsonata}`);
    case "object":
      return mergedObject(node, evaluate, session);
    case "array":
      return arrayOf(node, evaluate, session);
    case "call": {
      const inlined = inlinedCall(node, session.data);
      if (inlined) return evaluate(inlined);
      return isReusableCall(node, session.data) ? refusedValue : callOf(node, evaluate, session);
    }
    case "function":
      return session.refuse(node, "A function is no data.");
    case "let":
      return readValue(node.body, session, bound(node, session, locals));
  }
}

export function constant(value: Constant["value"]): Constant {
  return { kind: "constant", value };
}

/** The `const`s of an arrow stand for their values; nothing is computed twice that could differ. */
export function bound(node: LetExpression, session: PathSession, locals: Locals): Locals {
  const inner = new Map(locals);
  for (const { local, value } of node.bindings) inner.set(local.id, readValue(value, session, inner));
  return inner;
}

function scopeValue(node: ArrowExpression & { kind: "scope" }, session: PathSession): PathValue {
  const { parts, constants, whole } = session.data;
  if (node.name === "constants") return constant(constants);
  if (node.name === "vars") {
    return session.refuse(node, "JSONPath has no object of all variables.", "Name the variables one by one.");
  }
  const part = parts[node.name];
  if (!part) {
    const reason = `\`${node.name}\` cannot be read here: \`$\` is ${whole}.`;
    return session.refuse(node, reason, `Put what you need into a variable before. ${useJsonata}`);
  }
  return {
    kind: "reference",
    root: part.root,
    steps: part.names.map(child),
    shape: partOf(part.shape).shape,
    absent: "never",
  };
}

/** `xs[0]` is a step of the path; a computed index a call. */
function indexed(node: IndexExpression, evaluate: Evaluate, session: PathSession): PathValue {
  const object = evaluate(node.object);
  const at = evaluate(node.index);
  if (object === refusedValue || at === refusedValue) return refusedValue;
  if (at.kind === "constant" && typeof at.value === "number") {
    if (!Number.isInteger(at.value) || at.value < 0) {
      return session.refuse(node, "An index counts from 0.", "Use `.at(-1)` for the last.");
    }
    if (object.kind === "constant" && Array.isArray(object.value))
      return constant(object.value[at.value] ?? null);
    if (object.kind === "reference" && isDefinite(object) && !node.optional) {
      return { ...object, steps: [...object.steps, index(at.value)], shape: elementPart(object.shape) };
    }
  }
  if (node.optional) return session.refuse(node, "JSONPath has no value for what is not there.");
  if (kindsOf(shapeOf(at)) === kinds.string) {
    return session.refuse(node, "JSONPath has no computed names of fields.");
  }
  const shape = elementPart(shapeOf(object));
  return { kind: "call", name: "States.ArrayGetItem", arguments: [object, at], shape };
}

/** `a ?? b` where `a` is always there is `a`. */
function logical(
  node: ArrowExpression & { kind: "logical" },
  evaluate: Evaluate,
  session: PathSession,
): PathValue {
  if (node.operator === "??") {
    const left = evaluate(node.left);
    if (left === refusedValue) return left;
    const isThere = left.kind !== "reference" || left.absent === "never";
    if (isThere && (kindsOf(shapeOf(left)) & kinds.null) === 0) return left;
    return session.refuse(node, "JSONPath has no default for what is missing or null.");
  }
  return session.refuse(node, "JSONPath chooses no values: only a Choice asks questions.");
}

/** `[a, b]`: data where all of it is known, else a call. */
function arrayOf(node: ArrayExpression, evaluate: Evaluate, session: PathSession): PathValue {
  const values: PathValue[] = [];
  for (const element of node.elements) {
    if (element.kind === "spread") {
      return session.refuse(node, "JSONPath puts no lists together.");
    }
    const value = evaluate(element);
    if (value === refusedValue) return value;
    if (value.kind === "reference" && value.absent === "possible") return missing(element, session);
    values.push(value);
  }
  if (values.every((value) => value.kind === "constant")) return constant(values.map(({ value }) => value));
  const shapes: readonly Shape[] = values.map(shapeOf);
  const element = shapes.reduce((all, shape) => join(all, shape), shapes[0] ?? unknownShape);
  return {
    kind: "call",
    name: "States.Array",
    arguments: values,
    shape: arrayShape(element, { minItems: values.length, maxItems: values.length, items: shapes }),
  };
}

/** What a path that finds nothing does: it fails the execution (R-PATH-05). */
export function missing(node: ArrowExpression, session: PathSession): PathValue {
  return session.refuse(
    node,
    "It may be missing, and a path that finds nothing fails the execution.",
    `Ask for it in a Choice before. ${useJsonata}`,
  );
}
