import type { ArrowExpression, LetExpression } from "@statewright/compiler";
import type * as acorn from "acorn";
import { type Names, withName } from "./names.ts";
import { isPath, type Reader, undefinedAt } from "./reader.ts";

export type LetBinding = LetExpression["bindings"][number];

/** Names that a pattern gives to parts of a value, and the values that are worked out before. */
export interface Bound {
  readonly names: Names;
  readonly bindings: readonly LetBinding[];
}

/** `const pattern = value`: a plain name keeps its name, the names of a destructuring vanish into paths. */
export function bindConstant(
  reader: Reader,
  pattern: acorn.Pattern,
  value: ArrowExpression,
  names: Names,
): Bound {
  if (pattern.type !== "Identifier") return bindPattern(reader, pattern, value, names);
  return bindLocal(reader, pattern.name, value, names);
}

/** Binds a name to a value that is worked out once. */
function bindLocal(reader: Reader, name: string, value: ArrowExpression, names: Names): Bound {
  const local = reader.local(name);
  return { names: withName(names, name, { kind: "local", local }), bindings: [{ local, value }] };
}

/** A parameter or the target of a destructuring, given the value it takes apart. */
export function bindPattern(
  reader: Reader,
  pattern: acorn.Pattern,
  value: ArrowExpression,
  names: Names,
): Bound {
  switch (pattern.type) {
    case "Identifier":
      if (isPath(value) || value.kind === "undefined") {
        return { names: withName(names, pattern.name, { kind: "alias", value }), bindings: [] };
      }
      return bindLocal(reader, pattern.name, value, names);
    case "AssignmentPattern":
      return bindDefault(reader, pattern, value, names);
    case "ObjectPattern":
      return takenApart(reader, value, names, pattern, objectParts(reader, pattern, names));
    case "ArrayPattern":
      return takenApart(reader, value, names, pattern, arrayParts(reader, pattern));
    default:
      reader.refuse(pattern, "It collects what is left over.", "Take each part by its name.");
      return { names, bindings: [] };
  }
}

/** `name = default`: what is no path is worked out once, before it is asked for. */
function bindDefault(
  reader: Reader,
  pattern: acorn.AssignmentPattern,
  value: ArrowExpression,
  names: Names,
): Bound {
  if (isPath(value) || value.kind === "undefined") {
    return bindPattern(reader, pattern.left, withDefault(reader, pattern, value, names), names);
  }
  const local = reader.local("value");
  const once: ArrowExpression = { kind: "local", local, span: value.span };
  const bound = bindPattern(reader, pattern.left, withDefault(reader, pattern, once, names), names);
  return { names: bound.names, bindings: [{ local, value }, ...bound.bindings] };
}

function withDefault(
  reader: Reader,
  pattern: acorn.AssignmentPattern,
  value: ArrowExpression,
  names: Names,
): ArrowExpression {
  if (value.kind === "undefined") return reader.expression(pattern.right, names);
  const span = reader.span(pattern);
  const right = undefinedAt(span);
  return {
    kind: "conditional",
    test: { kind: "binary", operator: "===", left: value, right, span },
    consequent: reader.expression(pattern.right, names),
    alternate: value,
    span,
  };
}

/** One part of a pattern: where it goes, and how to reach it from the whole. */
interface PatternPart {
  readonly target: acorn.Pattern;
  readonly from: (whole: ArrowExpression) => ArrowExpression;
}

function takenApart(
  reader: Reader,
  value: ArrowExpression,
  names: Names,
  pattern: acorn.Pattern,
  parts: readonly PatternPart[],
): Bound {
  const once = isPath(value) ? undefined : { local: reader.local("value"), value };
  const whole: ArrowExpression = once
    ? { kind: "local", local: once.local, span: reader.span(pattern) }
    : value;
  let bound: Bound = { names, bindings: once ? [once] : [] };
  for (const { target, from } of parts) {
    const next = bindPattern(reader, target, from(whole), bound.names);
    bound = { names: next.names, bindings: [...bound.bindings, ...next.bindings] };
  }
  return bound;
}

/** The parts of `{ a, b: c, d = 1 }`. */
function objectParts(reader: Reader, pattern: acorn.ObjectPattern, names: Names): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  for (const property of pattern.properties) {
    if (property.type === "RestElement") {
      reader.refuse(property, "It collects what is left over.", "Take each field by its name.");
      continue;
    }
    const key = patternKey(property);
    if (key === undefined) {
      parts.push(computedPart(reader, property, names));
      continue;
    }
    const span = reader.span(property);
    const from = (object: ArrowExpression): ArrowExpression => ({
      kind: "member",
      object,
      property: key,
      optional: false,
      span,
    });
    parts.push({ target: property.value, from });
  }
  return parts;
}

/** `{ [key]: target }` */
function computedPart(reader: Reader, property: acorn.AssignmentProperty, names: Names): PatternPart {
  const index = reader.expression(property.key, names);
  const span = reader.span(property);
  return {
    target: property.value,
    from: (object) => ({ kind: "index", object, index, optional: false, span }),
  };
}

/** The name of a property, if it is not computed. */
export function patternKey(property: acorn.AssignmentProperty | acorn.Property): string | undefined {
  const { key } = property;
  if (key.type === "Literal" && (typeof key.value === "string" || typeof key.value === "number")) {
    return String(key.value);
  }
  return !property.computed && key.type === "Identifier" ? key.name : undefined;
}

/** `[…, ...rest]`: what stands behind the parts before it. */
function restPart(node: acorn.RestElement, start: ArrowExpression): PatternPart {
  const from = (receiver: ArrowExpression): ArrowExpression => ({
    kind: "call",
    receiver,
    method: "slice",
    arguments: [start],
    optional: false,
    span: start.span,
  });
  return { target: node.argument, from };
}

function arrayParts(reader: Reader, pattern: acorn.ArrayPattern): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  for (const [position, target] of pattern.elements.entries()) {
    if (target === null) continue;
    const span = reader.span(target);
    const index: ArrowExpression = { kind: "literal", value: position, span };
    const from = (object: ArrowExpression): ArrowExpression => ({
      kind: "index",
      object,
      index,
      optional: false,
      span,
    });
    if (target.type === "RestElement") parts.push(restPart(target, index));
    else parts.push({ target, from });
  }
  return parts;
}
