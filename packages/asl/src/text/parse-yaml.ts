import type { Span } from "@statewright/diagnostics";
import { type Document, isAlias, isMap, isScalar, type ParsedNode, parseAllDocuments } from "yaml";
import { emptyRecord } from "../model/empty-record.ts";
import type { JsonValue } from "../model/json-value.ts";
import { blockIndent } from "./decode-block.ts";
import type { JsonMember, JsonNode } from "./json-tree.ts";
import type { JsonProblem } from "./parse-json.ts";
import { yamlNesting } from "./yaml-nesting.ts";
import { yamlProblem } from "./yaml-problem.ts";

/** Longer texts are not read: a definition has at most 1 MB, and the reader of YAML takes its time. */
export const longestYaml: number = 4 * 1024 * 1024;

/** Deeper texts are not read: the reader of YAML recurses. */
export const deepestYaml = 250;

/** Aliases may stand for this many values in all. */
const mostValues = 200_000;

/** YAML that was read as JSON data. */
export interface YamlReading {
  readonly root?: JsonNode;
  readonly problems: readonly JsonProblem[];
}

/**
 * Reads YAML 1.2 (core schema) into the tree that JSON is read into, with the place of every value. A text with
 * mistakes gives all of them, and as much as can be read.
 *
 * Aliases and `<<` stand for what they name, at its place; tags of CloudFormation (`!Sub`) are kept as `tag`.
 * Bounded: a text that is too long, nested too deep or whose aliases stand for too much is left unread and says so.
 */
export function parseYaml(text: string): YamlReading {
  if (text.length > longestYaml) {
    const span = { start: 0, end: Math.min(1, text.length) };
    return { problems: [{ kind: "too-long", span, message: "" }] };
  }
  const deep = yamlNesting(text, deepestYaml);
  if (deep !== undefined) return { problems: [{ kind: "too-deep", span: deep, message: "" }] };
  const documents = parseAllDocuments(text, {
    uniqueKeys: false,
    logLevel: "silent",
    prettyErrors: false,
  });
  const [document, second] = "empty" in documents ? [] : documents;
  if (document === undefined) return { problems: [] };
  const problems: JsonProblem[] = document.errors.map((error) => yamlProblem(error, text));
  if (second !== undefined && problems.length === 0) {
    const start = second.range?.[0] ?? 0;
    const message = "A second document begins here; a file holds one.";
    problems.push({ kind: "syntax", span: { start, end: Math.min(start + 1, text.length) }, message });
  }
  const root = document.contents === null ? undefined : readTree(text, document, problems);
  return { problems, ...(root && { root }) };
}

type Contents = Document.Parsed["contents"];

interface Conversion {
  readonly text: string;
  readonly problems: JsonProblem[];
  readonly anchors: Map<string, JsonNode>;
  /** How many values each node stands for, those behind aliases counted once more. */
  readonly sizes: WeakMap<JsonNode, number>;
}

function readTree(
  text: string,
  { contents }: { contents: Contents },
  problems: JsonProblem[],
): JsonNode | undefined {
  if (contents === null) return undefined;
  const conversion = { text, problems, anchors: new Map<string, JsonNode>(), sizes: new WeakMap() };
  // Bounded by the nesting, which was looked at before.
  const root = convert(conversion, contents, 0);
  return isEmpty(root) ? undefined : root;
}

/** What a text without a value gives: nothing, and no `null` either. */
function isEmpty({ value, start, end }: JsonNode): boolean {
  return value === null && start === end;
}

function convert(conversion: Conversion, node: ParsedNode | null, parent: number): JsonNode {
  if (node === null) return sized(conversion, { start: 0, end: 0, value: null }, 1);
  if (isAlias(node)) return aliased(conversion, node.source, spanOf(node));
  const anchor = node.anchor;
  const tag = node.tag?.startsWith("!") === true ? { tag: node.tag } : {};
  const read = isScalar(node)
    ? scalarNode(conversion, node, parent)
    : isMap(node)
      ? mapNode(conversion, node)
      : seqNode(conversion, node as Extract<ParsedNode, { items: ParsedNode[] }>);
  const tagged = { ...read, ...tag };
  conversion.sizes.set(tagged, conversion.sizes.get(read) ?? 1);
  if (anchor !== undefined) conversion.anchors.set(anchor, tagged);
  return tagged;
}

function aliased({ anchors, problems }: Conversion, name: string, span: Span): JsonNode {
  const found = anchors.get(name);
  if (found !== undefined) return found;
  problems.push({ kind: "syntax", span, message: `No value before this place has the anchor \`${name}\`.` });
  return { ...span, value: null };
}

function scalarNode(
  conversion: Conversion,
  node: Extract<ParsedNode, { source: string; value: unknown }>,
  parent: number,
): JsonNode {
  const { text } = conversion;
  const { start, end } = spanOf(node);
  const style = text[start] === "|" || text[start] === ">" ? "block" : "flow";
  const trimmed = style === "block" ? start + text.slice(start, end).trimEnd().length : end;
  const span = { start, end: trimmed };
  const value = jsonScalar(conversion, node.value, span);
  if (typeof value !== "string") return sized(conversion, { ...span, value }, 1);
  const yaml =
    style === "block"
      ? ({ style, indent: blockIndent(text, { start, end }, parent), end } as const)
      : ({ style } as const);
  return sized(conversion, { ...span, value, yaml }, 1);
}

