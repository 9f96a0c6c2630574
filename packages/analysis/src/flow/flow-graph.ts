import type { State, States } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";

/** Which field of a state an edge comes from. */
export type EdgeKind = "next" | "choice" | "default" | "catch";

/** One way on from a state. */
export interface FlowEdge {
  readonly source: string;
  /** As the definition says it; it may name no state. */
  readonly target: string;
  readonly kind: EdgeKind;
  /** Of a choice rule or a catcher: its place in the list. */
  readonly index?: number;
  /** The pointer of the state it starts from. */
  readonly from: JsonPointer;
}

/** The pointer of the field that names the target of an edge. */
export function edgePointer({ kind, index = 0, from }: FlowEdge): JsonPointer {
  if (kind === "choice") return childPointer(from, "Choices", index, "Next");
  if (kind === "catch") return childPointer(from, "Catch", index, "Next");
  return childPointer(from, kind === "default" ? "Default" : "Next");
}

/** How the states of one scope go on to one another; nothing leads out of a scope or into it (R-FLOW-03). */
export interface FlowGraph {
  /** The scope: the machine (`""`), a branch or a processor. */
  readonly pointer: JsonPointer;
  /** `StartAt`, which may name no state. */
  readonly start: string;
  /** Every state, those of no known type too. */
  readonly names: ReadonlySet<string>;
  /** Some states could not be read, so that nothing is known of where they lead. */
  readonly partial: boolean;
  /** By the state they start from, in the order of the definition. */
  readonly edges: ReadonlyMap<string, readonly FlowEdge[]>;
  /** The states that end the scope: `End: true`, Succeed, Fail (R-FLOW-02). */
  readonly ends: ReadonlySet<string>;
}

/** The graph of the scope at `pointer`. A transition that is missing (an empty text) is no edge. */
export function flowGraph(scope: States, pointer: JsonPointer): FlowGraph {
  const edges = new Map<string, readonly FlowEdge[]>();
  const ends = new Set<string>();
  const states = childPointer(pointer, "States");
  for (const [name, state] of Object.entries(scope.States)) {
    const found = edgesOf(name, state, childPointer(states, name));
    edges.set(
      name,
      found.some(({ target }) => target === "") ? found.filter(({ target }) => target !== "") : found,
    );
    if (isEnd(state)) ends.add(name);
  }
  const unread = Object.keys(scope.unreadStates ?? {});
  return {
    pointer,
    start: scope.StartAt,
    names: new Set([...edges.keys(), ...unread]),
    partial: unread.length > 0,
    edges,
    ends,
  };
}

function edgesOf(source: string, state: State, from: JsonPointer): FlowEdge[] {
  const edges: FlowEdge[] = [];
  if (state.Type === "Choice") {
    for (const [index, rule] of state.Choices.entries()) {
      edges.push({ source, target: rule.Next, kind: "choice", index, from });
    }
    if (state.Default !== undefined) {
      edges.push({ source, target: state.Default, kind: "default", from });
    }
    return edges;
  }
  if ("Next" in state && state.Next !== undefined) {
    edges.push({ source, target: state.Next, kind: "next", from });
  }
  for (const [index, catcher] of ("Catch" in state ? (state.Catch ?? []) : []).entries()) {
    edges.push({ source, target: catcher.Next, kind: "catch", index, from });
  }
  return edges;
}

function isEnd(state: State): boolean {
  if (state.Type === "Succeed" || state.Type === "Fail") return true;
  return "End" in state && state.End === true;
}
