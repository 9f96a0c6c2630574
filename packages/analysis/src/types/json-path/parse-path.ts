import type { Span } from "@statewright/diagnostics";

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

const rootPattern = /^\$(\$)?([\p{ID_Start}][\p{ID_Continue}]*)?/u;
const stepPattern = /\.([^\s.[\]()'"*?@:,\\$]+)|\[(?:'([^'\\]*)'|"([^"\\]*)"|(\d+))\]/uy;

/** Reads a path; nothing for one that can name several values, has a function in it, or is none. */
export function parsePath(text: string): DefinitePath | undefined {
  const root = rootPattern.exec(text);
  if (root === null) return undefined;
  const [whole, context, variable] = root;
  if (context !== undefined && variable !== undefined) return undefined;
  const steps: PathStep[] = [];
  let at = whole.length;
  while (at < text.length) {
    stepPattern.lastIndex = at;
    const step = stepPattern.exec(text);
    if (step === null) return undefined;
    steps.push(stepOf(step, at));
    at = stepPattern.lastIndex;
  }
  if (variable !== undefined) return { root: "variable", variable, steps };
  return { root: context === undefined ? "value" : "context", steps };
}

function stepOf([whole, dotted, single, double, index]: RegExpExecArray, at: number): PathStep {
  const key = index === undefined ? (dotted ?? single ?? double ?? "") : Number(index);
  const start = dotted === undefined ? at : at + 1;
  return { key, span: { start, end: at + whole.length } };
}
