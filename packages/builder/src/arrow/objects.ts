import type { ArrowExpression, ObjectExpression, ObjectProperty, SpreadElement } from "@statewright/compiler";
import type * as acorn from "acorn";
import type { Names } from "./names.ts";
import { patternKey } from "./patterns.ts";
import { type Reader, undefinedAt } from "./reader.ts";

type Member = ObjectProperty | SpreadElement;

/** `{ a, b: x, [k]: v, ...rest }` */
export function objectExpression(
  reader: Reader,
  node: acorn.ObjectExpression,
  names: Names,
): ObjectExpression {
  const members = node.properties.flatMap((property): Member[] => {
    const span = reader.span(property);
    if (property.type === "SpreadElement") return spread(reader.expression(property.argument, names), span);
    if (property.kind !== "init" || property.method) {
      reader.refuse(property, "A function is no data.", "Give the value itself.");
      return [];
    }
    const name = patternKey(property);
    if (name === "__proto__" && !property.computed && !property.shorthand) {
      reader.refuse(property, "It sets the prototype of the object, not a field.", "Rename the field.");
      return [];
    }
    const key = name ?? reader.expression(property.key, names);
    return [{ kind: "property", key, value: reader.expression(property.value, names), span }];
  });
  return { kind: "object", members, span: reader.span(node) };
}

/** What `...value` puts into an object; a fresh object is taken apart, as in `Object.assign({}, a)`. */
function spread(value: ArrowExpression, span: ArrowExpression["span"]): Member[] {
  return [{ kind: "spread", value, span }];
}

/** `Object.assign({ … }, a, b)` and the helpers of compilers: the object `{ …, ...a, ...b }`. */
export function assignedObject(
  first: ObjectExpression,
  others: readonly ArrowExpression[],
  span: ArrowExpression["span"],
): ObjectExpression {
  const members = others.flatMap((other): readonly Member[] =>
    other.kind === "object" ? other.members : spread(other, other.span),
  );
  return { kind: "object", members: [...first.members, ...members], span };
}

/** `[a, ...xs]` */
export function arrayExpression(reader: Reader, node: acorn.ArrayExpression, names: Names): ArrowExpression {
  const elements = node.elements.map((element): ArrowExpression | SpreadElement => {
    if (element === null) return reader.refuse(node, "It has a hole.", "Write `null`.");
    if (element.type !== "SpreadElement") return reader.expression(element, names);
    return {
      kind: "spread",
      value: reader.expression(element.argument, names),
      span: reader.span(element),
    };
  });
  return { kind: "array", elements, span: reader.span(node) };
}

/** A template literal; without holes it is a text. */
export function templateExpression(
  reader: Reader,
  node: acorn.TemplateLiteral,
  names: Names,
): ArrowExpression {
  const span = reader.span(node);
  const parts: (string | ArrowExpression)[] = [];
  for (const [index, quasi] of node.quasis.entries()) {
    const text = quasi.value.cooked ?? "";
    if (text !== "") parts.push(text);
    const hole = node.expressions[index];
    if (hole) parts.push(reader.expression(hole, names));
  }
  if (node.expressions.length > 0) return { kind: "template", parts, span };
  return { kind: "literal", value: node.quasis[0]?.value.cooked ?? "", span };
}

/** A number, text, boolean, null or regular expression. */
export function literalExpression(reader: Reader, node: acorn.Literal): ArrowExpression {
  const { value } = node;
  if (node.regex) {
    const { pattern, flags } = node.regex;
    return { kind: "regex", source: pattern, flags, span: reader.span(node) };
  }
  if (typeof value === "bigint") return reader.refuse(node, "JSON has no big integers.", "Use a number.");
  if (typeof value === "number" && !Number.isFinite(value)) {
    return reader.refuse(node, "JSON has no infinity and no NaN.", "Use a number.");
  }
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (isPlain || value === null) return { kind: "literal", value, span: reader.span(node) };
  return undefinedAt(reader.span(node));
}
