import { type Shape, unionShape } from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { InferenceFinding } from "./finding.ts";
import { literalShape } from "./literal-shape.ts";

const kinds: readonly InferenceFinding["kind"][] = ["unknown-field", "unassigned-variable", "wrong-type"];

type Verdicts = Map<object, InferenceFinding | undefined>;

/**
 * What was seen at the nodes of one expression. A first look writes down next to nothing, as nothing is wrong with
 * most expressions; where something is, it counts for nothing, and a second one writes down everything.
 */
export interface Ledger {
  /** Whether everything is written down. */
  readonly whole: boolean;
  /** At a first look: whether something was wrong, if only for one of the values that can be there. */
  doubted: boolean;
  /** At a first look only those of operands whose values say something where a comparison holds. */
  shapes: Map<object, Shape> | undefined;
  /** By kind and node: what is wrong there, or nothing once it was right for one of the values that can be there. */
  readonly verdicts: Map<InferenceFinding["kind"], Verdicts>;
  /** Greater than zero where nothing is reported. */
  muted: number;
  /** Greater than zero where whether something is there is what is asked. */
  asking: number;
}

const noVerdicts: Ledger["verdicts"] = new Map();

export function newLedger(whole: boolean): Ledger {
  return {
    whole,
    doubted: false,
    shapes: undefined,
    verdicts: whole ? new Map() : noVerdicts,
    muted: 0,
    asking: 0,
  };
}

/** A node can be evaluated for several values: its shape is that of all of them. */
export function recordShape(ledger: Ledger, node: object, shape: Shape): void {
  ledger.shapes ??= new Map();
  const before = ledger.shapes.get(node);
  if (before === shape) return;
  ledger.shapes.set(node, before === undefined ? shape : unionShape(before, shape));
}

/** The same for a name in a path, which no condition asks for by itself. */
export function recordStep(ledger: Ledger, node: object, shape: Shape): void {
  if (ledger.whole) recordShape(ledger, node, shape);
}

/** The shape that was written down for a node; that of a text or a number stands there. */
export function recordedShape({ shapes }: Ledger, node: JsonataExpression): Shape | undefined {
  if (node.kind === "string" || node.kind === "number") return literalShape(node);
  return shapes?.get(node);
}

/** Writes down the shape of an operand that says something of the other one. */
export function recordOperand(ledger: Ledger, node: JsonataExpression, shape: Shape): void {
  if (!ledger.whole && node.kind !== "string" && node.kind !== "number") recordShape(ledger, node, shape);
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
  if (!ledger.whole) {
    if (finding !== undefined) ledger.doubted = true;
    return;
  }
  const verdicts = verdictsOf(ledger, kind);
  const before = verdicts.get(node);
  if (before === undefined && verdicts.has(node)) return;
  if (before !== undefined && finding?.certain === true) return;
  const asked = ledger.asking > 0 ? { asked: true } : {};
  verdicts.set(node, finding === undefined ? undefined : { kind, ...finding, ...asked });
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
