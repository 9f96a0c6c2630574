import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
} from "@statewright/diagnostics";
import type { Rule } from "./rule.ts";

/** A ceiling for the delay of a retry that is no ceiling (R-RETRY-01). */
export const lowMaxDelay: DiagnosticKind<{ maximum: number; interval: number }> = defineDiagnostic({
  code: "structure/max-delay",
  severity: "warning",
  message: ({ maximum, interval }) =>
    `\`MaxDelaySeconds\` is ${maximum}, not more than the first delay of ${interval} seconds.`,
  why: () => "It is the longest delay that backoff may reach; AWS wants it above `IntervalSeconds`.",
  help: () => "Raise `MaxDelaySeconds`, or remove it.",
});

/** `MaxDelaySeconds` leaves room above `IntervalSeconds`. */
export const retryDelays: Rule = ({ ofType: { Task, Map: maps, Parallel } }) => {
  const found: Diagnostic[] = [];
  for (const { state, name, pointer } of [...Task, ...maps, ...Parallel]) {
    for (const [index, retrier] of (state.Retry ?? none).entries()) {
      const { MaxDelaySeconds: maximum, IntervalSeconds: interval = 1 } = retrier;
      if (typeof maximum !== "number" || maximum > interval) continue;
      const at = childPointer(pointer, "Retry", index, "MaxDelaySeconds");
      found.push(lowMaxDelay.at({ state: name, pointer: at }, { maximum, interval }));
    }
  }
  return found;
};

const none: readonly [] = [];
