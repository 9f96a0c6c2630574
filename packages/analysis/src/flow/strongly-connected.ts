/**
 * The strongly connected parts of a graph, each before those that lead to it (Tarjan's algorithm, without
 * recursion). A node that is in no cycle is a part of its own.
 *
 * @param successors where a node leads to; what is not in `nodes` is left out.
 */
export function stronglyConnected(
  nodes: Iterable<string>,
  successors: (node: string) => readonly string[],
): readonly (readonly string[])[] {
  const inside = new Set(nodes);
  const indices = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const parts: (readonly string[])[] = [];
  const work: { readonly node: string; readonly rest: string[] }[] = [];
  const enter = (node: string) => {
    indices.set(node, indices.size);
    lowest.set(node, indices.size - 1);
    open.push(node);
    isOpen.add(node);
    work.push({ node, rest: successors(node).filter((next) => inside.has(next)) });
  };
  const lower = (node: string, index: number) => lowest.set(node, Math.min(lowest.get(node) ?? index, index));
  for (const root of inside) {
    if (!indices.has(root)) enter(root);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        work.pop();
        const low = lowest.get(top.node) ?? 0;
        const parent = work.at(-1);
        if (parent !== undefined) lower(parent.node, low);
        if (low === indices.get(top.node)) parts.push(closePart(top.node, open, isOpen));
      } else if (!indices.has(next)) enter(next);
      else if (isOpen.has(next)) lower(top.node, indices.get(next) ?? 0);
    }
  }
  return parts;
}

function closePart(node: string, open: string[], isOpen: Set<string>): readonly string[] {
  const part: string[] = [];
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    isOpen.delete(last);
    part.push(last);
    if (last === node) break;
  }
  return part.reverse();
}
