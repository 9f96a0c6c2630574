import type { JsonataExpression } from "../jsonata/expression.ts";
import { findingsOf } from "./ledger.ts";
import { conditionFacts } from "./narrow.ts";
import { given, sometimes } from "./place.ts";
import { muted, nextScope, type Session } from "./session.ts";
import type { Place } from "./value.ts";

/** The value of a part that is evaluated only if `condition` counts as `truth`; nothing if it never does. */
export function inferBranch<Answer>(
  condition: JsonataExpression,
  truth: boolean,
  place: Place,
  session: Session,
  evaluate: (place: Place) => Answer,
): Answer | undefined {
  const facts = conditionFacts(condition, truth, place, session);
  const inside = sometimes(place, nextScope(session));
  if (facts !== undefined) return evaluate(given(inside, nextScope(session), facts));
  // It never does because of what is found in it already: what follows from that is not said again.
  return hasFinding(condition, session) ? muted(session, () => evaluate(inside)) : undefined;
}

/** Whether something is wrong inside an expression. */
export function hasFinding({ span }: JsonataExpression, { ledger }: Session): boolean {
  if (!ledger.whole) return ledger.doubted;
  return findingsOf(ledger).some(
    (finding) => finding.asked !== true && finding.span.start >= span.start && finding.span.end <= span.end,
  );
}
