import { pointerKeys, type Span, type TextEdit } from "@statewright/diagnostics";
import { endOfText, insertedInBlock, partsOf, removedFromBlock } from "./block-edit.ts";
import type { TextFormat } from "./decode-scalar.ts";
import { type JsonNode, nodeAt } from "./json-tree.ts";
import { writtenText } from "./written-text.ts";

/** A change of a text by offsets. */
export interface SpanEdit extends Span {
  readonly newText: string;
}

/**
 * Where in the text an edit by pointer takes place, and what it puts there: only what the edit is about, and the
 * comma or the line that goes with it. Nothing where the text has no such place: what an alias of YAML stands for
 * is written at its anchor, and what holds an anchor cannot go.
 */
export function resolveEdit(
  text: string,
  root: JsonNode,
  { pointer = "", part = "value", newText }: TextEdit,
  format: TextFormat = "json",
): SpanEdit | undefined {
  const keys = pointerKeys(pointer);
  if (passesAlias(root, keys)) return undefined;
  const found = nodeAt(root, keys);
  if (part === "value") return found && replaced(text, found.node, newText, format);
  if (part === "key") return found?.keySpan && writtenText(text, found.keySpan, newText, format);
  const last = keys.at(-1);
  const holder = nodeAt(root, keys.slice(0, -1))?.node;
  if (last === undefined || holder === undefined) return undefined;
  if (holder.layout?.merges || holder.layout?.alias) return undefined;
  if (newText === "") return found && removed(text, holder, found.node);
  return found === undefined ? inserted(text, holder, last, newText) : undefined;
}

/** Whether the way to a value leads through an alias or a merged member, so that the value stands elsewhere too. */
function passesAlias(root: JsonNode, keys: readonly string[]): boolean {
  let node: JsonNode | undefined = root;
  for (const key of keys) {
    if (node === undefined) return false;
    if (node.layout?.alias !== undefined) return true;
    const member = node.layout?.merges && node.members?.findLast((one) => one.key === key);
    if (member?.merged) return true;
    node = nodeAt(node, [key])?.node;
  }
  return false;
}

function replaced(text: string, node: JsonNode, newText: string, format: TextFormat): SpanEdit | undefined {
  const { alias, anchored } = node.layout ?? {};
  if (alias !== undefined) return { ...alias, newText };
  const holds = node.members !== undefined || node.elements !== undefined;
  if (anchored && holds) return undefined;
  if (node.start < node.end) {
    return holds ? inPlaceOf(text, node, newText) : writtenText(text, node, newText, format, node);
  }
  // A value that is not there: in YAML it is null.
  const before = text.slice(text.lastIndexOf("\n", node.start - 1) + 1, node.start);
  if (!/(^|[:\s])[ \t]*$|^\s*-$/.test(before) || !/[:-][ \t]*$/.test(before)) return undefined;
  const blankBefore = /\s$/.test(before) ? "" : " ";
  const blankBehind = /^(\s|[,\]}]|$)/.test(text.slice(node.start, node.start + 1)) ? "" : " ";
  return { start: node.start, end: node.start, newText: blankBefore + newText + blankBehind };
}

/** A list of YAML may be indented no further than the key it belongs to; other values must be. */
function inPlaceOf(text: string, { start, end, block, elements }: JsonNode, newText: string): SpanEdit {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const below = block === true && elements !== undefined && line > 0 && text.slice(line, start).trim() === "";
  return { start, end, newText: below ? ` ${newText}` : newText };
}

function removed(text: string, holder: JsonNode, node: JsonNode): SpanEdit | undefined {
  if (node.layout?.anchored) return undefined;
  const nodes = holder.members?.map((member) => member.node) ?? holder.elements ?? [];
  const index = nodes.indexOf(node);
  const parts = partsOf(holder);
  const [before, own, after] = [parts[index - 1], parts[index], parts[index + 1]];
  if (own === undefined) return undefined;
  if (before === undefined && after === undefined) {
    const around = text.slice(holder.start, own.start) + text.slice(own.end, holder.end);
    if (holder.block !== true && around.includes("#")) {
      const comma = commaIn(text.slice(own.end, holder.end));
      return { start: own.start, end: own.end + comma + 1, newText: "" };
    }
    const empty = holder.members === undefined ? "[]" : "{}";
    return inPlaceOf(text, holder, empty);
  }
  if (holder.block === true)
    return removedFromBlock(text, { ...own, end: endOfText(text, node, own.end) }, after);
  // Comments of YAML stay.
  if (after !== undefined) {
    const gap = text.slice(own.end, after.start);
    const end = gap.includes("#") ? own.end + commaIn(gap) + 1 : after.start;
    return { start: own.start, end, newText: "" };
  }
  const start =
    before === undefined || text.slice(before.end, own.start).includes("#") ? own.start : before.end;
  return { start, end: own.end, newText: "" };
}

/** Where the comma stands, outside the comments. */
function commaIn(gap: string): number {
  return gap.replace(/#[^\n]*/g, (comment) => " ".repeat(comment.length)).indexOf(",");
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
  if (holder.block === true) return insertedInBlock(text, last, isObject ? entry : `- ${entry}`);
  // `[a: 1]` holds an object without braces.
  if (isObject && text[holder.start] !== "{") return undefined;
  const previous = parts.at(-2);
  const gap = text.slice(previous?.end ?? holder.start + 1, last.start).replace(/^\s*,/, "");
  // Comments of YAML are not copied.
  const separator = /^\s*$/.test(gap) ? gap : " ";
  return { start: last.end, end: last.end, newText: `,${separator}${entry}` };
}
