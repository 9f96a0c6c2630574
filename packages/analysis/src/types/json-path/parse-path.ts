import type { Span } from "@statewright/diagnostics";
import { type JsonPath, type JsonPathStep, parseJsonPath } from "@statewright/expressions";

/** A path that names at most one value, step by step (R-PATH-03). */
export interface DefinitePath {
  readonly root: "value" | "context" | "variable";
  /** The variable's name. */
  readonly variable?: string;
  readonly steps: readonly PathStep[];
}

/** A field's name or an index, and where it stands in the text. */
export interface PathStep {
  readonly key: string | number;
  readonly span: Span;
}

/** Reads a path; nothing for one that can name several values, has a function in it, or is none. */
export function parsePath(text: string): DefinitePath | undefined {
  const { path } = parseJsonPath(text);
  if (path === undefined) return undefined;
  const steps: PathStep[] = [];
  for (const step of path.steps) {
    const known = keyOf(step);
    if (known === undefined) return undefined;
    steps.push({ key: known, span: step.span });
  }
  return { ...definiteRoot(path), steps };
}

/** What a placeholder or an index from the end leads to is not followed. */
function keyOf(step: JsonPathStep): string | number | undefined {
  if (step.kind === "child") return step.placeholder ? undefined : step.name;
  return step.kind === "index" && step.index >= 0 ? step.index : undefined;
}

/** Where a path begins. */
export function definiteRoot({ root }: JsonPath): Pick<DefinitePath, "root" | "variable"> {
  if (root.kind === "variable") return { root: "variable", variable: root.name };
  return { root: root.kind === "context" ? "context" : "value" };
}
