import { type JsonPath, parseJsonPath } from "@statewright/expressions";

/** Where a result goes in the raw input (R-RP-01): members and indices, from the data. */
export interface ResultPlace {
  readonly text: string;
  readonly steps: readonly (string | number)[];
}

/** Reads a `ResultPath`: a Reference Path that begins at the data (R-PATH-03, R-RP-03); nothing for another text. */
export function readResultPlace(text: string): ResultPlace | undefined {
  const { path } = parseJsonPath(text);
  if (path === undefined || !path.isReference || path.root.kind !== "document") return undefined;
  const steps = path.steps.map(stepOf);
  return steps.every((step) => step !== undefined) ? { text, steps } : undefined;
}

function stepOf(step: JsonPath["steps"][number]): string | number | undefined {
  if (step.kind === "index") return step.index;
  return step.kind === "child" && !step.placeholder ? step.name : undefined;
}
