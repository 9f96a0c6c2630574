/**
 * Freezes a tree that was just made and everything below it, in place. What only its making needed is left out;
 * a step that provides the value of a `%` keeps that one's number. The numbers count in the order of the tree.
 */
export function seal<Node>(node: Node): Node {
  const numbers = new Map<unknown, number>();
  const numberOf = (label: unknown): number => {
    const known = numbers.get(label) ?? numbers.size;
    numbers.set(label, known);
    return known;
  };
  return sealed(node, numberOf) as Node;
}

type NumberOf = (label: unknown) => number;

/** A node, or a part of one. */
type Draft = Record<string, unknown>;

function sealed(value: unknown, numberOf: NumberOf): unknown {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = sealed(value[index], numberOf);
    return Object.freeze(value);
  }
  const draft = value as Draft;
  return "seeking" in draft ? sealedStep(draft, numberOf) : sealedNode(draft, numberOf);
}

function sealedNode(node: Draft, numberOf: NumberOf): unknown {
  if (node.kind === "parent") node.ancestor = numberOf(node.ancestor);
  for (const key in node) {
    const field = node[key];
    if (typeof field !== "object" || field === null) continue;
    if (key === "span") Object.freeze(field);
    else {
      const inner = sealed(field, numberOf);
      if (inner !== field) node[key] = inner;
    }
  }
  return Object.freeze(node);
}

/** A step, without what only its making needed. */
function sealedStep(step: Draft, numberOf: NumberOf): unknown {
  const copy: Draft = {};
  for (const key in step) {
    if (key === "staged" || key === "seeking") continue;
    if (key === "provides") copy.ancestor = numberOf((step.provides as { label: unknown }).label);
    else copy[key] = sealed(step[key], numberOf);
  }
  return Object.freeze(copy);
}
