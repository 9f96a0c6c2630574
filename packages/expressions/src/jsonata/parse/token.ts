/** One word of an expression; `id` is what the grammar looks at: an operator's text, or `(name)`, `(end)` … */
export interface Token {
  readonly id: string;
  readonly kind: "name" | "variable" | "operator" | "string" | "number" | "value" | "regex" | "end";
  readonly value: string | number | boolean | null;
  /** The flags of a regular expression. */
  readonly flags?: string;
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a word, in JSONata's codes. */
export interface TokenProblem {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly token?: string;
}

/** Every character that ends a name. `!` and `~` are no operators by themselves. */
export const operatorCharacters: ReadonlySet<string> = new Set(".[]{}(),@#;:?+-*/%|=<>^&!~");

/** The characters that JSONata takes as blanks; a form feed or a no-break space is part of a name. */
export function isBlank(character: string): boolean {
  return (
    character === " " || character === "\t" || character === "\n" || character === "\r" || character === "\v"
  );
}
