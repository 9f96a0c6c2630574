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
  /** Of a text in YAML: how it is written; a block with the indentation of its lines and where the last one ends. */
  readonly yaml?:
    | { readonly style: "flow" }
    | { readonly style: "block"; readonly indent: number; readonly end: number };
  /** Of YAML: a tag of CloudFormation, such as `!Sub`; `value` is what it stands before. */
  readonly tag?: string;
}

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: JsonNode;
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
