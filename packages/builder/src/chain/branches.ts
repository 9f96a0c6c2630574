import type { Block, Origin } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import { branchResult, noState } from "../diagnostics.ts";
import { originPlace } from "../template/read-template.ts";
import { type ChainNode, emptyBranch } from "./chain-node.ts";

/** A branch as the user's function builds it. `node` is the key of the chain's one field. */
export interface Branches {
  /** Runs the function on an empty chain. */
  build(part: unknown): ChainNode | undefined;
}

/** The steps of a branch; what was wrong in it is added to `problems`. */
export function branchBlock(
  branches: Branches,
  part: unknown,
  state: string,
  origin: Origin | undefined,
  problems: Diagnostic[],
): Block {
  const { block, comment } = scopeBlock(branches, part, state, origin, problems);
  if (comment) problems.push(noState.at(originPlace(comment.origin ?? origin), { method: "comment" }));
  return block;
}

/** The same for a branch that is a scope of its own, with a comment of its own. */
export function scopeBlock(
  branches: Branches,
  part: unknown,
  state: string,
  origin: Origin | undefined,
  problems: Diagnostic[],
): { readonly block: Block; readonly comment?: NonNullable<ChainNode["comment"]> } {
  const built = typeof part === "function" ? branches.build(part) : undefined;
  if (!built) problems.push(branchResult.at({ ...originPlace(origin), state }, { state }));
  problems.push(...(built?.problems ?? []));
  const { steps, comment } = built ?? emptyBranch;
  return { block: { steps }, ...(comment && { comment }) };
}
