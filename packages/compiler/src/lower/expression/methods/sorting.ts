import { arrayShape } from "@statewright/json-types";
import type { ArrowExpression, FunctionExpression } from "../../../ir/arrow.ts";
import { type Code, call, variable } from "../code/code.ts";
import { arrayCode, nullCode } from "../code/constructors.ts";
import { numberLiteral, stringLiteral } from "../code/literal.ts";
import { binary, conditional, lambda } from "../code/operators.ts";
import { numberOperand } from "../emit/arithmetic.ts";
import { shapedValue } from "../emit/results.ts";
import type { Scope, Session } from "../emit/session.ts";
import { canBe, elementPart, isOnly, kinds, mayBeLong, scalarKinds } from "../value/index.ts";
import { enter, functionArgument, type MethodLowering } from "./invocation.ts";

/**
 * `$sort` with a function. As the last call of a function it gets brackets: jsonata 2.0.6 hands a last call
 * its functions unready ("comp is not a function").
 */
function sortedBy(array: Code, isAfter: Code, scope: Scope): Code {
  const sorted = call("sort", array, isAfter);
  return scope.inFunction ? arrayCode([sorted]) : sorted;
}

/** `$sort` is stable, as JavaScript's is; its function says whether two neighbours change places. */
const toSorted: MethodLowering = (invocation) => {
  const { receiver, scope, node } = invocation;
  const { session } = scope;
  const element = shapedValue(receiver.code, elementPart(receiver.shape));
  const shape = arrayShape(element.shape);
  if (invocation.arguments.length === 0) {
    if (isOnly(element, kinds.string)) return shapedValue(call("sort", receiver.code), shape);
    if (!canBe(element, scalarKinds) && canBe(element, kinds.array | kinds.object)) {
      return session.refuse(
        node,
        "Without a function, JavaScript sorts as texts.",
        "Give one: `(a, b) => a.n - b.n`.",
      );
    }
    if (mayBeLong(element.shape)) session.long(node);
    const isKnown = isOnly(element, scalarKinds);
    if (!isKnown) session.unknown(node);
    const [left, right] = [session.name("l"), session.name("r")].map(variable);
    const text = (one: Code | undefined): Code => sortedText(one ?? nullCode, isKnown, node, session);
    const isAfter = binary(">", text(left), text(right));
    const names = [left, right].map((one) => one?.text.slice(1) ?? "");
    return shapedValue(sortedBy(receiver.code, lambda(names, isAfter), scope), shape);
  }
  const fn = functionArgument(invocation, 0);
  if (!fn) return receiver;
  if (isAscending(fn) && isOnly(element, kinds.number))
    return shapedValue(call("sort", receiver.code), shape);
  const { names, inner } = enter(fn, [element.shape, element.shape], scope, 2, receiver);
  const order = session.emit(fn.body, inner);
  const isAfter = binary(">", numberOperand(fn.body, order, session), numberLiteral(0));
  return shapedValue(sortedBy(receiver.code, lambda(names, isAfter), scope), shape);
};

/** What an element is sorted by without a function: its text. */
function sortedText(one: Code, isKnown: boolean, node: ArrowExpression, session: Session): Code {
  if (isKnown) return call("string", one);
  const names = ["string", "number", "boolean", "null"].map(stringLiteral);
  const isText = binary("in", call("type", one), arrayCode(names));
  return call("string", conditional(isText, one, session.failure(node, "sorts objects")));
}

function isAscending(fn: FunctionExpression): boolean {
  const [a, b] = fn.parameters;
  const { body } = fn;
  if (body.kind !== "binary" || body.operator !== "-" || !a || !b) return false;
  const { left, right } = body;
  return left.kind === "local" && left.local.id === a.id && right.kind === "local" && right.local.id === b.id;
}

const toReversed: MethodLowering = ({ receiver }) =>
  shapedValue(call("reverse", receiver.code), arrayShape(elementPart(receiver.shape)));

/** `sort` and `reverse` change their array: right only for one that was just made. */
function onFresh(lowering: MethodLowering, instead: string): MethodLowering {
  return (invocation) => {
    if (invocation.node.receiver && isFresh(invocation.node.receiver)) return lowering(invocation);
    const reason = `\`${invocation.node.method}\` changes the array itself, and an expression cannot.`;
    return invocation.scope.session.refuse(invocation.node, reason, `Use \`${instead}\`.`);
  };
}

const makingArrays: ReadonlySet<string> = new Set(
  "map filter slice concat flat flatMap toSorted toReversed split Object.keys Object.values Object.entries sort reverse".split(
    " ",
  ),
);

function isFresh(node: ArrowExpression): boolean {
  return node.kind === "array" || (node.kind === "call" && makingArrays.has(node.method));
}

export const sortingMethods: Readonly<Record<string, MethodLowering>> = {
  toSorted,
  toReversed,
  sort: onFresh(toSorted, "toSorted"),
  reverse: onFresh(toReversed, "toReversed"),
};
