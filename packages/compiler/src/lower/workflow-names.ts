import type { Block, StateNode } from "../ir/workflow.ts";

/** How deep blocks may lie in one another: far more than a person writes, far less than the stack holds. */
const deepestNesting = 100;

/** The names of all states of a workflow, in whatever branch. */
export function workflowNames(body: Block): ReadonlySet<string> {
  const names = new Set<string>();
  for (let level = [body]; level.length > 0; level = level.flatMap(innerBlocks)) {
    for (const { steps } of level) for (const step of steps) if ("name" in step) names.add(step.name);
  }
  return names;
}

/** Whether blocks lie in one another more deeply than can be lowered. */
export function isTooDeep(body: Block): boolean {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return true;
    level = level.flatMap(innerBlocks);
  }
  return false;
}

function innerBlocks(block: Block): Block[] {
  return block.steps.flatMap((step) => {
    if (step.kind === "jump" || step.kind === "end") return [];
    return step.kind === "catchGroup" ? [step.block, step.catcher.block] : blocksOf(step);
  });
}

function blocksOf(step: StateNode): Block[] {
  const handlers = "catch" in step && step.catch ? step.catch.map(({ block }) => block) : [];
  switch (step.kind) {
    case "choice":
      return [...step.rules.map(({ block }) => block), ...(step.otherwise ? [step.otherwise.block] : [])];
    case "parallel":
      return [...step.branches.map(({ block }) => block), ...handlers];
    case "map":
      return [step.body, ...handlers];
    default:
      return handlers;
  }
}
