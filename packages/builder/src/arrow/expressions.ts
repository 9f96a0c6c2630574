import type { ArrowExpression } from "@statewright/compiler";
import type * as acorn from "acorn";
import { isModuleName, withoutArtefacts } from "./artefacts.ts";
import { callExpression, newExpression } from "./calls.ts";
import { innerFunction } from "./functions.ts";
import { globalConstants, globalFunctions, globalObjects } from "./globals.ts";
import type { Names } from "./names.ts";
import { arrayExpression, literalExpression, objectExpression, templateExpression } from "./objects.ts";
import { binaryExpression, unaryExpression } from "./operators.ts";
import { withOptionalChain, withoutChain } from "./optional-chain.ts";
import { type Reader, undefinedAt } from "./reader.ts";
import { scopePart } from "./scope-parameter.ts";
import { branches } from "./temporaries.ts";

/** An expression of JavaScript as a node of the tree. */
export function readExpression(reader: Reader, whole: acorn.Expression, names: Names): ArrowExpression {
  const node = withoutArtefacts(whole, names);
  switch (node.type) {
    case "Identifier":
      return identifier(reader, node, names);
    case "Literal":
      return literalExpression(reader, node);
    case "TemplateLiteral":
      return templateExpression(reader, node, names);
    case "MemberExpression":
      return memberExpression(reader, node, names);
    case "ChainExpression":
      return reader.expression(node.expression, names);
    case "CallExpression":
      return callExpression(reader, node, names);
    case "NewExpression":
      return newExpression(reader, node, names);
    case "UnaryExpression":
      return unaryExpression(reader, node, names);
    case "BinaryExpression":
      return binaryExpression(reader, node, names);
    case "LogicalExpression":
      return logicalExpression(reader, node, names);
    case "ConditionalExpression":
      return conditionalExpression(reader, withoutChain(node), names);
    case "ObjectExpression":
      return objectExpression(reader, node, names);
    case "ArrayExpression":
      return arrayExpression(reader, node, names);
    case "AssignmentExpression":
      return assignment(reader, node, names);
    default:
      return refusedExpression(reader, node, names);
  }
}

function logicalExpression(reader: Reader, node: acorn.LogicalExpression, names: Names): ArrowExpression {
  const left = reader.expression(node.left, names);
  const [right = undefinedAt(reader.span(node))] = branches(names, () =>
    reader.expression(node.right, names),
  );
  return { kind: "logical", operator: node.operator, left, right, span: reader.span(node) };
}

function conditionalExpression(
  reader: Reader,
  node: acorn.ConditionalExpression,
  names: Names,
): ArrowExpression {
  const span = reader.span(node);
  const test = reader.expression(node.test, names);
  const [consequent = undefinedAt(span), alternate = undefinedAt(span)] = branches(
    names,
    () => reader.expression(node.consequent, names),
    () => reader.expression(node.alternate, names),
  );
  return withOptionalChain({ kind: "conditional", test, consequent, alternate, span });
}

function identifier(reader: Reader, node: acorn.Identifier, names: Names): ArrowExpression {
  const { name } = node;
  const span = reader.span(node);
  const binding = names.get(name);
  switch (binding?.kind) {
    case "alias":
      return { ...binding.value, span };
    case "local":
      return { kind: "local", local: binding.local, span };
    case "temporary":
      if (binding.slot.lost)
        return reader.refuse(node, "Whether it has a value depends on the way here.", constant);
      return binding.slot.value ? { ...binding.slot.value, span } : undefinedAt(span);
    case "scope":
      return reader.refuse(node, "The scope as a whole is no data.", `Take a part of it: \`${name}.input\`.`);
    case "function":
      return reader.refuse(node, "A function is no data.", "Call it.");
    default:
      return freeName(reader, node, name);
  }
}

function freeName(reader: Reader, node: acorn.Identifier, name: string): ArrowExpression {
  if (name === "undefined") return undefinedAt(reader.span(node));
  if (name === "NaN" || name === "Infinity") {
    return reader.refuse(node, "JSON has no infinity and no NaN.", "Use a number.");
  }
  if (name === "arguments") return reader.refuse(node, "It is no data.", "Name the parameters.");
  if (globalFunctions.has(name) || globalObjects.has(name)) {
    return reader.refuse(node, "A function is no data.", `Call it: \`${name}(…)\`.`);
  }
  return reader.outer(node, name, false);
}

