import type { IntrinsicCall } from "../intrinsics/intrinsic-call.ts";
import { parseIntrinsic } from "../intrinsics/parse-intrinsic.ts";
import type { JsonPath } from "../json-path/json-path.ts";
import { parseJsonPath } from "../json-path/parse-json-path.ts";
import type { PathProblem } from "../json-path/path-problem.ts";

/** What the value of a `.$` member is, with what is wrong with it. */
export interface TemplateValueParse {
  /** Absent where the text is neither. */
  readonly value?: TemplateValue;
  readonly problems: readonly PathProblem[];
}

/** A path or a call of an intrinsic function. */
export type TemplateValue = { readonly kind: "path"; readonly path: JsonPath } | IntrinsicCall;

/**
 * Reads the text of a payload template member whose name ends in `.$`, of `ErrorPath` or of `CausePath`: a path
 * or a call of an intrinsic function (R-JP-07).
 *
 * @example
 * ```ts
 * parseTemplateValue("$$.Execution.Name").value?.kind; // → "path"
 * parseTemplateValue("States.UUID()").value?.kind; // → "call"
 * parseTemplateValue("order").problems[0]?.message;
 * // → "A path begins with `$`, a call with the name of an intrinsic function."
 * ```
 * @throws Never, whatever the text.
 */
export function parseTemplateValue(text: string): TemplateValueParse {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  if (text.startsWith("$", start)) {
    const { path, problems } = parseJsonPath(text);
    return Object.freeze({ ...(path && { value: Object.freeze({ kind: "path", path }) }), problems });
  }
  if (/^\s*(?:States\.|\w+\s*\(|[\w.]+\()/.test(text)) {
    const { call, problems } = parseIntrinsic(text);
    return Object.freeze({ ...(call && { value: call }), problems });
  }
  return Object.freeze({ problems: Object.freeze([neither(text)]) });
}

function neither(text: string): PathProblem {
  const span = Object.freeze({ start: 0, end: text.length });
  const message = "A path begins with `$`, a call with the name of an intrinsic function.";
  return Object.freeze({ kind: "syntax", severity: "error", message, span });
}
