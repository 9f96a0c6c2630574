/**
 * Freezes a tree and everything below it. What only its making needed is left out; a step that provides the
 * value of a `%` keeps that one's number. The numbers count in the order of the tree.
 */
export function seal<Node>(node: Node): Node {
  const numbers = new Map<unknown, number>();
  const numberOf = (label: unknown): number => {
    const known = numbers.get(label) ?? numbers.size;
    numbers.set(label, known);
    return known;
  };
  return sealed(node, numberOf);
}

function sealed<Node>(node: Node, numberOf: (label: unknown) => number): Node {
  if (typeof node !== "object" || node === null || Object.isFrozen(node)) return node;
  if (Array.isArray(node)) return Object.freeze(node.map((item) => sealed(item, numberOf))) as Node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "staged" || key === "seeking") continue;
    if (key === "provides") copy.ancestor = numberOf(value.label);
    else if (key === "ancestor") copy.ancestor = numberOf(value);
    else copy[key] = sealed(value, numberOf);
  }
  return Object.freeze(copy) as Node;
}