function memberExpression(reader: Reader, node: acorn.MemberExpression, names: Names): ArrowExpression {
  const span = reader.span(node);
  if (node.object.type === "Super" || node.property.type === "PrivateIdentifier") {
    return reader.refuse(node, "There is no class here.", "Read a field of the data.");
  }
  const object = withoutArtefacts(node.object, names);
  // In the order of evaluation: what stands in front may set a temporary that the key reads.
  const first = object.type === "Identifier" ? undefined : reader.expression(object, names);
  const key = node.computed ? reader.expression(node.property, names) : undefined;
  const property = key === undefined ? propertyName(node.property) : textOf(key);
  if (object.type === "Identifier" && property !== undefined) {
    const special = ofName(reader, node, object, property, names);
    if (special) return special;
  }
  const base = first ?? reader.expression(object, names);
  const { optional } = node;
  if (property !== undefined) return { kind: "member", object: base, property, optional, span };
  return { kind: "index", object: base, index: key ?? undefinedAt(span), optional, span };
}

function propertyName(node: acorn.Expression): string | undefined {
  return node.type === "Identifier" ? node.name : undefined;
}

function textOf(key: ArrowExpression): string | undefined {
  return key.kind === "literal" && typeof key.value === "string" ? key.value : undefined;
}

/** `scope.input`, `Math.PI`, `settings_js_1.LIMIT`. */
function ofName(
  reader: Reader,
  node: acorn.MemberExpression,
  object: acorn.Identifier,
  property: string,
  names: Names,
): ArrowExpression | undefined {
  const binding = names.get(object.name);
  if (binding) return binding.kind === "scope" ? scopePart(reader, node, property) : undefined;
  const constant = globalConstants.get(`${object.name}.${property}`);
  if (constant !== undefined) return { kind: "literal", value: constant, span: reader.span(node) };
  if (globalObjects.has(object.name)) {
    return reader.refuse(node, "A function is no data.", `Call it: \`${object.name}.${property}(…)\`.`);
  }
  return isModuleName(object.name) ? reader.outer(node, property, false) : undefined;
}

/** Only the temporaries of compilers are assigned: `(_a = input.user) === null || …`. */
function assignment(reader: Reader, node: acorn.AssignmentExpression, names: Names): ArrowExpression {
  const { left, right, operator } = node;
  const binding = left.type === "Identifier" ? names.get(left.name) : undefined;
  if (binding?.kind !== "temporary" || operator !== "=") {
    return reader.refuse(node, "It changes something; an expression only yields a value.", constant);
  }
  const value = reader.expression(right, names);
  Object.assign(binding.slot, { value, lost: undefined });
  return value;
}

const constant = "Use `const`.";

function refusedExpression(reader: Reader, node: acorn.Expression, names: Names): ArrowExpression {
  if (innerFunction(node, names)) {
    return reader.refuse(node, "A function is no data.", "Give it to a method such as `map`, or call it.");
  }
  if (node.type === "SequenceExpression" && node.expressions.some(isTemporarySet)) {
    return reader.refuse(
      node,
      "A compiler wrote it for an old target.",
      "Set the target of your compiler to ES2017 or later.",
    );
  }
  const [reason, instead] = refusals[node.type] ?? ["It is no data-flow expression.", "Do it in a task."];
  return reader.refuse(node, reason, instead);
}

/** `_a = {}`, as in `(_a = {}, _a[key] = value, _a)`. */
function isTemporarySet(node: acorn.Expression): boolean {
  return (
    node.type === "AssignmentExpression" && node.left.type === "Identifier" && node.left.name.startsWith("_")
  );
}

const refusals: Readonly<Record<string, readonly [reason: string, instead: string]>> = {
  ThisExpression: ["The function is never run, so there is no `this`.", "Read from `input` or `constants`."],
  AwaitExpression: ["An expression has nothing to wait for.", "Do it in a task."],
  YieldExpression: ["An expression yields one value.", "Use `map` or `filter`."],
  UpdateExpression: ["It changes something; an expression only yields a value.", "Use `x + 1`."],
  SequenceExpression: ["The values before the last are thrown away.", "Leave the comma out."],
  TaggedTemplateExpression: ["It calls a function of your program.", "Use a plain template literal."],
  ClassExpression: ["A class is no data.", "Use plain data."],
  ImportExpression: ["An expression imports nothing.", "Do it in a task."],
  MetaProperty: ["It belongs to the module.", "Pass it through `constants`."],
};
