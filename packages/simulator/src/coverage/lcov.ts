import { inertText } from "@statewright/diagnostics";
import type { Coverage, CoveredPlace } from "./coverage.ts";
import { type LineOf, nearestLine } from "./source-line.ts";

/**
 * Coverage as an `lcov` tracefile, which editors and coverage services read: a state is a function and a line, a
 * branch a branch at its own line. One record a file; parts whose line is not known are left out.
 *
 * @example
 * ```ts
 * lcov(coverageOf(machine, runs), (pointer) => ({ file: "orders.asl.json", line: lineOf(pointer) }));
 * // TN:
 * // SF:orders.asl.json
 * // FN:4,Charge
 * // …
 * ```
 */
export function lcov({ places }: Pick<Coverage, "places">, lineOf: LineOf): string {
  const records = new Map<string, FileRecord>();
  let block = -1;
  let branch = 0;
  let entered = false;
  for (const place of places) {
    if (place.kind === "state") {
      block += 1;
      branch = 0;
      entered = place.taken > 0;
    }
    const at = nearestLine(lineOf, place.pointer);
    if (at === undefined) continue;
    const record = records.get(at.file) ?? newRecord();
    records.set(at.file, record);
    record.lines.set(at.line, Math.max(record.lines.get(at.line) ?? 0, place.taken));
    if (place.kind === "state") record.functions.push({ line: at.line, place });
    else {
      const times = entered ? place.taken : undefined;
      record.branches.push({ line: at.line, block, branch, times });
      branch += 1;
    }
  }
  return [...records].map(([file, record]) => recordText(file, record)).join("");
}

interface FileRecord {
  readonly functions: { readonly line: number; readonly place: CoveredPlace }[];
  readonly lines: Map<number, number>;
  readonly branches: BranchLine[];
}

function newRecord(): FileRecord {
  return { functions: [], lines: new Map(), branches: [] };
}

interface BranchLine {
  readonly line: number;
  /** The number of the state, and of the branch in it. */
  readonly block: number;
  readonly branch: number;
  /** Absent where the state was never entered. */
  readonly times: number | undefined;
}

function recordText(file: string, { functions, lines, branches }: FileRecord): string {
  const named = functions.map(({ line, place }) => ({
    line,
    name: inertText(place.state),
    times: place.taken,
  }));
  const rows = [
    "TN:",
    `SF:${inertText(file)}`,
    ...named.map(({ line, name }) => `FN:${line},${name}`),
    ...named.map(({ times, name }) => `FNDA:${times},${name}`),
    `FNF:${named.length}`,
    `FNH:${named.filter(({ times }) => times > 0).length}`,
    ...branches.map(({ line, block, branch, times }) => `BRDA:${line},${block},${branch},${times ?? "-"}`),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(({ times = 0 }) => times > 0).length}`,
    ...[...lines].sort(([left], [right]) => left - right).map(([line, times]) => `DA:${line},${times}`),
    `LF:${lines.size}`,
    `LH:${[...lines.values()].filter((times) => times > 0).length}`,
    "end_of_record",
  ];
  return rows.map((row) => `${row}\n`).join("");
}