function jsonScalar({ problems }: Conversion, value: unknown, span: Span): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  if (typeof value === "bigint") return Number(value);
  problems.push({ kind: "syntax", span, message: "This number does not exist in JSON." });
  return null;
}

function seqNode(conversion: Conversion, node: Extract<ParsedNode, { items: ParsedNode[] }>): JsonNode {
  const { text } = conversion;
  const flow = node.flow === true;
  const column = columnOf(text, spanOf(node).start);
  const elements = node.items.map((item) => convert(conversion, item, column));
  const value = Object.freeze(elements.map((element) => element.value));
  return held(conversion, { ...containerSpan(text, node, elements), value, elements }, elements, flow);
}

function mapNode(
  conversion: Conversion,
  node: Extract<ParsedNode, { items: { key: ParsedNode }[] }>,
): JsonNode {
  const { text, problems } = conversion;
  const flow = node.flow === true;
  const column = columnOf(text, spanOf(node).start);
  const members: JsonMember[] = [];
  const merged: JsonMember[] = [];
  const seen = new Map<string, Span>();
  for (const { key: keyNode, value: valueNode } of node.items) {
    const keySpan = spanOf(keyNode);
    if (!isScalar(keyNode) && !isAlias(keyNode)) {
      problems.push({ kind: "syntax", span: keySpan, message: "A key must be text here." });
      continue;
    }
    const keyNodeRead = convert(conversion, keyNode, column);
    const key =
      typeof keyNodeRead.value === "object"
        ? text.slice(keySpan.start, keySpan.end)
        : String(keyNodeRead.value);
    const place = valueNode === null ? { start: keySpan.end, end: keySpan.end, value: null } : undefined;
    const child = place ?? convert(conversion, valueNode, column);
    if (isMergeKey(text, keySpan)) {
      merged.push(...mergedMembers(conversion, child, keySpan));
      continue;
    }
    const first = seen.get(key);
    if (first !== undefined)
      problems.push({ kind: "duplicate-key", span: keySpan, message: "", name: key, first });
    else seen.set(key, keySpan);
    members.push({ key, keySpan, node: child });
  }
  const all = [...merged.filter(({ key }) => !seen.has(key)), ...members];
  const record = emptyRecord<JsonValue>();
  for (const { key, node: child } of all) record[key] = child.value;
  const value = Object.freeze(record);
  const nodes = all.map((member) => member.node);
  const span = containerSpan(
    text,
    node,
    members.map(({ node: child }) => child),
  );
  return held(conversion, { ...span, value, members: all }, nodes, flow);
}

function isMergeKey(text: string, { start, end }: Span): boolean {
  return text.slice(start, end) === "<<";
}

/** What `<<` brings: the members of a map, or of each map of a list, the first that has a name first. */
function mergedMembers({ problems }: Conversion, node: JsonNode, span: Span): readonly JsonMember[] {
  const maps = node.elements ?? [node];
  const members = maps.flatMap((map) => map.members ?? []);
  if (maps.every((map) => map.members !== undefined)) {
    return members.filter(({ key }, index) => members.findIndex((other) => other.key === key) === index);
  }
  problems.push({ kind: "syntax", span, message: "`<<` takes a map, or a list of maps." });
  return [];
}

/** A container, unless it stands for too many values: then nothing is there. */
function held(conversion: Conversion, node: JsonNode, inner: readonly JsonNode[], flow: boolean): JsonNode {
  const size = inner.reduce((sum, child) => sum + (conversion.sizes.get(child) ?? 1), 1);
  if (size > mostValues) {
    const span = { start: node.start, end: Math.min(node.end, node.start + 1) };
    if (!conversion.problems.some(({ kind }) => kind === "too-many")) {
      conversion.problems.push({ kind: "too-many", span, message: "" });
    }
    return sized(conversion, { start: node.start, end: node.end, value: null }, 1);
  }
  return sized(conversion, flow || inner.length === 0 ? node : { ...node, block: true }, size);
}

function sized<Node extends JsonNode>({ sizes }: Conversion, node: Node, size: number): Node {
  sizes.set(node, size);
  return node;
}

function spanOf({ range }: { readonly range?: readonly [number, number, number] | null }): Span {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** A container in block style ends with its last value, not with the line after it. */
function containerSpan(text: string, node: ParsedNode, children: readonly JsonNode[]): Span {
  const { start, end } = spanOf(node);
  if (text[start] === "{" || text[start] === "[") return { start, end };
  const inside = children.filter((child) => child.start >= start && child.end <= end);
  const last = inside.reduce((latest, child) => Math.max(latest, child.end), start);
  return { start, end: last > start ? last : start + text.slice(start, end).trimEnd().length };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}
