import type { ChoiceRule } from "@statewright/asl";
import type { FlowEdge } from "../flow/flow-graph.ts";
import type { Environment } from "../types/environment.ts";
import type { StateSite } from "../types/machine-sites.ts";
import { shapeAtPlace } from "../types/narrow/place.ts";
import type { World } from "../types/world.ts";
import {
  type Comparison,
  comparisonOf,
  comparisonOfTest,
  type NumberBound,
  numberBounds,
} from "./number-bounds.ts";

/** Rules of one Choice, from its first on, that are looked at for each way out of it. */
const mostRules = 100;

/**
 * What is certain of numbers when a way out of a Choice is taken: its rule holds and none above it did
 * (R-CHOICE-02).
 */
export function edgeBounds(
  { kind, index = 0 }: FlowEdge,
  { state, language }: StateSite,
  environment: Environment,
  { texts }: World,
): readonly NumberBound[] {
  if (state.Type !== "Choice" || (kind !== "choice" && kind !== "default")) return [];
  const raw = state.InputPath === undefined || state.InputPath === "$";
  const read = (rule: ChoiceRule): Comparison => {
    if (language === "JSONPath") return comparisonOfTest(rule.test, raw);
    const text = typeof rule.Condition === "string" ? texts.read(rule.Condition) : undefined;
    return text?.kind === "expression" ? comparisonOf(text.tree) : { kind: "opaque" };
  };
  const valueAt = (place: Parameters<typeof shapeAtPlace>[0]) => shapeAtPlace(place, environment);
  const above = state.Choices.slice(0, kind === "choice" ? Math.min(index, mostRules) : mostRules);
  const rule = kind === "choice" ? state.Choices[index] : undefined;
  return [
    ...above.flatMap((one) => numberBounds(read(one), false, valueAt)),
    ...(rule === undefined ? [] : numberBounds(read(rule), true, valueAt)),
  ];
}
