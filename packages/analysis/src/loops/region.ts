import type { FlowEdge } from "../flow/flow-graph.ts";

/**
 * States of one scope and the ways between them, with each loop folded into one piece: what is left has no
 * cycle. The pieces stand in the order of the flow.
 */
export interface Region {
  readonly pieces: readonly Piece[];
  readonly edges: readonly FlowEdge[];
}

/** A state by its name, or a loop. */
export type Piece = { readonly kind: "state"; readonly name: string } | Loop;

/** States that lead to one another. */
export interface Loop {
  readonly kind: "loop";
  readonly states: readonly string[];
  /** What bounds it; absent when nothing does, as far as can be seen. */
  readonly bound?: LoopBound;
  /** The transitions that begin another pass; none without a bound. */
  readonly cut: readonly FlowEdge[];
  /** The loop without those: each pass takes one way through it. */
  readonly inside: Region;
  /** Too many loops in one another to be looked into. */
  readonly tooDeep?: true;
}

/** How often the loop goes round. */
export interface LoopBound {
  /** The most passes through `inside`, the first included. */
  readonly passes: number;
  /** The fewest, where the loop can be left in one way only; else 1. */
  readonly leastPasses: number;
  /** What counts them: `$attempt`; absent when the types file says it. */
  readonly counter?: string;
}
