import { hasPlaceholder, jsonataText } from "@statewright/asl";
import { type JsonataExpression, parseJsonata } from "@statewright/expressions";

/** What a string of a JSONata state is. */
export type ReadText =
  | { readonly kind: "literal"; readonly text: string }
  /** A deployment tool puts something there: nothing is known of it. */
  | { readonly kind: "placeholder"; readonly whole: boolean }
  | ReadExpression
  /** An expression that does not parse: reported where syntax is checked. */
  | { readonly kind: "unreadable" };

export interface ReadExpression {
  readonly kind: "expression";
  readonly source: string;
  /** Where `source` begins in the string. */
  readonly start: number;
  readonly tree: JsonataExpression;
}

/** Reads strings; each text is parsed once. */
export interface ExpressionTexts {
  read(text: string): ReadText;
}

export function expressionTexts(): ExpressionTexts {
  const known = new Map<string, ReadText>();
  return {
    read(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const read = readText(text);
      known.set(text, read);
      return read;
    },
  };
}

function readText(text: string): ReadText {
  const expression = jsonataText(text);
  if (expression === undefined) {
    if (!hasPlaceholder(text)) return { kind: "literal", text };
    return { kind: "placeholder", whole: /^\$\{[^}]*\}$/.test(text) };
  }
  const { source, start } = expression;
  // What a deployment tool puts there may change the expression; nothing is derived from what stands there now.
  if (source.includes("${")) return { kind: "unreadable" };
  const { expression: tree, problems } = parseJsonata(source);
  return problems.length > 0 ? { kind: "unreadable" } : { kind: "expression", source, start, tree };
}
