import type { Span } from "@statewright/diagnostics";
import { isAlias, isScalar, type Node, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { JsonValue } from "../model/json-value.ts";
import { blockIndent } from "./decode-block.ts";
import type { JsonNode, YamlLayout } from "./json-tree.ts";
import { type Building, valueOfAlias } from "./yaml-building.ts";

const standard = "tag:yaml.org,2002:";
const typeOfTag: Readonly<Record<string, string>> = {
  bool: "boolean",
  float: "number",
  int: "number",
  null: "object",
  str: "string",
  map: "object",
  seq: "object",
};

/** The tag of a node that is none of JSON's types. */
export function tagOf({ tag }: Scalar | YAMLMap | YAMLSeq | Node): string | undefined {
  if (tag === undefined || tag === "!") return undefined;
  const known = tag.startsWith(standard) && Object.hasOwn(typeOfTag, tag.slice(standard.length));
  return known ? undefined : tag;
}

/** Whether there is nothing: no text, no quotes, no tag, no anchor. */
export function isEmptyScalar(node: Node): boolean {
  return (
    isScalar(node) && node.source === "" && node.type === "PLAIN" && !node.tag && node.anchor === undefined
  );
}

export function scalarNode(building: Building, node: Scalar): JsonNode {
  const { span, indent } = placeOfScalar(building.text, node);
  const tag = tagOf(node);
  const anchored = node.anchor !== undefined;
  const layout: YamlLayout = { ...(anchored && { anchored }), ...(indent !== undefined && { indent }) };
  return {
    value: jsonOf(building, node, span),
    ...span,
    ...(tag !== undefined && { tag }),
    ...((anchored || indent !== undefined) && { layout }),
  };
}

function jsonOf({ problems }: Building, { value: read, source = "", tag }: Scalar, span: Span): JsonValue {
  // The package takes only numbers with a dot for floats.
  const value = tag === `${standard}float` && /^[-+]?\d+$/.test(source) ? Number(source) : read;
  const wanted = tag?.startsWith(standard) ? typeOfTag[tag.slice(standard.length)] : undefined;
  if (wanted !== undefined && typeof value !== wanted) {
    const message = `\`${excerpt(source)}\` is no \`!!${tag?.slice(standard.length)}\`.`;
    problems.push({ kind: "syntax", span, message });
  }
  if (typeof value === "number") {
    // JSON has no minus zero that a printer would give back.
    if (Number.isFinite(value)) return value + 0;
    const message = /\d/.test(source)
      ? "This number is too large."
      : `JSON has no number \`${excerpt(source)}\`; a text needs quotes.`;
    problems.push({ kind: "syntax", span, message });
    return source;
  }
  return typeof value === "string" || typeof value === "boolean" || value === null ? value : source;
}

/** A key is its text: `1`, `true` and `null` are names like others. */
export function keyOf(building: Building, key: Node): { readonly text: string; readonly span: Span } {
  const { text, problems } = building;
  if (isScalar(key) && !(key.srcToken && building.parts.has(key.srcToken))) {
    const { span } = placeOfScalar(text, key);
    const name = typeof key.value === "string" ? key.value : (key.source ?? "");
    if (key.anchor !== undefined) {
      building.anchors.set(key.anchor, { built: { node: scalarNode(building, key), size: 1, depth: 0 } });
    }
    return { text: name, span };
  }
  const [start, end] = key.range ?? [0, 0];
  const span = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  if (isAlias(key)) {
    const { value } = valueOfAlias(building, key).node;
    if (typeof value !== "object" || value === null) return { text: String(value), span };
  }
  problems.push({ kind: "syntax", span, message: "A key is a text, not an object or a list." });
  return { text: text.slice(span.start, span.end).trimEnd(), span };
}

/** The span of a scalar; of a literal or folded one without the line breaks at its end that are not its own. */
function placeOfScalar(text: string, node: Scalar): { readonly span: Span; readonly indent?: number } {
  const start = Math.min(node.range?.[0] ?? 0, text.length);
  const end = Math.min(Math.max(start, node.range?.[1] ?? 0), text.length);
  const token = node.srcToken;
  if (token?.type !== "block-scalar") return { span: { start, end } };
  const indent = blockIndent(text, { start, end }, token.indent);
  return { span: { start, end: endOfBlock(text, { start, end }, indent) }, indent };
}

function endOfBlock(text: string, { start, end }: Span, indent: number): number {
  const header = text.slice(start, Math.min(end, start + 3));
  const withoutBreak = (at: number): number => {
    if (text[at - 1] !== "\n") return at;
    return text[at - 2] === "\r" ? at - 2 : at - 1;
  };
  let at = withoutBreak(end);
  if (/^.[1-9]?\+/.test(header)) return at;
  for (;;) {
    const line = text.lastIndexOf("\n", at - 1) + 1;
    if (line <= start || at - line > indent || text.slice(line, at).trim() !== "") return at;
    at = withoutBreak(line);
  }
}

function excerpt(source: string): string {
  return source.length > 40 ? `${source.slice(0, 40)}…` : source;
}
