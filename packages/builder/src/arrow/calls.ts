import type { ArrowExpression, SpreadElement } from "@statewright/compiler";
import type * as acorn from "acorn";
import { isModuleName, isPowerHelper, isSpreadHelper, withoutArtefacts } from "./artefacts.ts";
import { functionValue, inlined, innerFunction } from "./functions.ts";
import { conversions, globalFunctions, globalObjects } from "./globals.ts";
import type { Names } from "./names.ts";
import { assignedObject } from "./objects.ts";
import { type Reader, undefinedAt } from "./reader.ts";

/** A call: of a method, of a function of JavaScript, or of a function written in the arrow. */
export function callExpression(reader: Reader, node: acorn.CallExpression, names: Names): ArrowExpression {
  if (node.callee.type === "Super") return reader.refuse(node, "There is no class here.", "Call a method.");
  const callee = withoutArtefacts(node.callee, names);
  const inner = innerFunction(callee, names);
  if (inner) return inlined(reader, inner, plainArguments(reader, node, names), node);
  const spread = spreadCall(reader, node, callee, names);
  if (spread) return spread;
  if (callee.type === "MemberExpression") return memberCall(reader, node, callee, names);
  if (callee.type !== "Identifier") {
    return reader.refuse(
      node,
      "Only methods and known functions are called here.",
      "Write its body in its place.",
    );
  }
  const { name } = callee;
  if (names.has(name)) {
    return reader.refuse(node, `\`${name}\` is data, not a function.`, "Write what it does in its place.");
  }
  if (isPowerHelper(name)) return power(reader, node, names);
  if (!globalFunctions.has(name)) return reader.outer(callee, name, true);
  const given = callArguments(reader, node, names);
  return { kind: "call", method: name, arguments: given, optional: false, span: reader.span(node) };
}

/** `new Date(…)` and `new Set(…)`; whoever uses it says what becomes of it. */
export function newExpression(reader: Reader, node: acorn.NewExpression, names: Names): ArrowExpression {
  const { callee } = node;
  const name = callee.type === "Identifier" && !names.has(callee.name) ? callee.name : undefined;
  if (name !== "Date" && name !== "Set") {
    const [reason, instead] = name === "RegExp" ? noRegExp : noClass;
    return reader.refuse(node, reason, instead);
  }
  const given = node.arguments.map((one) => argument(reader, one, names));
  return { kind: "call", method: `new ${name}`, arguments: given, optional: false, span: reader.span(node) };
}

const noClass = [
  "An expression makes no objects of a class.",
  "Use plain data, or do it in a task.",
] as const;
const noRegExp = [
  "The pattern has to be known when the workflow is compiled.",
  "Write it out: `/[a-z]+/`.",
] as const;

/** `__pow(a, b)`. */
function power(reader: Reader, node: acorn.CallExpression, names: Names): ArrowExpression {
  const span = reader.span(node);
  const [left = undefinedAt(span), right = undefinedAt(span)] = plainArguments(reader, node, names);
  return { kind: "binary", operator: "**", left, right, span };
}

function memberCall(
  reader: Reader,
  node: acorn.CallExpression,
  callee: acorn.MemberExpression,
  names: Names,
): ArrowExpression {
  const span = reader.span(node);
  const method = methodName(reader, callee, names);
  if (method === undefined) {
    return reader.refuse(callee, "The method's name is computed.", "Write the method's name.");
  }
  const { object } = callee;
  if (object.type === "Identifier" && !names.has(object.name) && globalObjects.has(object.name)) {
    const given = callArguments(reader, node, names);
    return { kind: "call", method: `${object.name}.${method}`, arguments: given, optional: false, span };
  }
  if (object.type === "Identifier" && !names.has(object.name) && isModuleName(object.name)) {
    return reader.outer(callee, method, true);
  }
  const receiver = reader.expression(object, names);
  const given = callArguments(reader, node, names);
  return {
    kind: "call",
    receiver,
    method,
    arguments: given,
    optional: callee.optional || node.optional,
    span,
  };
}

function methodName(reader: Reader, callee: acorn.MemberExpression, names: Names): string | undefined {
  if (!callee.computed) return callee.property.type === "Identifier" ? callee.property.name : undefined;
  const key = reader.expression(callee.property, names);
  return key.kind === "literal" && typeof key.value === "string" ? key.value : undefined;
}

/** `Object.assign({}, a, { b })`, `__spreadValues({}, a)`, `(0, _object_spread._)({}, a)`. */
function spreadCall(
  reader: Reader,
  node: acorn.CallExpression,
  callee: acorn.Expression,
  names: Names,
): ArrowExpression | undefined {
  if (!isSpreadCallee(callee, names)) return undefined;
  const [first, ...others] = plainArguments(reader, node, names);
  if (first?.kind === "object") return assignedObject(first, others, reader.span(node));
  const instead = "Begin with a new object: `{ ...a, ...b }`.";
  return reader.refuse(node, "It changes its first argument.", instead);
}

function isSpreadCallee(callee: acorn.Expression, names: Names): boolean {
  if (callee.type === "Identifier") return !names.has(callee.name) && isSpreadHelper(callee.name);
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return false;
  const { name } = callee.object;
  if (names.has(name) || callee.computed || callee.property.type !== "Identifier") return false;
  const { name: property } = callee.property;
  return name === "Object" ? property === "assign" : property === "_" && isSpreadHelper(name);
}

function plainArguments(
  reader: Reader,
  node: acorn.CallExpression,
  names: Names,
): readonly ArrowExpression[] {
  return callArguments(reader, node, names).map((one) =>
    one.kind === "spread"
      ? reader.refuse(node, "Arguments cannot be spread here.", "Write them one by one.")
      : one,
  );
}

function callArguments(
  reader: Reader,
  node: acorn.CallExpression,
  names: Names,
): readonly (ArrowExpression | SpreadElement)[] {
  return node.arguments.map((given) => argument(reader, given, names));
}

function argument(
  reader: Reader,
  given: acorn.Expression | acorn.SpreadElement,
  names: Names,
): ArrowExpression | SpreadElement {
  if (given.type === "SpreadElement") {
    return { kind: "spread", value: reader.expression(given.argument, names), span: reader.span(given) };
  }
  const inner = innerFunction(given, names);
  if (inner) return functionValue(reader, inner, given);
  return conversion(reader, given, names) ?? reader.expression(given, names);
}

/** `xs.map(String)`: the function that calls it with one value. */
function conversion(reader: Reader, given: acorn.Expression, names: Names): ArrowExpression | undefined {
  if (given.type !== "Identifier" || names.has(given.name) || !conversions.has(given.name)) return undefined;
  const span = reader.span(given);
  const local = reader.local("v");
  const value: ArrowExpression = { kind: "local", local, span };
  const body: ArrowExpression = {
    kind: "call",
    method: given.name,
    arguments: [value],
    optional: false,
    span,
  };
  return { kind: "function", parameters: [local], body, span };
}
