import type { ObservedOutcome } from "@statewright/simulator";
import type { ExpressionTraits } from "./expression-traits.ts";
import type { ReferenceOutcome } from "./reference-engine.ts";

/** Why an evaluation says nothing about the two engines. */
export type NotCompared =
  | "regular-expression"
  | "over-limits"
  | "function-as-value"
  | "data-changed"
  | "exception"
  | "first-error";

export type Comparison =
  | { readonly kind: "same" }
  | { readonly kind: "not-compared"; readonly because: NotCompared }
  | { readonly kind: "different"; readonly own: string; readonly reference: string };

/** Holds the outcomes of one evaluation against each other. */
export function compareOutcomes(
  own: ObservedOutcome,
  reference: ReferenceOutcome,
  traits: ExpressionTraits | undefined,
): Comparison {
  if (reference.kind === "changed") return notCompared("data-changed");
  if (reference.kind === "endless") return notCompared("over-limits");
  if (reference.kind === "function")
    return !own.ok && own.kind === "unsupported-result" ? same : notCompared("function-as-value");
  if (!own.ok) return compareFailure(own.code, reference, traits);
  const json = JSON.stringify(own.value);
  if (reference.kind === "value") {
    const shown = traits?.changing ? shapeOf : (text: string | undefined) => text;
    if (shown(json) === shown(reference.json)) return same;
  } else if (reference.code === undefined) return notCompared("exception");
  return { kind: "different", own: json ?? "nothing", reference: shownReference(reference) };
}

type Ended = Extract<ReferenceOutcome, { readonly kind: "value" | "error" }>;

/** What AWS's own functions refuse has no code, neither here nor there. */
function compareFailure(
  code: string | undefined,
  reference: Ended,
  traits: ExpressionTraits | undefined,
): Comparison {
  if (reference.kind === "error") {
    if (reference.code === code) return same;
    if (reference.code === undefined) return code === undefined ? same : notCompared("exception");
    if (traits?.constructs) return notCompared("first-error");
  }
  return { kind: "different", own: code ?? "an error", reference: shownReference(reference) };
}

function shownReference(reference: Ended): string {
  return reference.kind === "value" ? (reference.json ?? "nothing") : (reference.code ?? "an error");
}

const same: Comparison = Object.freeze({ kind: "same" });

export function notCompared(because: NotCompared): Comparison {
  return { kind: "not-compared", because };
}

/** The types of a value and of all that is in it; of random values that is all that can be equal. */
function shapeOf(json: string | undefined): string | undefined {
  return json === undefined
    ? undefined
    : JSON.stringify(JSON.parse(json, (_, value: unknown) => (isLeaf(value) ? typeof value : value)));
}

function isLeaf(value: unknown): boolean {
  return typeof value !== "object";
}
