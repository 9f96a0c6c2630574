import { type Shape, unionShape } from "@statewright/json-types";
import type { InferenceFinding } from "./finding.ts";

const kinds: readonly InferenceFinding["kind"][] = ["unknown-field", "unassigned-variable", "wrong-type"];

type Verdicts = Map<object, InferenceFinding | undefined>;

/** What was seen at the nodes of one expression. */
export interface Ledger {
  readonly shapes: Map<object, Shape>;
  /** By kind and node: what is wrong there, or nothing once it was right for one of the values that can be there. */
  readonly verdicts: Map<InferenceFinding["kind"], Verdicts>;
  /** Greater than zero where a missing field is what is asked for. */
  muted: number;
}

export function newLedger(): Ledger {
  return { shapes: new Map(), verdicts: new Map(), muted: 0 };
}

/** A node can be evaluated for several values: its shape is that of all of them. */
export function recordShape(ledger: Ledger, node: object, shape: Shape): void {
  const before = ledger.shapes.get(node);
  if (before === shape) return;
  ledger.shapes.set(node, before === undefined ? shape : unionShape(before, shape));
}

/**
 * Notes what is wrong at a node for one of the values that can be there. Only what is wrong for all of them is
 * found; a finding is certain if it is for all of them.
 */
export function judge(
  ledger: Ledger,
  kind: InferenceFinding["kind"],
  node: object,
  finding: Omit<InferenceFinding, "kind"> | undefined,
): void {
  if (ledger.muted > 0) return;
  const verdicts = verdictsOf(ledger, kind);
  const before = verdicts.get(node);
  if (before === undefined && verdicts.has(node)) return;
  if (before !== undefined && finding?.certain === true) return;
  verdicts.set(node, finding === undefined ? undefined : { kind, ...finding });
}

function verdictsOf({ verdicts }: Ledger, kind: InferenceFinding["kind"]): Verdicts {
  const known = verdicts.get(kind);
  if (known !== undefined) return known;
  const made: Verdicts = new Map();
  verdicts.set(kind, made);
  return made;
}

/** The findings in the order of the text. */
export function findingsOf(ledger: Ledger): readonly InferenceFinding[] {
  const findings: InferenceFinding[] = [];
  for (const kind of kinds)
    for (const finding of ledger.verdicts.get(kind)?.values() ?? [])
      if (finding !== undefined) findings.push(finding);
  return findings.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
}
