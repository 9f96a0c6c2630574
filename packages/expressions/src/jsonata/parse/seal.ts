/**
 * Freezes a tree and everything below it. What only its making needed is left out; a step that provides the
 * value of a `%` keeps that one's number.
 */
export function seal<Node>(node: Node): Node {
  if (typeof node !== "object" || node === null || Object.isFrozen(node)) return node;
  if (Array.isArray(node)) return Object.freeze(node.map(seal)) as Node;
  const sealed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "staged" || key === "seeking") continue;
    if (key === "provides") sealed.ancestor = value.label;
    else sealed[key] = seal(value);
  }
  return Object.freeze(sealed) as Node;
}
