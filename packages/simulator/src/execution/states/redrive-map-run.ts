import { quotas } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import { notRedrivable, unsupported } from "../../diagnostics/refusals.ts";
import type { DistributedMap } from "../../program/map-plan.ts";
import type { Program } from "../../program/program.ts";
import { changeContainer, changeThread } from "../change-part.ts";
import type { Draft } from "../draft.ts";
import { emit } from "../emit.ts";
import type { Container, Thread } from "../part.ts";
import { chunkId, chunkLength } from "../part-ids.ts";
import { partOf } from "../parts.ts";
import { startChild } from "./map-child.ts";

/** Why a Map Run is not redriven; nothing where it can be. */
export function mapRunRefusal(
  draft: Draft,
  container: Container,
  plan: DistributedMap,
): Diagnostic | undefined {
  const state = plan.name;
  const refuse = (what: string) => unsupported.at({ state, pointer: plan.pointer }, { state, what });
  const most = quotas.mapRunRedrives;
  if ((container.redrives ?? 0) >= most)
    return notRedrivable.at({}, { problem: `the Map Run of "${state}" was redriven ${most} times` });
  if (container.reading !== undefined || container.length === 0)
    return refuse("the redrive of a Map Run that got no items");
  if (container.ended === "SUCCEEDED" || container.succeeded === container.length)
    return refuse("the redrive of a Map Run that succeeded");
  const children = draft.program.children[plan.distributed.program];
  if (plan.distributed.executionType === "STANDARD" && !isOneStep(children))
    return refuse("the redrive of STANDARD children with several states");
  return undefined;
}

/** Whether to redrive an execution of the program, from the state that failed, is to run it again as a whole. */
function isOneStep(program: Program | undefined): boolean {
  const [scope, ...inner] = program?.scopes ?? [];
  return scope !== undefined && inner.length === 0 && Object.keys(scope.states).length === 1;
}

/** Runs the children again that did not succeed, in the same Map Run (R-DMAP-15, R-HIST-41). */
export function redriveMapRun(
  draft: Draft,
  owner: Thread,
  plan: DistributedMap,
  id: string,
  redriven: number,
): void {
  const thread = changeThread(draft, owner.id);
  thread.phase = "inside";
  thread.used = []; // R-RETRY-09
  const container = changeContainer(draft, id);
  const redriveCount = (container.redrives ?? 0) + 1;
  const mapRunArn = container.described?.mapRunArn ?? "";
  container.run = emit(draft, "MapRunRedriven", redriven, { mapRunArn, redriveCount });
  container.redrives = redriveCount;
  container.failed = 0;
  delete container.ended;
  delete container.writing;
  container.again = unsuccessfulChildren(draft, container);
  container.startedAgain = 0;
  const waiting = container.again.length + container.length - container.next;
  for (let left = Math.min(container.limit, waiting); left > 0; left -= 1) startChild(draft, plan, id);
}

/** The children that were started and did not succeed. */
function unsuccessfulChildren(draft: Draft, { id, next }: Container): readonly number[] {
  const again: number[] = [];
  for (let first = 0; first < next; first += chunkLength) {
    const part = partOf(draft, chunkId(id, first / chunkLength));
    const done = part?.kind === "values" ? (part.done ?? []) : [];
    for (const [at, end] of done.entries())
      if (end !== "succeeded" && first + at < next) again.push(first + at);
  }
  return again;
}
