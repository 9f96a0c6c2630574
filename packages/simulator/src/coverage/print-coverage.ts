import { inertText } from "@statewright/diagnostics";
import type { Coverage, CoverageTotal, CoveredPlace } from "./coverage.ts";
import { type LineOf, nearestLine } from "./source-line.ts";

/** How {@link printCoverage} prints. */
export interface PrintCoverageOptions {
  /** The name of the machine. */
  readonly name: string;
  /** Where its parts were written; without it, pointers are shown. */
  readonly lineOf?: LineOf | undefined;
}

/**
 * Prints what tests take of a machine, and each part that none takes with its line. Ends with a newline.
 *
 * The branches of a state that is never entered are not listed: they wait for the state.
 *
 * @example
 * ```
 * orders: 5 of 6 states (83.3 %), 3 of 5 branches (60 %)
 *   not taken  order.ts:12  "Charge"  Retry[0] on PaymentError
 *   not taken  order.ts:14  "Refund"  and its 1 branch
 * ```
 */
export function printCoverage(coverage: Coverage, { name, lineOf }: PrintCoverageOptions): string {
  const { states, branches } = coverage;
  const head = `${inertText(name)}: ${total(states, "state", "states")}, ${total(branches, "branch", "branches")}\n`;
  const missing = missingPlaces(coverage).map(({ place, inside }) => {
    const line = lineOf === undefined ? undefined : nearestLine(lineOf, place.pointer);
    const where = line === undefined ? place.pointer : `${line.file}:${line.line}`;
    const more = inside === 0 ? "" : `and its ${inside} ${inside === 1 ? "branch" : "branches"}`;
    return [where, `"${place.state}"`, place.what || more].map(inertText);
  });
  const widths = [0, 1].map((column) => Math.max(0, ...missing.map((row) => row[column]?.length ?? 0)));
  const rows = missing.map((row) =>
    `  not taken  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
  return head + rows.map((row) => `${row}\n`).join("");
}

interface Missing {
  readonly place: CoveredPlace;
  /** How many branches a state has that is missing itself. */
  readonly inside: number;
}

/** What no run took: states, and branches of the states that were entered. */
export function missingPlaces({ places }: Pick<Coverage, "places">): readonly Missing[] {
  const found: { place: CoveredPlace; inside: number }[] = [];
  let state: (typeof found)[number] | undefined;
  for (const place of places) {
    if (place.kind === "state") {
      state = place.taken > 0 ? undefined : { place, inside: 0 };
      if (state !== undefined) found.push(state);
    } else if (state !== undefined) state.inside += 1;
    else if (place.taken === 0) found.push({ place, inside: 0 });
  }
  return found;
}

function total({ taken, of, percent }: CoverageTotal, one: string, many: string): string {
  return `${taken} of ${of} ${of === 1 ? one : many} (${percent} %)`;
}
