import type { Span } from "@statewright/diagnostics";
import type { JsonNode } from "./json-tree.ts";
import type { SpanEdit } from "./resolve-edit.ts";

/** A member or element as it is written, with its key, its dash, its anchor and tag: where it begins and ends. */
export function partsOf({ members, elements = [] }: JsonNode): readonly Span[] {
  if (members === undefined) {
    return elements.map((node) => ({ start: node.layout?.from ?? node.start, end: endOf(node) }));
  }
  return members.map(({ keySpan, from, node }) => ({
    start: from ?? keySpan.start,
    end: Math.max(keySpan.end, endOf(node)),
  }));
}

function endOf({ end, layout }: JsonNode): number {
  return layout?.alias?.end ?? end;
}

/** The end of a value with the empty lines behind it, where they would belong to a literal or folded text before. */
export function endOfText(text: string, node: JsonNode, end: number): number {
  let last: JsonNode | undefined = node;
  while (last !== undefined && (last.members ?? last.elements) !== undefined) {
    last = last.members?.at(-1)?.node ?? last.elements?.at(-1);
  }
  if (last?.layout?.indent === undefined || last.layout.alias !== undefined) return end;
  const [blank = ""] = /^(?:[ \t]*\r?\n)*/.exec(text.slice(end)) ?? [];
  const behind = blank.replace(/\r?\n$/, "");
  return end + behind.length;
}

/** Takes a member or element of the block style away; comments on lines of their own stay. */
export function removedFromBlock(text: string, own: Span, after: Span | undefined): SpanEdit {
  const line = text.lastIndexOf("\n", own.start - 1) + 1;
  const end = endOfLine(text, own.end);
  if (text.slice(line, own.start).trim() === "") {
    const next = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
    if (end < text.length) return { start: line, end: next, newText: "" };
    return { start: Math.max(0, text[line - 2] === "\r" ? line - 2 : line - 1), end, newText: "" };
  }
  // It stands behind the dash of the element that it begins, or behind a key's `?`.
  const next = after?.start ?? own.end;
  const comments = text.slice(own.end, next).includes("#");
  return { start: own.start, end: comments ? own.end : next, newText: "" };
}

/** Puts a member or element on a line of its own behind the last one. */
export function insertedInBlock(text: string, last: Span, entry: string): SpanEdit | undefined {
  const before = text.slice(text.lastIndexOf("\n", last.start - 1) + 1, last.start);
  if (before.includes("\t")) return undefined;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const at = endOfLine(text, last.end);
  return { start: at, end: at, newText: `${lineBreak}${" ".repeat(before.length)}${entry}` };
}

/** Where the line ends in which `offset` stands. */
function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === "\r" ? newline - 1 : newline;
}
