/** A JSONata expression inside a string of a definition. */
export interface JsonataText {
  /** What stands between the delimiters. */
  readonly source: string;
  /** Where `source` begins in the string. */
  readonly start: number;
}

/**
 * The expression a string holds: a string that begins with `{%` and ends with `%}`, blanks outside excluded
 * (R-JA-01). Any other string stands for itself.
 *
 * @example
 * ```ts
 * jsonataText("{% $states.input %}"); // → { source: " $states.input ", start: 2 }
 * jsonataText("text");                // → undefined
 * ```
 */
export function jsonataText(text: string): JsonataText | undefined {
  if (text.length < 4 || !text.startsWith("{%") || !text.endsWith("%}")) return undefined;
  return { source: text.slice(2, -2), start: 2 };
}
