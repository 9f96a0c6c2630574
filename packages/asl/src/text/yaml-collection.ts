import type { Span } from "@statewright/diagnostics";
import { type CST, isPair, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { emptyRecord } from "../model/empty-record.ts";
import type { JsonValue } from "../model/json-value.ts";
import type { JsonMember, JsonNode, YamlLayout } from "./json-tree.ts";
import type { Anchor, Building, Built } from "./yaml-building.ts";
import { keyOf, tagOf } from "./yaml-scalar.ts";

/** An object or list that is being read. */
export interface Collection {
  readonly source: YAMLMap | YAMLSeq;
  /** Where its value goes for aliases. */
  readonly anchor: Anchor | undefined;
  /** Of a list: what stands before each element. */
  readonly props: readonly (readonly CST.SourceToken[])[];
  readonly members: JsonMember[];
  readonly elements: JsonNode[];
  /** The keys so far, and where they stand. */
  readonly seen: Map<string, Span>;
  /** The members that `<<` adds. */
  readonly merged: Map<string, JsonMember>;
  next: number;
  /** What the next value is for. */
  slot: { readonly key?: string; readonly keySpan?: Span; readonly from?: number };
  size: number;
  depth: number;
  end: number;
  merges: boolean;
  anchored: boolean;
}

/** A value to be read: nothing stands there where `node` is null. */
export interface Entry {
  readonly node: Node | null;
  /** The tokens before the value. */
  readonly props: readonly CST.SourceToken[];
  readonly end: number;
}

export function collectionOf(source: YAMLMap | YAMLSeq, anchor: Collection["anchor"]): Collection {
  return {
    source,
    anchor,
    props: isSeq(source) ? propsOfElements(source.srcToken) : [],
    members: [],
    elements: [],
    seen: new Map(),
    merged: new Map(),
    next: 0,
    slot: {},
    size: 1,
    depth: 0,
    end: source.range?.[0] ?? 0,
    merges: false,
    anchored: source.anchor !== undefined,
  };
}

/** The package leaves items out that hold nothing but comments. */
function propsOfElements(token: CST.Token | undefined): CST.SourceToken[][] {
  if (token?.type !== "block-seq" && token?.type !== "flow-collection") return [];
  const props: CST.SourceToken[][] = [];
  for (const { start, key, sep, value } of token.items) {
    const told = start.some(({ type }) => type === "seq-item-ind" || type === "anchor" || type === "tag");
    if (told || key || sep || value) props.push(start);
  }
  return props;
}

/** The next value of a collection. */
export function nextEntry(building: Building, collection: Collection): Entry | undefined {
  const item = collection.source.items[collection.next];
  if (item === undefined) return undefined;
  const index = collection.next;
  collection.next += 1;
  if (isPair(item)) return entryOfPair(building, collection, item as Pair<Node, Node | null>);
  const props =
    collection.props.length === collection.source.items.length ? (collection.props[index] ?? []) : [];
  const from = props.find(
    ({ type }) => type === "seq-item-ind" || type === "anchor" || type === "tag",
  )?.offset;
  collection.slot = from === undefined ? {} : { from };
  return { node: item as Node, props, end: 0 };
}

function entryOfPair(
  building: Building,
  collection: Collection,
  { key, value, srcToken }: Pair<Node, Node | null>,
): Entry {
  const { text, span } = keyOf(building, key);
  const from = srcToken?.start.find(
    ({ type }) => type === "explicit-key-ind" || type === "anchor" || type === "tag",
  )?.offset;
  if (srcToken?.start.some(({ type }) => type === "anchor")) collection.anchored = true;
  collection.slot = { key: text, keySpan: span, ...(from !== undefined && { from }) };
  return { node: value, props: srcToken?.sep ?? [], end: span.end };
}

/** Puts a value that was read into its collection. */
export function accept(building: Building, collection: Collection, { node, size, depth }: Built): void {
  const { key, keySpan, from } = collection.slot;
  collection.size += size;
  collection.depth = Math.max(collection.depth, depth);
  collection.end = Math.max(collection.end, keySpan?.end ?? 0, (node.layout?.alias ?? node).end);
  if (node.layout?.anchored === true) collection.anchored = true;
  if (key === undefined || keySpan === undefined) {
    collection.elements.push(from === undefined ? node : { ...node, layout: { ...node.layout, from } });
    return;
  }
  if (key === "<<" && building.text.startsWith("<<", keySpan.start)) {
    merge(building, collection, node);
    return;
  }
  const first = collection.seen.get(key);
  if (first !== undefined) {
    building.problems.push({ kind: "duplicate-key", span: keySpan, message: "", name: key, first });
  }
  collection.seen.set(key, keySpan);
  collection.members.push({ key, keySpan, node, ...(from !== undefined && { from }) });
}

/** Of two objects with one key the first counts, and before both what the object itself has. */
function merge(building: Building, collection: Collection, node: JsonNode): void {
  collection.merges = true;
  for (const source of node.elements ?? [node]) {
    if (source.members === undefined) {
      const message = "Behind `<<` stands an object, or a list of objects.";
      building.problems.push({ kind: "syntax", span: placeOf(source), message });
      continue;
    }
    for (const { key, keySpan, node: value } of [...source.members].reverse()) {
      if (!collection.merged.has(key))
        collection.merged.set(key, { key, keySpan, node: value, merged: true });
    }
  }
}

function placeOf({ start, end, layout }: JsonNode): Span {
  return layout?.alias ?? { start, end };
}

/** The value of a collection whose last entry was read. */
export function finish({ text }: Building, collection: Collection): Built {
  const { source, elements, anchor, anchored, merges } = collection;
  const start = source.range?.[0] ?? 0;
  const block = source.srcToken?.type === "block-map" || source.srcToken?.type === "block-seq";
  const end = Math.min(
    text.length,
    block ? collection.end : Math.max(collection.end, source.range?.[1] ?? 0),
  );
  const tag = tagOf(source);
  const layout: YamlLayout = { ...(anchored && { anchored }), ...(merges && { merges }) };
  const shape = {
    start,
    end,
    ...(block && { block }),
    ...(tag !== undefined && { tag }),
    ...((anchored || merges) && { layout }),
  };
  const node: JsonNode = isSeq(source)
    ? { value: Object.freeze(elements.map(({ value }) => value)), ...shape, elements }
    : objectNode(collection, shape);
  const built = { node, size: collection.size, depth: collection.depth + 1 };
  if (anchor !== undefined) anchor.built = built;
  return built;
}

function objectNode({ merged, seen, members: own }: Collection, shape: Omit<JsonNode, "value">): JsonNode {
  const inherited = [...merged.values()].filter(({ key }) => !seen.has(key)).reverse();
  const members = inherited.length === 0 ? own : [...inherited, ...own];
  const value = emptyRecord<JsonValue>();
  for (const member of members) value[member.key] = member.node.value;
  return { value: Object.freeze(value), ...shape, members };
}
