import { arrayShape, booleanShape, stringShape, unknownShape } from "@statewright/json-types";
import type { ArrowExpression, CallExpression } from "../../ir/arrow.ts";
import { elementPart, kinds, kindsOf } from "../expression/value/index.ts";
import { formatted } from "./format.ts";
import { emptyParts } from "./json-path-diagnostics.ts";
import type { Evaluate, PathSession } from "./path-session.ts";
import {
  type IntrinsicCall,
  index,
  isDefinite,
  type PathValue,
  refusedValue,
  shapeOf,
  slice,
} from "./path-value.ts";
import { projected } from "./projection.ts";

/** A call of a method or of a function of JavaScript, as an intrinsic function or as steps of a path. */
export function callOf(node: CallExpression, evaluate: Evaluate, session: PathSession): PathValue {
  const given = node.arguments.filter((one): one is ArrowExpression => one.kind !== "spread");
  if (given.length < node.arguments.length || node.optional) return unknownCall(node, session);
  if (!node.receiver) return globalCall(node, given, evaluate, session);
  switch (node.method) {
    case "map":
    case "flatMap":
      return projected(node, evaluate(node.receiver), given, session);
    case "filter":
      return splitParts(node, given, evaluate, session) ?? unknownCall(node, session);
    case "includes":
      return included(node, given, evaluate, session);
    case "split":
      return split(node, given, evaluate, session, true);
    case "at":
      return itemAt(node, given, evaluate, session);
    case "slice":
      return sliced(node, given, evaluate, session);
    case "concat":
      return concatenated(node, given, evaluate, session);
    default:
      return unknownCall(node, session);
  }
}

function unknownCall(node: CallExpression, session: PathSession): PathValue {
  return session.refuse(node, `JSONPath has no function that does what \`${node.method}\` does.`);
}

function globalCall(
  node: CallExpression,
  given: readonly ArrowExpression[],
  evaluate: Evaluate,
  session: PathSession,
): PathValue {
  const [first] = given;
  const isOne = first !== undefined && given.length === 1;
  if (node.method === "crypto.randomUUID" && given.length === 0)
    return intrinsic("States.UUID", [], stringShape());
  if (!isOne) return unknownCall(node, session);
  switch (node.method) {
    case "JSON.parse":
      return withOperand(first, evaluate, session, (value) =>
        intrinsic("States.StringToJson", [value], unknownShape),
      );
    case "JSON.stringify":
      return withOperand(first, evaluate, session, (value) =>
        intrinsic("States.JsonToString", [value], stringShape()),
      );
    case "String":
      return formatted([{ node: first, value: evaluate(first) }], session);
    default:
      return unknownCall(node, session);
  }
}

function intrinsic(name: string, values: readonly PathValue[], shape: IntrinsicCall["shape"]): IntrinsicCall {
  return { kind: "call", name, arguments: values, shape };
}

/** An operand that has to be there. */
function withOperand(
  node: ArrowExpression,
  evaluate: Evaluate,
  session: PathSession,
  use: (value: PathValue) => PathValue,
): PathValue {
  const value = evaluate(node);
  if (value === refusedValue) return value;
  if (value.kind === "reference" && value.absent === "possible") {
    return session.refuse(node, "It may be missing, and a path that finds nothing fails the execution.");
  }
  return use(value);
}

/** `xs.includes(x)`; objects are equal there by what they hold, in JavaScript never. */
function included(
  node: CallExpression,
  [wanted, ...more]: readonly ArrowExpression[],
  evaluate: Evaluate,
  session: PathSession,
): PathValue {
  const { receiver } = node;
  if (!receiver || !wanted || more.length > 0) return unknownCall(node, session);
  return withOperand(receiver, evaluate, session, (list) => {
    if ((kindsOf(shapeOf(list)) & kinds.array) === 0) {
      return session.refuse(node, "JSONPath finds items in arrays, no texts in texts.");
    }
    return withOperand(wanted, evaluate, session, (value) =>
      (kindsOf(shapeOf(value)) & ~(kinds.array | kinds.object)) === 0
        ? session.refuse(node, "Objects are compared by what they hold there.", "Compare their ids.")
        : intrinsic("States.ArrayContains", [list, value], booleanShape()),
    );
  });
}

