import type { ArrowExpression } from "../../../ir/arrow.ts";
import type { Value } from "../value/index.ts";
import type { Session } from "./session.ts";

/** Refuses to read the elements of an array in which null stands for undefined. */
export function refusedGap(node: ArrowExpression, session: Session): Value {
  const reason =
    "An element of it may be undefined; JSON has none, so it is null here and would be told apart no more.";
  return session.refuse(node, reason, "Add `?? null` (or another value) where the element is made.");
}

/** Refuses to ask whether an element is undefined, or null, where it may be either. */
export function refusedFilled(node: ArrowExpression, session: Session): Value {
  const reason = "It is an element of an array built here, in which null may stand for undefined.";
  return session.refuse(node, reason, "Compare with `== null` or `!= null`, which ask for both.");
}
