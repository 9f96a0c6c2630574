import { pointerKeys, type Span, type TextEdit } from "@statewright/diagnostics";
import { type JsonNode, nodeAt } from "./json-tree.ts";
import { writtenText } from "./written-text.ts";

/** A change of a text by offsets. */
export interface SpanEdit extends Span {
  readonly newText: string;
}

/**
 * Where in the text an edit by pointer takes place, and what it puts there: only what the edit is about, and the
 * comma or the line that goes with it. Nothing where the text has no such place.
 */
export function resolveEdit(
  text: string,
  root: JsonNode,
  { pointer = "", part = "value", newText }: TextEdit,
): SpanEdit | undefined {
  const keys = pointerKeys(pointer);
  const found = nodeAt(root, keys);
  if (part === "value") return found && writtenText(text, found.node, newText, found.node);
  if (part === "key") return found?.keySpan && writtenText(text, found.keySpan, newText);
  const last = keys.at(-1);
  const holder = nodeAt(root, keys.slice(0, -1))?.node;
  if (last === undefined || holder === undefined) return undefined;
  if (newText === "") return found && removed(holder, found.node);
  return found === undefined ? inserted(text, holder, last, newText) : undefined;
}

/** Member or element, with its key: where it begins and ends. */
function partsOf({ members, elements = [] }: JsonNode): readonly Span[] {
  if (members === undefined) return elements;
  return members.map(({ keySpan, node }) => ({ start: keySpan.start, end: Math.max(keySpan.end, node.end) }));
}

function removed(holder: JsonNode, node: JsonNode): SpanEdit | undefined {
  const nodes = holder.members?.map((member) => member.node) ?? holder.elements ?? [];
  const index = nodes.indexOf(node);
  const parts = partsOf(holder);
  const [before, own, after] = [parts[index - 1], parts[index], parts[index + 1]];
  if (own === undefined) return undefined;
  if (after !== undefined) return { start: own.start, end: after.start, newText: "" };
  if (before !== undefined) return { start: before.end, end: own.end, newText: "" };
  const empty = holder.members === undefined ? "[]" : "{}";
  return { start: holder.start, end: holder.end, newText: empty };
}

function inserted(text: string, holder: JsonNode, key: string, value: string): SpanEdit | undefined {
  const isObject = holder.members !== undefined;
  if (!isObject && (holder.elements === undefined || key !== String(holder.elements.length)))
    return undefined;
  const entry = isObject ? `${JSON.stringify(key)}: ${value}` : value;
  const parts = partsOf(holder);
  const last = parts.at(-1);
  if (last === undefined) {
    return { start: holder.start, end: holder.end, newText: isObject ? `{ ${entry} }` : `[${entry}]` };
  }
  if (holder.block === true) {
    const column = last.start - (text.lastIndexOf("\n", last.start - 1) + 1);
    // The dash of an element stands two characters before it.
    const indent = isObject ? " ".repeat(column) : `${" ".repeat(Math.max(0, column - 2))}- `;
    return { start: last.end, end: last.end, newText: `\n${indent}${entry}` };
  }
  const previous = parts.at(-2);
  const gap = text.slice(previous?.end ?? holder.start + 1, last.start).replace(/^\s*,/, "");
  // Comments of YAML are not copied.
  const separator = /^\s*$/.test(gap) ? gap : " ";
  return { start: last.end, end: last.end, newText: `,${separator}${entry}` };
}
