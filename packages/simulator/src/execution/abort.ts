import { changeContainer } from "./change-part.ts";
import { command, type Draft } from "./draft.ts";
import { emit } from "./emit.ts";
import { describeMapRun, type MapRun } from "./map-run.ts";
import type { Container, Part, PartId, Thread } from "./part.ts";
import { chunkId, chunkLength, itemsId } from "./part-ids.ts";
import { closePart, partOf, threadOf } from "./parts.ts";
import { planOf, visitId } from "./visit.ts";

/** Aborts what is still open in a container and closes it; all events point to `previous` (R-HIST-23). */
export function abortContainer(draft: Draft, container: Container, previous: number, failed?: number): void {
  const owner = threadOf(draft, container.thread);
  for (const index of container.open) {
    const child = threadOf(draft, `${container.id}/${index}`);
    if (index !== failed && child !== undefined) {
      abortThread(draft, child, previous);
      if (container.type === "Map" && owner !== undefined) {
        emit(draft, "MapIterationAborted", previous, { name: owner.state, index });
      }
    }
    closePart(draft, `${container.id}/${index}`);
  }
  closeContainer(draft, container);
}

/** Closes a container with its items and results. */
export function closeContainer(
  draft: Draft,
  container: Container,
  status: MapRun["status"] = "ABORTED",
): void {
  if (container.type === "MapRun" && container.ended === undefined) reportMapRun(draft, container, status);
  for (let at = 0; at * chunkLength < container.length; at += 1) closePart(draft, chunkId(container.id, at));
  closePart(draft, itemsId(container.id));
  closePart(draft, container.id);
}

/** Ends a Map Run, which stays until it is known what becomes of its state: a redrive goes on with it. */
export function endMapRun(draft: Draft, { id }: Container, status: NonNullable<Container["ended"]>): void {
  const container = changeContainer(draft, id);
  reportMapRun(draft, container, status);
  container.ended = status;
}

function reportMapRun(draft: Draft, container: Container, status: MapRun["status"]): void {
  command(draft, { kind: "cancel", id: container.id });
  const part = (id: PartId): Part | undefined => partOf(draft, id);
  const mapRun = describeMapRun(draft.base.identity, container, part, status, draft.now);
  if (mapRun !== undefined) command(draft, { kind: "mapRunEnded", mapRun });
}

function abortThread(draft: Draft, thread: Thread, previous: number): void {
  if (thread.phase === "entering") return;
  const plan = planOf(draft, thread);
  const inner = partOf(draft, visitId(thread));
  if (inner?.kind === "container") {
    if (inner.type === "MapRun" && !inner.ended) emit(draft, "MapRunAborted", previous); // R-HIST-41
    abortContainer(draft, inner, previous);
  } else command(draft, { kind: "cancel", id: visitId(thread) });
  if (plan.type === "Task" || plan.type === "Wait" || plan.type === "Map" || plan.type === "Parallel") {
    emit(draft, `${plan.type}StateAborted`, previous);
  }
}

/** Takes one branch or iteration off the open ones. */
export function closeItem(draft: Draft, id: PartId, index: number): void {
  const { open } = changeContainer(draft, id);
  const at = open.indexOf(index);
  if (at >= 0) open.splice(at, 1);
}
