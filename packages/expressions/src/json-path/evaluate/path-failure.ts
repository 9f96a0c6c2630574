import type { JsonPath } from "../json-path.ts";

/** Why a path has no value. */
export type PathFailure =
  /** A definite path leads nowhere (R-PATH-05). `step`: the one that failed; -1: the variable is not assigned. */
  | { readonly kind: "missing"; readonly path: JsonPath; readonly step: number }
  /** It takes more than an evaluation may. */
  | { readonly kind: "budget"; readonly path: JsonPath; readonly what: string }
  /** AWS may well evaluate it; in which way is not known. `what` continues "the path is refused because". */
  | { readonly kind: "unsupported"; readonly path: JsonPath; readonly what: string };

/**
 * The cause that AWS gives where `InputPath`, `OutputPath`, `TimeoutSecondsPath` and their like lead nowhere:
 * the whole path when only its last step fails, else the path up to the step that failed (R-PATH-05).
 *
 * @example
 * ```ts
 * // $.no.such on {} → "Invalid path '$.no.such' : Missing property in path $['no']"
 * // $.no on {}      → "Invalid path '$.no' : No results for path: $['no']"
 * ```
 */
export function invalidPathText(path: JsonPath, step: number): string {
  const start = `Invalid path '${path.text}' :`;
  const last = step >= path.steps.length - 1;
  if (last || path.steps[step]?.kind === "index") {
    return `${start} No results for path: ${inBrackets(path, path.steps.length)}`;
  }
  return `${start} Missing property in path ${inBrackets(path, step + 1)}`;
}

/**
 * The cause that AWS gives where a member of a payload template, `ErrorPath` or `CausePath` leads nowhere.
 * `field`: the name of the member with its `.$`; `input`: the JSON text of what the path begins at.
 *
 * @example
 * ```ts
 * // → "The JSONPath '$.no' specified for the field 'x.$' could not be found in the input '{}'"
 * ```
 */
export function missingPathText(path: JsonPath, field: string, input: string): string {
  return `The JSONPath '${path.text}' specified for the field '${field}' could not be found in the input '${input}'`;
}

function inBrackets(path: JsonPath, count: number): string {
  const root = path.root.kind === "variable" ? `$['${path.root.name}']` : "$";
  const steps = path.steps.slice(0, Math.max(count, 0)).map((step) => {
    if (step.kind === "index") return `[${step.index}]`;
    return step.kind === "child" ? `['${step.name}']` : "";
  });
  return `${root}${steps.join("")}`;
}
