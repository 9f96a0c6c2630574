import { bug } from "@statewright/diagnostics";
import { uuidOf } from "../../json/seeded-random.ts";
import type { DistributedMap } from "../../program/map-plan.ts";
import { changeContainer, changeValues } from "../change-part.ts";
import { itemAt } from "../containers.ts";
import { command, type Draft } from "../draft.ts";
import type { ExecutionIdentity } from "../execution.ts";
import type { ChildEnd, Container, MapItem, PartId } from "../part.ts";
import { chunkId, chunkLength } from "../part-ids.ts";
import { mapItem } from "./map-items.ts";

/** `Map.Item.Source` of items that were handed in. */
export const stateData = "STATE_DATA";

/** Starts the next child: of a Map Run that is redriven first those that did not succeed. */
export function startChild(draft: Draft, plan: DistributedMap, id: PartId): void {
  const container = changeContainer(draft, id);
  const index = nextChild(draft, container);
  if (index === undefined) return;
  const program = draft.program.children[plan.distributed.program] ?? bug("no program of the Map Run");
  const identity = childIdentity(draft, plan, container, index, draft.now, container.redrives);
  if (container.described?.kept) {
    const { ends } = changeValues(draft, chunkId(id, Math.floor(index / chunkLength)));
    if (ends !== undefined)
      ends[index % chunkLength] = startOf(draft, plan, container, ends[index % chunkLength]);
  }
  command(draft, { kind: "startChild", id: `${id}/${index}`, program, identity });
}

/** The index of the next child; nothing when all were started. */
function nextChild(draft: Draft, container: ReturnType<typeof changeContainer>): number | undefined {
  const { id, again, startedAgain = 0, next } = container;
  const index = again?.[startedAgain];
  if (index === undefined) {
    if (next >= container.length) return undefined;
    container.next += 1;
    return next;
  }
  container.startedAgain = startedAgain + 1;
  const { done } = changeValues(draft, chunkId(id, Math.floor(index / chunkLength)));
  if (done !== undefined) done[index % chunkLength] = "";
  return index;
}

/** A STANDARD child that is redriven goes on from its first start. */
function startOf(
  { now }: Draft,
  { distributed }: DistributedMap,
  { redrives }: Container,
  before: ChildEnd | null | undefined,
): ChildEnd {
  if (distributed.executionType === "EXPRESS")
    return { startTime: now, ...(redrives !== undefined && { redrives }) };
  if (!before) return { startTime: now };
  return { startTime: before.startTime, redrives: (before.redrives ?? 0) + 1 };
}

/** A child is an execution of `<state machine>/<label>` (R-DMAP-02). */
export function childIdentity(
  draft: Draft,
  plan: DistributedMap,
  container: Container,
  index: number,
  startTime: number,
  redrives?: number,
): ExecutionIdentity {
  const input = itemAt(draft, container.id, index);
  const { service, region, account, seed, name, stateMachineName } = draft.base.identity;
  const { batch, label, executionType } = plan.distributed;
  // A STANDARD child that is redriven is the same execution; an EXPRESS one is another.
  const again = executionType === "EXPRESS" && redrives !== undefined ? `#${redrives}` : "";
  const item: MapItem = { ...mapItem(index, input, container.keys), Source: container.source ?? stateData };
  return {
    service,
    region,
    account,
    seed,
    name: uuidOf(`${name}${container.id}/${index}${again}`),
    stateMachineName: `${stateMachineName}/${label}`,
    type: executionType,
    startTime,
    input,
    ...(batch === undefined && { item }), // R-DMAP-08
  };
}
