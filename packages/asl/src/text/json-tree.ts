import type { Span } from "@statewright/diagnostics";
import type { JsonValue } from "../model/json-value.ts";

/** A JSON value with its place in the text. `value` is frozen; its objects have no prototype. */
export interface JsonNode extends Span {
  readonly value: JsonValue;
  /** Of an object, in the order of the text; of two members with one key the last one counts. */
  readonly members?: readonly JsonMember[];
  /** Of an array. */
  readonly elements?: readonly JsonNode[];
  /** Of an object or array in the block style of YAML: a member or an element begins each line. */
  readonly block?: true;
  /** The tag of YAML that is none of JSON's types, such as `!Sub`; `value` is the value without it. */
  readonly tag?: string;
  readonly layout?: YamlLayout;
}

/** What an edit of YAML has to know about a value beside its span. */
export interface YamlLayout {
  /** Where the dash, the anchor or the tag before the value begins. */
  readonly from?: number;
  /** Where the alias stands that gives the value; the span of the node is the one of the anchor. */
  readonly alias?: Span;
  /** It is an anchor, or holds one: without it aliases would have no value. */
  readonly anchored?: true;
  /** An object that gets members by `<<`. */
  readonly merges?: true;
  /** How far the lines of a literal or folded text are indented. */
  readonly indent?: number;
}

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: JsonNode;
  /** In YAML: where the `?`, the anchor or the tag before the key begins. */
  readonly from?: number;
  /** It comes from another object, by the `<<` of YAML. */
  readonly merged?: true;
}

/** The node at the path `keys`, with the span of its key where it is a member of an object. */
export function nodeAt(
  root: JsonNode,
  keys: readonly string[],
): { readonly node: JsonNode; readonly keySpan?: Span } | undefined {
  let node = root;
  let keySpan: Span | undefined;
  for (const key of keys) {
    const next = childOf(node, key);
    if (next === undefined) return undefined;
    node = next.node;
    keySpan = next.keySpan;
  }
  return keySpan === undefined ? { node } : { node, keySpan };
}

export function childOf(node: JsonNode, key: string): { node: JsonNode; keySpan?: Span } | undefined {
  if (node.elements !== undefined) {
    const element = /^(0|[1-9]\d*)$/.test(key) ? node.elements[Number(key)] : undefined;
    return element && { node: element };
  }
  return node.members === undefined ? undefined : memberOf(node, node.members, key);
}

/** Large objects are looked up often (one finding for each of 10,000 states), so they get an index. */
const indexes = new WeakMap<JsonNode, ReadonlyMap<string, JsonMember>>();

function memberOf(node: JsonNode, members: readonly JsonMember[], key: string): JsonMember | undefined {
  if (members.length < 16) return members.findLast((member) => member.key === key);
  let index = indexes.get(node);
  if (index === undefined) {
    index = new Map(members.map((member) => [member.key, member]));
    indexes.set(node, index);
  }
  return index.get(key);
}
