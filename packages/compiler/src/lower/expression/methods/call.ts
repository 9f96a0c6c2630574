import type { ArrowExpression, CallExpression } from "../../../ir/arrow.ts";
import { conditional } from "../code/operators.ts";
import { once } from "../emit/bind.ts";
import { refusedGap } from "../emit/gaps.ts";
import { isThere } from "../emit/logical.ts";
import { inOptionalChain } from "../emit/member.ts";
import { inlinedCall, isReusableCall } from "../emit/reusable.ts";
import { type Scope, type Truth, toldElsewhere } from "../emit/session.ts";
import { truthOf } from "../emit/truth.ts";
import { globals } from "../globals/registry.ts";
import { regexCall } from "../regex/pattern-methods.ts";
import { isRegex } from "../regex/regex-argument.ts";
import { canBe, insideOf, kinds, type Value } from "../value/index.ts";
import { superfluous } from "./argument-counts.ts";
import { dateCall, isDate } from "./dates.ts";
import { closesGaps, readsGaps } from "./gap-readers.ts";
import type { MethodLowering } from "./invocation.ts";
import { adviceFor, methods } from "./registry.ts";
import { isSet } from "./sets.ts";

/** A call of a method or of a global function, or of a reusable expression. */
export function callValue(node: CallExpression, scope: Scope): Value {
  const { session } = scope;
  const inlined = inlinedCall(node, scope.data);
  if (inlined) return session.emit(inlined, scope);
  if (isReusableCall(node, scope.data)) return toldElsewhere;
  const extra = superfluous(node);
  if (extra) return session.refuse(node, ...extra);
  if (!node.receiver) return globalValue(node, scope);
  if (isRegex(node.receiver)) return regexCall(node, node.receiver, scope);
  if (isDate(node.receiver)) return dateCall(node, node.receiver, scope);
  if (isSet(node.receiver) && node.method === "has") {
    return session.refuse(node, "A Set is no JSON.", "Use `xs.includes(x)`.");
  }
  const lowering = methods.get(node.method);
  const plain: ArrowExpression[] = [];
  for (const argument of node.arguments) if (argument.kind !== "spread") plain.push(argument);
  if (!lowering)
    return session.refuse(node, `\`${node.method}\` has no counterpart.`, adviceFor(node.method));
  if (plain.length < node.arguments.length) {
    return session.refuse(node, "Arguments cannot be spread here.", "Write them one by one.");
  }
  return onReceiver(node, node.receiver, plain, lowering, scope);
}

function globalValue(node: CallExpression, scope: Scope): Value {
  const lowering = globals.get(node.method);
  if (lowering) return lowering({ node, scope, arguments: node.arguments });
  return scope.session.refuse(node, `\`${node.method}\` is not known here.`, adviceFor(node.method));
}

/** A receiver that may be missing or null: `?.` yields nothing then; without it the call is refused. */
function onReceiver(
  node: CallExpression,
  receiverNode: ArrowExpression,
  parameters: readonly ArrowExpression[],
  lowering: MethodLowering,
  scope: Scope,
): Value {
  const { session } = scope;
  const receiver = session.emit(receiverNode, scope);
  const isKnown = receiver.shape.kind !== "unknown";
  const isOptional = node.optional || inOptionalChain(receiverNode);
  const mayBeMissing = receiver.absent === "possible" || (isKnown && canBe(receiver, kinds.null));
  const there: Value = { ...receiver, absent: "never" };
  if (receiver.gaps === "possible" && readsGaps(node)) return refusedGap(receiverNode, session);
  const invoke = (value: Value): Value => {
    const result = lowering({ node, receiver: value, scope, arguments: parameters });
    const isData = canBe(result, kinds.array | kinds.object);
    const { gaps: _, ...closed } = receiver;
    return isData ? { ...result, ...insideOf(closesGaps(node) ? closed : receiver, result) } : result;
  };
  if (!isOptional) {
    if (!mayBeMissing) return invoke(there);
    const instead = "Add `?? []` or `?? ''` to it in parentheses, or use `?.`.";
    return session.refuse(receiverNode, `It may be missing, and \`${node.method}\` needs a value.`, instead);
  }
  if (receiver.absent === "never" && isKnown && !canBe(receiver, kinds.null)) return invoke(there);
  let result: Value | undefined;
  const code = once(session, receiver.code, "t", (one) => {
    result = invoke({ ...there, code: one });
    return conditional(isThere(receiver, one), result.code);
  });
  return result ? { ...result, code, absent: "possible" } : there;
}

/** A call as a test. */
export function callTest(node: CallExpression, scope: Scope): Truth {
  const [first] = node.arguments;
  if (!node.receiver && node.method === "Boolean" && first && first.kind !== "spread") {
    return scope.session.test(first, scope);
  }
  return truthOf(scope.session, callValue(node, scope));
}
