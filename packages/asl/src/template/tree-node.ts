import { emptyRecord } from "../model/empty-record.ts";
import type { JsonValue } from "../model/json-value.ts";
import type { JsonMember, JsonNode } from "../text/json-tree.ts";

/** The node of a container at the place of `node` that holds other members or elements. */
export function treeNode(
  { start, end, block }: JsonNode,
  held: { readonly members: readonly JsonMember[] } | { readonly elements: readonly JsonNode[] },
): JsonNode {
  const place = { start, end, ...(block && { block }) };
  if ("elements" in held) {
    return { ...place, ...held, value: Object.freeze(held.elements.map(({ value }) => value)) };
  }
  const value = emptyRecord<JsonValue>();
  for (const { key, node } of held.members) value[key] = node.value;
  return { ...place, ...held, value: Object.freeze(value) };
}
