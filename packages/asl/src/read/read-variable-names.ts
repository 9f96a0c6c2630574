import { badVariableName } from "../diagnostics/names.ts";
import type { JsonRecord } from "../model/json-value.ts";
import { quotas } from "../quotas.ts";
import { type Here, placeOf, type Reading } from "./reading.ts";

/** Checks the names that an `Assign` assigns (R-VAR-01, R-VAR-03). */
export function readVariableNames(reading: Reading, at: Here, assign: JsonRecord): void {
  for (const key of Object.keys(assign)) {
    const dynamic = at.language !== "JSONata" && key.endsWith(".$");
    const name = dynamic ? key.slice(0, -2) : key;
    const reserved = name === "states";
    if (isVariableName(name) && !reserved) continue;
    const facts = { name, subject: at.subject, reserved, limit: quotas.variableNameLength };
    reading.report(badVariableName.at(placeOf(at.inside(key)), facts), "key");
  }
}

/** Whether a text can name a variable: an identifier (UAX #31) of at most 80 characters (R-VAR-03). */
export function isVariableName(name: string): boolean {
  return /^\p{ID_Start}\p{ID_Continue}*$/u.test(name) && [...name].length <= quotas.variableNameLength;
}
