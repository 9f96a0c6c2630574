import type { State, States } from "@statewright/asl";
import { childPointer, nearestName } from "@statewright/diagnostics";
import type { Block, CatchGroupNode, JumpNode, StateNode, Step } from "../ir/workflow.ts";
import {
  duplicateState,
  noStates,
  unknownState,
  unreachableState,
} from "./diagnostics/builder-diagnostics.ts";
import type { Container, EndWay, GroupCatcher, Lowerer, StatePlace, Way } from "./fields/context.ts";
import { stateOrigins } from "./origins.ts";
import { checkStateName } from "./state-names.ts";
import { loweredState } from "./states/state.ts";
import { targetsOf } from "./targets.ts";

/** Names that several scopes share the knowledge of. */
export interface Names {
  /** Where a state of a name was met first: the pointer of its scope. */
  readonly first: Map<string, string>;
  /** All names of the workflow, to say whether a jump's target is elsewhere. */
  readonly all: ReadonlySet<string>;
}

const end: EndWay = { kind: "end" };

/** Lowers the steps of one `States` object, which no transition leaves or enters (R-FLOW-03). */
export function loweredScope(lowerer: Lowerer, names: Names, block: Block, container: Container): States {
  const scope: Scope = {
    lowerer,
    container,
    names,
    own: namesIn(block),
    catchers: [],
    states: Object.create(null),
  };
  const start = blockWay(scope, block, end);
  const place = {
    pointer: container.pointer,
    ...(container.state !== undefined && { state: container.state }),
  };
  if (start.kind === "end") {
    lowerer.report(noStates.at(place, { what: container.title }));
    return { StartAt: "", States: {} };
  }
  reportUnreachable(scope, start.name);
  return { StartAt: start.name, States: scope.states };
}

interface Scope {
  readonly lowerer: Lowerer;
  readonly container: Container;
  readonly names: Names;
  readonly own: ReadonlySet<string>;
  /** Of the groups around the states that are lowered now, the innermost first. */
  readonly catchers: readonly GroupCatcher[];
  readonly states: Record<string, State>;
}

/** The names of the states of one scope: branches of Choice and Catch belong to it, those of Parallel and Map do not. */
export function namesIn(block: Block): ReadonlySet<string> {
  const names = new Set<string>();
  const pending = [block];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const step of next.steps) {
      if (step.kind === "jump" || step.kind === "end") continue;
      if (step.kind === "catchGroup") {
        pending.push(step.block, step.catcher.block);
        continue;
      }
      names.add(step.name);
      pending.push(...branchesOf(step));
    }
  }
  return names;
}

function branchesOf(step: StateNode): Block[] {
  const handlers = "catch" in step && step.catch ? step.catch.map((catcher) => catcher.block) : [];
  if (step.kind !== "choice") return handlers;
  return [...step.rules.map((rule) => rule.block), ...(step.otherwise ? [step.otherwise.block] : [])];
}

/** Lowers the steps of a block, and says where it begins. `after` is where it goes on behind its last step. */
function blockWay(scope: Scope, block: Block, after: Way): Way {
  const { steps } = block;
  for (const [index, step] of steps.entries()) {
    if (step.kind === "jump" || step.kind === "end") continue;
    const next = restWay(scope, steps, index + 1, after);
    if (step.kind === "catchGroup") lowerGroup(scope, step, next);
    else lowerState(scope, step, next);
  }
  return restWay(scope, steps, 0, after);
}

/** The states of a group, which all have its catcher, and behind them its handler. */
function lowerGroup(scope: Scope, { block, catcher }: CatchGroupNode, after: Way): void {
  const own: GroupCatcher = { node: catcher, way: restWay(scope, catcher.block.steps, 0, after) };
  blockWay({ ...scope, catchers: [own, ...scope.catchers] }, block, after);
  blockWay(scope, catcher.block, after);
}

/** Where the steps from `index` on begin. */
function restWay(scope: Scope, steps: readonly Step[], index: number, after: Way): Way {
  const step = steps[index];
  if (step?.kind !== "catchGroup") return wayFrom(scope, step, after);
  return restWay(scope, [...step.block.steps, ...steps.slice(index + 1)], 0, after);
}

function wayFrom(scope: Scope, step: Exclude<Step, CatchGroupNode> | undefined, after: Way): Way {
  if (!step) return after;
  if (step.kind === "end") return { kind: "end", jumped: true };
  if (step.kind === "jump") return jumpWay(scope, step);
  return { kind: "next", name: step.name };
}

function jumpWay(scope: Scope, { target, origin }: JumpNode): Way {
  if (scope.own.has(target)) return { kind: "next", name: target };
  const pointer = childPointer(scope.container.pointer, "States");
  const facts = {
    target,
    closest: nearestName(target, scope.own),
    elsewhere: scope.names.all.has(target),
  };
  const range = origin && { file: origin.file, range: { start: origin.position, end: origin.position } };
  scope.lowerer.report(unknownState.at({ pointer, ...range }, facts));
  return end;
}

function lowerState(scope: Scope, node: StateNode, after: Way): void {
  const { lowerer, container, names } = scope;
  const pointer = childPointer(container.pointer, "States", node.name);
  const state: StatePlace = {
    lowerer,
    pointer,
    name: node.name,
    after,
    catchers: scope.catchers,
    branch: (block) => blockWay(scope, block, after),
  };
  const isTaken = Object.hasOwn(scope.states, node.name);
  if (!isTaken) stateOrigins(lowerer, pointer, node);
  checkStateName(lowerer, pointer, node.name);
  const first = names.first.get(node.name);
  if (first === undefined) names.first.set(node.name, container.pointer);
  else {
    const sameScope = first === container.pointer;
    const range = node.origin && {
      file: node.origin.file,
      range: { start: node.origin.position, end: node.origin.position },
    };
    const severity = sameScope ? "error" : "warning";
    lowerer.report(
      duplicateState.at(
        { state: node.name, pointer, ...range },
        { name: node.name, sameScope },
        { severity },
      ),
    );
  }
  if (isTaken) return;
  // The place in the order of the file comes before the states of its branches.
  scope.states[node.name] = { Type: "Succeed" };
  scope.states[node.name] = loweredState(state, node);
}

/** R-FLOW-04. */
function reportUnreachable(scope: Scope, start: string): void {
  const reached = new Set<string>();
  const pending = [start];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reached.has(name) || !Object.hasOwn(scope.states, name)) continue;
    reached.add(name);
    const state = scope.states[name];
    if (state) pending.push(...targetsOf(state));
  }
  for (const name of Object.keys(scope.states)) {
    if (reached.has(name)) continue;
    const pointer = childPointer(scope.container.pointer, "States", name);
    scope.lowerer.report(unreachableState.at({ state: name, pointer }, { name }));
  }
}
