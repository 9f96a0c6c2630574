import type { Span } from "@statewright/diagnostics";
import { spanWithin, type TextFormat } from "../text/decode-scalar.ts";
import type { JsonNode } from "../text/json-tree.ts";
import type { Embedding } from "../text/machine-document.ts";

import { isFunction, joinOf, literalOf, placeholderFor } from "./resolve-functions.ts";

/** A definition that is text inside a template: `DefinitionString`. */
export interface DefinitionText {
  readonly text: string;
  /** Where its characters stand in the template. */
  readonly embedding: Embedding;
}

/** A piece of the text: a literal of the template, or a placeholder for what a function puts there. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly node: JsonNode;
  readonly literal: boolean;
}

/**
 * The text that a `DefinitionString` gives: a literal, the text of `Fn::Sub`, or the pieces of `Fn::Join`. Nothing
 * where it comes from elsewhere.
 */
export function definitionText(
  template: string,
  node: JsonNode,
  format: TextFormat,
): DefinitionText | undefined {
  const pieces: Piece[] = [];
  let text = "";
  const add = (written: string, piece: JsonNode, literal: boolean): void => {
    pieces.push({ from: text.length, to: text.length + written.length, node: piece, literal });
    text += written;
  };
  const literal = textOf(node);
  const join = joinOf(node);
  if (literal !== undefined) add(literal.value, literal.node, true);
  else if (join === undefined) return undefined;
  else {
    for (const [index, part] of join.pieces.entries()) {
      if (index > 0 && join.delimiter !== "") add(join.delimiter, part, false);
      const own = textOf(part);
      if (own !== undefined) add(own.value, own.node, true);
      else add(isFunction(part) ? placeholderFor(part) : String(part.value), part, false);
    }
  }
  return { text, embedding: embeddingOf(template, pieces, format) };
}

function textOf(node: JsonNode): { readonly value: string; readonly node: JsonNode } | undefined {
  const literal = literalOf(node) ?? (isFunction(node) ? undefined : node);
  return literal !== undefined && typeof literal.value === "string"
    ? { value: literal.value, node: literal }
    : undefined;
}

function embeddingOf(template: string, pieces: readonly Piece[], format: TextFormat): Embedding {
  const pieceAt = (offset: number): Piece | undefined =>
    pieces.find(({ from, to }) => offset >= from && offset < to) ?? pieces.at(-1);
  const spanIn = ({ from, to, node, literal }: Piece, span: Span): Span => {
    if (!literal) return { start: node.start, end: node.end };
    const within = { start: Math.min(span.start, to) - from, end: Math.min(span.end, to) - from };
    return spanWithin(template, node, within, format);
  };
  return {
    text: template,
    spanOf(span) {
      const first = pieceAt(span.start);
      const last = pieceAt(Math.max(span.start, span.end - 1));
      if (first === undefined || last === undefined) return { start: 0, end: 0 };
      const { start } = spanIn(first, {
        start: span.start,
        end: Math.max(span.start, Math.min(span.end, first.to)),
      });
      const { end } = spanIn(last, { start: Math.max(span.start, last.from), end: span.end });
      return { start, end: Math.max(start, end) };
    },
    written: (text) => escapedFor(template[pieces[0]?.node.start ?? 0] ?? "", text),
  };
}

/** How text is written inside a scalar that begins with `mark`. */
function escapedFor(mark: string, text: string): string {
  if (mark === '"') return JSON.stringify(text).slice(1, -1);
  return mark === "'" ? text.replaceAll("'", "''") : text;
}
