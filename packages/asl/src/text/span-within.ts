import type { Span } from "@statewright/diagnostics";
import { decodeBlock } from "./decode-block.ts";
import { decodeDoubleQuoted, decodeFoldedLines, decodeJsonString } from "./decode-quoted.ts";
import type { JsonNode } from "./json-tree.ts";
import { type DecodedText, sourceSpan } from "./text-run.ts";

/**
 * Where the characters `within` of the text that a node holds stand in the document: an escape is one character
 * there and several here, the lines of a block are indented.
 */
export function spanWithin(source: string, node: JsonNode, within: Span): Span {
  const decoded = decode(source, node);
  // Should the two ever disagree, the whole text is shown instead of a wrong part of it.
  if (decoded.text !== node.value) return { start: node.start, end: node.end };
  return sourceSpan(decoded.runs, within, contentOf(source, node));
}

function decode(source: string, node: JsonNode): DecodedText {
  const { yaml, start, end } = node;
  if (yaml === undefined) return decodeJsonString(source, { start, end });
  if (yaml.style === "block") return decodeBlock(source, { start, end: yaml.end }, yaml.indent);
  if (source[start] === '"') return decodeDoubleQuoted(source, { start, end });
  return decodeFoldedLines(source, { start, end }, source[start] === "'");
}

/** What stands inside of the quotes. */
function contentOf(source: string, { start, end }: JsonNode): Span {
  const quote = source[start];
  if (quote !== '"' && quote !== "'") return { start, end };
  const closed = end - start > 1 && source[end - 1] === quote;
  return { start: start + 1, end: closed ? end - 1 : end };
}
