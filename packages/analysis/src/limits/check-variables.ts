import { quotas } from "@statewright/asl";
import { childPointer, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
import { objectShape, type Shape, sizeBounds } from "@statewright/json-types";
import type { Environment, Variables } from "../types/environment.ts";
import type { StateSite } from "../types/machine-sites.ts";
import type { Outcome } from "../types/world.ts";
import { dominantField } from "./dominant-field.ts";
import { variableSize } from "./variable-size.ts";

/**
 * Reports a variable that is assigned more than it can hold, and an Assign that assigns more than one may
 * altogether (R-VAR-14): for certain, or where a bound is known and passes the quota.
 */
export function checkVariables(
  { edges }: Outcome,
  { variables: before }: Environment,
  site: StateSite,
  report: (diagnostic: Diagnostic) => void,
): void {
  const told = new Set<JsonPointer>();
  for (const { via, environment } of edges) {
    const pointer = childPointer(via, "Assign");
    if (environment.variables === before || told.has(pointer)) continue;
    told.add(pointer);
    const assigned = changed(before, environment.variables);
    const single = assigned.flatMap(([variable, shape]) =>
      over([[variable, shape]], quotas.variableBytes, variable),
    );
    const found = single.length > 0 ? single : over(assigned, quotas.assignBytes);
    for (const { certain, ...facts } of found)
      report(
        variableSize.at(
          { state: site.name, pointer },
          { state: site.name, certain, ...facts },
          { severity: certain ? "error" : "warning" },
        ),
      );
  }
}

type Assigned = readonly (readonly [variable: string, shape: Shape])[];

function changed(before: Variables, after: Variables): Assigned {
  return Object.entries(after).filter(([name, shape]) => before[name] !== shape);
}

/** How much the values are together, where it is more than the quota; the names do not count. */
function over(assigned: Assigned, quota: number, variable?: string) {
  const sizes = assigned.map(([, shape]) => sizeBounds(shape));
  const least = sizes.reduce((sum, size) => sum + size.least, 0);
  const most = sizes.reduce((sum, size) => sum + size.most, 0);
  const certain = least > quota;
  if (!certain && !(Number.isFinite(most) && most > quota)) return [];
  const named = objectShape(Object.fromEntries(assigned.map(([name, shape]) => [`$${name}`, shape])));
  const dominant = dominantField(named, certain);
  return [{ variable, bytes: certain ? least : most, quota, dominant, certain }];
}
