import { quotas } from "@statewright/asl";
import { childPointer, type Diagnostic } from "@statewright/diagnostics";
import { sizeBounds } from "@statewright/json-types";
import type { Environment } from "../types/environment.ts";
import type { StateSite } from "../types/machine-sites.ts";
import type { Outcome } from "../types/world.ts";
import { variableSize } from "./variable-size.ts";

/**
 * Reports a variable that is assigned more than it can hold (R-VAR-14): for certain, or where a bound is known
 * and passes the quota.
 */
export function checkVariables(
  { edges }: Outcome,
  { variables: before }: Environment,
  site: StateSite,
  report: (diagnostic: Diagnostic) => void,
): void {
  const told = new Set<string>();
  for (const { environment } of edges) {
    if (environment.variables === before) continue;
    for (const [variable, shape] of Object.entries(environment.variables)) {
      if (before[variable] === shape || told.has(variable)) continue;
      const { least, most } = sizeBounds(shape);
      const quota = quotas.variableBytes;
      const certain = least > quota;
      if (!certain && !(Number.isFinite(most) && most > quota)) continue;
      told.add(variable);
      report(
        variableSize.at(
          { state: site.name, pointer: childPointer(site.pointer, "Assign") },
          { state: site.name, variable, bytes: certain ? least : most, quota, certain },
          { severity: certain ? "error" : "warning" },
        ),
      );
    }
  }
}