/** `States.StringSplit` takes a set of separators and leaves empty parts out. */
function split(
  node: CallExpression,
  [separator, ...more]: readonly ArrowExpression[],
  evaluate: Evaluate,
  session: PathSession,
  warned: boolean,
): PathValue {
  const { receiver } = node;
  if (!receiver || !separator || more.length > 0) return unknownCall(node, session);
  const at = evaluate(separator);
  if (at.kind !== "constant" || typeof at.value !== "string" || at.value.length !== 1) {
    return session.refuse(node, "`States.StringSplit` parts a text at single characters.");
  }
  if (warned) session.warn(emptyParts, node);
  return withOperand(receiver, evaluate, session, (text) =>
    intrinsic("States.StringSplit", [text, at], arrayShape(stringShape())),
  );
}

/** `text.split(",").filter((part) => part !== "")` is what `States.StringSplit` does. */
function splitParts(
  node: CallExpression,
  [test, ...more]: readonly ArrowExpression[],
  evaluate: Evaluate,
  session: PathSession,
): PathValue | undefined {
  const { receiver } = node;
  if (receiver?.kind !== "call" || receiver.method !== "split" || more.length > 0) return undefined;
  if (test?.kind !== "function" || !isNotEmpty(test.body, test.parameters[0]?.id)) return undefined;
  const separators = receiver.arguments.filter((one): one is ArrowExpression => one.kind !== "spread");
  return split(receiver, separators, evaluate, session, false);
}

function isNotEmpty(body: ArrowExpression, id: number | undefined): boolean {
  const isPart = (node: ArrowExpression): boolean => node.kind === "local" && node.local.id === id;
  if (isPart(body)) return true;
  if (body.kind === "call" && body.method === "Boolean") {
    const [first] = body.arguments;
    return first !== undefined && first.kind !== "spread" && isPart(first);
  }
  return (
    body.kind === "binary" &&
    body.operator === "!==" &&
    isPart(body.left) &&
    body.right.kind === "literal" &&
    body.right.value === ""
  );
}

/** `xs.at(-1)` → `$.xs[-1]`. */
function itemAt(
  node: CallExpression,
  [at, ...more]: readonly ArrowExpression[],
  evaluate: Evaluate,
  session: PathSession,
): PathValue {
  if (!node.receiver || !at || more.length > 0) return unknownCall(node, session);
  const list = evaluate(node.receiver);
  const position = evaluate(at);
  if (list === refusedValue || position === refusedValue) return refusedValue;
  const isFixed = position.kind === "constant" && Number.isInteger(position.value);
  const isArray = list.kind === "reference" && isDefinite(list) && kindsOf(list.shape) !== kinds.string;
  if (!isArray || !isFixed) {
    return session.refuse(node, "A path counts with constants, in arrays.");
  }
  const step = index(Number(position.value));
  return { ...list, steps: [...list.steps, step], shape: elementPart(list.shape) };
}

/** `xs.slice(1, 3)` → `$.xs[1:3]`. */
function sliced(
  node: CallExpression,
  bounds: readonly ArrowExpression[],
  evaluate: Evaluate,
  session: PathSession,
): PathValue {
  if (!node.receiver || bounds.length > 2) return unknownCall(node, session);
  const list = evaluate(node.receiver);
  if (list === refusedValue) return list;
  const [from, to] = bounds.map((bound) => evaluate(bound)).map(wholeNumber);
  const areFixed = bounds.length > 0 && from !== undefined && (bounds.length < 2 || to !== undefined);
  const isArray = list.kind === "reference" && isDefinite(list) && kindsOf(list.shape) === kinds.array;
  if (!isArray || !areFixed || to === 0) {
    return session.refuse(node, "A path takes parts of arrays that are known as such, with constant bounds.");
  }
  if (from === 0 && to === undefined) return list;
  const shape = arrayShape(elementPart(list.shape));
  return { ...list, steps: [...list.steps, slice(from === 0 ? undefined : from, to)], shape };
}

function wholeNumber(value: PathValue): number | undefined {
  return value.kind === "constant" && Number.isInteger(value.value) ? Number(value.value) : undefined;
}

function concatenated(
  node: CallExpression,
  given: readonly ArrowExpression[],
  evaluate: Evaluate,
  session: PathSession,
): PathValue {
  if (!node.receiver) return unknownCall(node, session);
  const text = evaluate(node.receiver);
  if (text === refusedValue) return text;
  if (kindsOf(shapeOf(text)) !== kinds.string)
    return session.refuse(node, "JSONPath puts no lists together.");
  const parts = given.map((one) => ({ node: one, value: evaluate(one) }));
  return formatted([{ node: node.receiver, value: text }, ...parts], session);
}
