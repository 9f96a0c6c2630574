import { misplacedCatchAll } from "../diagnostics/rules.ts";
import { wrongType } from "../diagnostics/values.ts";
import type { Field } from "../fields/field.ts";
import { objectFields } from "../fields/object-fields.ts";
import type { JsonRecord, JsonValue } from "../model/json-value.ts";
import { readFields } from "./read-fields.ts";
import { described } from "./read-value.ts";
import { type Here, isRecord, lowered, placeOf, type Reading } from "./reading.ts";

/** Reads the entries of `Retry` or `Catch`. An empty list is legal (R-RETRY-05, R-CATCH-01). */
export function readErrorEntries(
  reading: Reading,
  at: Here,
  { kind }: Field,
  value: JsonValue,
): readonly unknown[] | undefined {
  const name = kind === "Retrier" ? "Retry" : "Catch";
  if (!Array.isArray(value)) {
    const facts = { subject: at.subject, field: name, expected: "an array", found: described(value) };
    reading.report(wrongType.at(placeOf(at), facts));
    return undefined;
  }
  const entries: unknown[] = [];
  for (const [index, entry] of value.entries()) {
    const here = at.inside(index, () => `\`${name}[${index}]\` of ${lowered(at.subject)}`);
    if (!isRecord(entry)) {
      const facts = { subject: here.subject, field: "", expected: "an object", found: described(entry) };
      reading.report(wrongType.at(placeOf(here), facts));
    } else checkCatchAll(reading, here, entry, name, index === value.length - 1);
    // An entry that is none keeps its place: those after it are found by their index.
    const row = objectFields[kind === "Retrier" ? "Retrier" : "Catcher"];
    const held = isRecord(entry) ? readFields(reading, here, row, entry) : {};
    held.ErrorEquals ??= Object.freeze([]);
    if (kind === "Catcher") held.Next ??= "";
    entries.push(Object.freeze({ ...held }));
  }
  return Object.freeze(entries);
}

/** R-ERR-11. */
function checkCatchAll(reading: Reading, here: Here, entry: JsonRecord, list: string, last: boolean): void {
  const names = entry.ErrorEquals;
  if (!Array.isArray(names)) return;
  const index = names.indexOf("States.ALL");
  if (index < 0 || (names.length === 1 && last)) return;
  const place = placeOf(here.inside("ErrorEquals").inside(index));
  reading.report(misplacedCatchAll.at(place, { subject: here.subject, list, alone: names.length === 1 }));
}
