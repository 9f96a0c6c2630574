import type { Span } from "@statewright/diagnostics";
import { decodeBlock } from "./decode-block.ts";
import { decodeDoubleQuoted, decodeFoldedLines, decodeJsonString } from "./decode-quoted.ts";
import type { JsonNode } from "./json-tree.ts";
import { type DecodedText, sourceSpan } from "./text-run.ts";

/** What a text is written in. */
export type TextFormat = "json" | "yaml";

/** The decoded text of a scalar, and where its characters stand in the document. */
export function decodeScalar(text: string, node: JsonNode, format: TextFormat): DecodedText {
  if (format === "json") return decodeJsonString(text, node);
  const mark = text[node.start];
  if (mark === '"') return decodeDoubleQuoted(text, node);
  if (mark === "|" || mark === ">") {
    // The line break at its end belongs to the text.
    const [lineBreak] = /^\r?\n?/.exec(text.slice(node.end, node.end + 2)) ?? [""];
    const span = { start: node.start, end: node.end + lineBreak.length };
    return decodeBlock(text, span, node.layout?.indent ?? 0);
  }
  return decodeFoldedLines(text, node, mark === "'");
}

/** Where characters of the text that a node holds stand in the document. */
export function spanWithin(text: string, node: JsonNode, within: Span, format: TextFormat): Span {
  const decoded = decodeScalar(text, node, format);
  // What a function of a template becomes does not stand in its text: the whole of it is shown.
  return decoded.text === node.value
    ? sourceSpan(decoded.runs, within, node)
    : { start: node.start, end: node.end };
}
