import type { Span } from "@statewright/diagnostics";
import { spanWithin, type TextFormat } from "./decode-scalar.ts";
import type { JsonNode } from "./json-tree.ts";
import type { SpanEdit } from "./resolve-edit.ts";

/**
 * Puts one text into the place of another, written as the other is where that way of writing can hold it: without
 * quotes, in single quotes, or with the changed characters alone in a block of YAML. Else as JSON, which is YAML too.
 *
 * @param newText JSON.
 */
export function writtenText(
  source: string,
  place: Span,
  newText: string,
  format: TextFormat,
  node?: JsonNode,
): SpanEdit {
  const asJson = { start: place.start, end: place.end, newText };
  const first = source[place.start];
  if (format === "json" || first === '"' || !newText.startsWith('"')) return asJson;
  const wanted: string = JSON.parse(newText);
  if (node !== undefined && typeof node.value !== "string") return asJson;
  if (node !== undefined && (first === "|" || first === ">")) {
    return changedCharacters(source, node, wanted) ?? asJson;
  }
  if (first === "'") {
    const line = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(wanted);
    return line ? { ...asJson, newText: `'${wanted.replaceAll("'", "''")}'` } : asJson;
  }
  return isPlain(wanted) ? { ...asJson, newText: wanted } : asJson;
}

/** Words, and what joins them in names and ARNs; nothing that YAML takes for another value than a text. */
function isPlain(text: string): boolean {
  return /^[A-Za-z](?:[\w:./-]*[\w-])?$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
}

/** The characters between those at the beginning and at the end that are the same; words need no escape anywhere. */
function changedCharacters(source: string, node: JsonNode, wanted: string): SpanEdit | undefined {
  const { value } = node;
  if (typeof value !== "string" || value === wanted) return undefined;
  const shorter = Math.min(value.length, wanted.length);
  let before = 0;
  while (before < shorter && value[before] === wanted[before]) before += 1;
  let after = 0;
  while (after < shorter - before && value.at(-1 - after) === wanted.at(-1 - after)) after += 1;
  const put = wanted.slice(before, wanted.length - after);
  const gone = { start: before, end: value.length - after };
  if (!/^\w+$/.test(put) || !/^\w*$/.test(value.slice(gone.start, gone.end))) return undefined;
  const span = spanWithin(source, node, gone, "yaml");
  // Between two lines of a block it is not clear where characters that come belong to.
  if (source.slice(span.start, span.end) !== value.slice(gone.start, gone.end)) return undefined;
  return { ...span, newText: put };
}
