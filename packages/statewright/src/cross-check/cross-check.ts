import type { Diagnostic } from "@statewright/diagnostics";
import type { ObservedEvaluation, OnEvaluation } from "@statewright/simulator";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import { type Comparison, compareOutcomes, type NotCompared, notCompared } from "./comparison.ts";
import { difference, referenceName } from "./difference.ts";
import { knownReason } from "./known-difference.ts";
import { ReferenceEngine } from "./reference-engine.ts";

/** What `simulate --cross-check` found: part of its JSON document. */
export interface CrossCheck {
  readonly engine: string;
  readonly evaluations: number;
  readonly same: number;
  readonly different: number;
  readonly notCompared: Readonly<Partial<Record<NotCompared, number>>>;
}

/** Collects the evaluations of a run, to hold them against the `jsonata` package when it has ended. */
export class CrossChecker {
  readonly #told: ObservedEvaluation[] = [];

  readonly observe: OnEvaluation = (evaluation) => {
    this.#told.push(evaluation);
  };

  /** Of each field that differs the first difference is told. */
  async finish(): Promise<{ readonly crossCheck: CrossCheck; readonly diagnostics: readonly Diagnostic[] }> {
    const engine = new ReferenceEngine();
    const reasons: Partial<Record<NotCompared, number>> = {};
    const found = new Map<string, Diagnostic>();
    let same = 0;
    let different = 0;
    for (const told of this.#told) {
      const comparison = await compare(engine, told);
      if (comparison.kind === "same") same += 1;
      else if (comparison.kind === "not-compared")
        reasons[comparison.because] = (reasons[comparison.because] ?? 0) + 1;
      else {
        different += 1;
        const place = JSON.stringify([told.machine, told.pointer, told.field, told.text]);
        const known = knownReason(engine.traits(told.text), comparison.own, comparison.reference);
        if (!found.has(place)) found.set(place, diagnosticOf(told, comparison, known));
      }
    }
    const evaluations = this.#told.length;
    const crossCheck = { engine: referenceName, evaluations, same, different, notCompared: reasons };
    return { crossCheck, diagnostics: [...found.values()] };
  }
}

async function compare(engine: ReferenceEngine, told: ObservedEvaluation): Promise<Comparison> {
  const { outcome } = told;
  if (!outcome.ok && outcome.kind === "budget") return notCompared("over-limits");
  const traits = engine.traits(told.text);
  // The package has no bound on the time that a regular expression takes.
  if (traits?.regex) return notCompared("regular-expression");
  return compareOutcomes(outcome, await engine.evaluate(told), traits);
}

const longestValue = 200;

function diagnosticOf(
  { machine, state, pointer, field, text }: ObservedEvaluation,
  { own, reference }: Extract<Comparison, { readonly kind: "different" }>,
  known: string | undefined,
): Diagnostic {
  const shown = (value: string): string => shortened(inertLine(value), longestValue);
  const values = {
    own: shown(own),
    reference: shown(reference),
    text: shown(text),
    field: shown(field),
    known,
  };
  if (machine !== undefined) return difference.at({}, { state: `${machine}/${state}`, ...values });
  return difference.at({ state, pointer }, { state, ...values });
}

/** The check in one line, for people. */
export function crossCheckText({ evaluations, same, different, notCompared: reasons }: CrossCheck): string {
  const left = Object.entries(reasons).map(([because, count]) => `${count} not compared: ${because}`);
  const counted = [`${same} the same`, `${different} different`, ...left].join(", ");
  return `${evaluations} evaluations beside ${referenceName}: ${counted}`;
}
