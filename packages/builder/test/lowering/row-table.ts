import type { Compared, Compiled, Outcome } from "./field-harness.ts";

/** What is counted of each row: pairs of an expression and its data, and how many of them are of which kind. */
interface RowCounts {
  pairs: number;
  /** Pairs of a program for which the compiler printed a warning or a hint that meaning can differ. */
  warned: number;
  outcomes: Record<Outcome, number>;
}

const meaning = /^arrow\/(digits|long|code-points|date|distant|number-of|dollar)/;

/** Counts pairs, and prints them row by row. */
export class RowTable {
  readonly #rows = new Map<string, RowCounts>();
  readonly #fields = new Map<string, number>();
  readonly #all = emptyRow();
  readonly differences: unknown[] = [];
  programs = 0;
  refused = 0;

  constructor(rows: readonly string[]) {
    for (const row of rows) this.#rows.set(row, emptyRow());
  }

  addProgram({ errors }: Compiled): void {
    this.programs += 1;
    if (errors.length > 0) this.refused += 1;
  }

  addPair(program: Compiled, { outcome, data, wanted, found }: Compared, seed: number): void {
    const { field } = program.fieldCase;
    this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1);
    const warned = [...program.told].some((code) => meaning.test(code));
    for (const counts of [this.#all, ...[...program.rows].map((row) => this.#rows.get(row) ?? emptyRow())]) {
      counts.pairs += 1;
      if (warned) counts.warned += 1;
      counts.outcomes[outcome] += 1;
    }
    if (outcome !== "different" || this.differences.length >= mostDifferences) return;
    const emitted = JSON.stringify(program.machine.States);
    this.differences.push({ seed, text: program.text, emitted, data: JSON.stringify(data), wanted, found });
  }

  leastPairs(): number {
    return Math.min(...[...this.#rows.values()].map(({ pairs }) => pairs));
  }

  /** A table in Markdown: "differ, told" are differences under a warning, "fails" those of texts without types. */
  print(): string {
    const { programs, refused } = this;
    const lines = [...this.#rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([row, counts]) => line(row, counts));
    return [
      JSON.stringify({ programs, refused, fields: Object.fromEntries(this.#fields) }),
      "| row | pairs | warned | differ, told | no number | fails, types unknown | differences |",
      "|---|---|---|---|---|---|---|",
      ...lines,
      line("all", this.#all),
    ].join("\n");
  }
}

const mostDifferences = 20;

function emptyRow(): RowCounts {
  return { pairs: 0, warned: 0, outcomes: { same: 0, told: 0, "no number": 0, loud: 0, different: 0 } };
}

function line(row: string, { pairs, warned, outcomes }: RowCounts): string {
  const { told, loud, different } = outcomes;
  return `| ${[row.replaceAll("|", "\\|"), pairs, warned, told, outcomes["no number"], loud, different].join(" | ")} |`;
}
