import { quotas } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import { type Shape, sizeBounds } from "@statewright/json-types";
import type { Environment } from "../types/environment.ts";
import type { StateSite } from "../types/machine-sites.ts";
import type { Outcome } from "../types/world.ts";
import { dominantField } from "./dominant-field.ts";
import { madeData } from "./made-data.ts";
import { payloadSize } from "./payload-size.ts";

/**
 * Reports a state that makes data larger than Step Functions carries (R-Q-01, R-TASK-07, R-ERR-25): for certain,
 * or where a bound is known and passes the quota. It is told once, where it is made: data that came in too large,
 * or was assigned, was told there.
 */
export function checkPayload(
  outcome: Outcome,
  environment: Environment,
  site: StateSite,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (overOf(environment.input) === "certain") return;
  for (const { what, shape, pointer, sources } of madeData(outcome, environment, site)) {
    if (shape === environment.input) continue;
    const over = overOf(shape);
    if (over === undefined) continue;
    const certain = over === "certain";
    const before = [...sources, ...Object.values(environment.variables)];
    if (before.some((source) => isToldBefore(source, certain))) continue;
    const { least, bounded } = sizeBounds(shape);
    report(
      payloadSize.at(
        { state: site.name, pointer },
        {
          state: site.name,
          what,
          bytes: certain ? least : bounded,
          quota: quotas.payloadBytes,
          dominant: dominantField(shape, certain),
          certain,
        },
        { severity: certain ? "error" : "warning" },
      ),
    );
  }
}

/** Whether data is larger than is carried. Of a part without a bound nothing is known: most texts are short. */
function overOf(shape: Shape): "certain" | "possible" | undefined {
  const { least, bounded } = sizeBounds(shape);
  if (least > quotas.payloadBytes) return "certain";
  return bounded > quotas.payloadBytes ? "possible" : undefined;
}

function isToldBefore(source: Shape, certain: boolean): boolean {
  const over = overOf(source);
  return certain ? over === "certain" : over !== undefined;
}
