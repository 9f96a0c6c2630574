import type { ArrowExpression, CallExpression } from "../../../ir/arrow.ts";
import type { Scope } from "../emit/session.ts";
import { canBe, kinds, type Value } from "../value/index.ts";

/** A value that has to be a text, and there; refused where it can be none. */
export function presentText(
  argument: ArrowExpression | undefined,
  node: CallExpression,
  scope: Scope,
): Value {
  if (!argument) return scope.session.refuse(node, `\`${node.method}\` needs a text.`, "Give it one.");
  const value = scope.session.emit(argument, scope);
  const isText = canBe(value, kinds.string) || value.shape.kind === "never";
  if (value.absent !== "possible" && isText) return value;
  return scope.session.refuse(
    argument,
    "It has to be a text that is there.",
    "Add `?? ''`, or wrap it in `String(…)`.",
  );
}
