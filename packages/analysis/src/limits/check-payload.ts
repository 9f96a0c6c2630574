import { quotas } from "@statewright/asl";
import { childPointer, type Diagnostic } from "@statewright/diagnostics";
import { type Shape, sizeBounds } from "@statewright/json-types";
import type { Environment } from "../types/environment.ts";
import type { StateSite } from "../types/machine-sites.ts";
import type { Outcome } from "../types/world.ts";
import { payloadSize } from "./payload-size.ts";

/**
 * Reports a state that makes data larger than Step Functions carries (R-Q-01, R-ERR-25): for certain, or where
 * a bound is known and passes the quota. Data that came in too large was told where it was made.
 */
export function checkPayload(
  outcome: Outcome,
  { input }: Environment,
  site: StateSite,
  report: (diagnostic: Diagnostic) => void,
): void {
  const made = [
    { what: "The result", shape: outcome.result },
    { what: "The output", shape: outcome.output },
  ];
  const before = sizeBounds(input);
  for (const { what, shape } of made) {
    if (shape === undefined || shape === input) continue;
    const { least, most } = sizeBounds(shape);
    const certain = least > quotas.payloadBytes;
    const possible = isTooLarge(most);
    if (!certain && !possible) continue;
    if (certain ? before.least > quotas.payloadBytes : isTooLarge(before.most)) return;
    report(
      payloadSize.at(
        { state: site.name, pointer: pointerOf(site) },
        {
          state: site.name,
          what,
          bytes: certain ? least : most,
          quota: quotas.payloadBytes,
          dominant: dominantField(shape, certain),
          certain,
        },
        { severity: certain ? "error" : "warning" },
      ),
    );
    return;
  }
}

/** Without a bound nothing is known: most texts are short. */
function isTooLarge(most: number): boolean {
  return Number.isFinite(most) && most > quotas.payloadBytes;
}

function pointerOf({ pointer, state }: StateSite): string {
  return "Output" in state && state.Output !== undefined ? childPointer(pointer, "Output") : pointer;
}

/** The field that makes up more than half of the size. */
function dominantField(shape: Shape, certain: boolean): string | undefined {
  if (shape.kind !== "object") return undefined;
  const size = (part: Shape) => (certain ? sizeBounds(part).least : sizeBounds(part).most);
  const all = size(shape);
  return Object.entries(shape.fields).find(([, field]) => size(field.shape) > all / 2)?.[0];
}
