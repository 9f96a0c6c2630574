import { bug } from "@statewright/diagnostics";
import { uuidOf } from "../../json/seeded-random.ts";
import type { DistributedMap } from "../../program/map-plan.ts";
import { changeContainer, changeValues } from "../change-part.ts";
import { itemAt } from "../containers.ts";
import { command, type Draft } from "../draft.ts";
import type { ExecutionIdentity } from "../execution.ts";
import type { Container, MapItem, PartId } from "../part.ts";
import { chunkId, chunkLength } from "../part-ids.ts";
import { mapItem } from "./map-items.ts";

/** `Map.Item.Source` of items that were handed in. */
export const stateData = "STATE_DATA";

/** Starts the next child of a Map Run. */
export function startChild(draft: Draft, plan: DistributedMap, id: PartId): void {
  const container = changeContainer(draft, id);
  const index = container.next;
  container.next += 1;
  const program = draft.program.children[plan.distributed.program] ?? bug("no program of the Map Run");
  const identity = childIdentity(draft, plan, container, index, draft.now);
  if (container.described?.kept) {
    const { ends } = changeValues(draft, chunkId(id, Math.floor(index / chunkLength)));
    if (ends !== undefined) ends[index % chunkLength] = { startTime: draft.now };
  }
  command(draft, { kind: "startChild", id: `${id}/${index}`, program, identity });
}

/** A child is an execution of `<state machine>/<label>` (R-DMAP-02). */
export function childIdentity(
  draft: Draft,
  plan: DistributedMap,
  container: Container,
  index: number,
  startTime: number,
): ExecutionIdentity {
  const input = itemAt(draft, container.id, index);
  const { service, region, account, seed, name, stateMachineName } = draft.base.identity;
  const { batch, label, executionType } = plan.distributed;
  const item: MapItem = { ...mapItem(index, input, container.keys), Source: container.source ?? stateData };
  return {
    service,
    region,
    account,
    seed,
    name: uuidOf(`${name}${container.id}/${index}`),
    stateMachineName: `${stateMachineName}/${label}`,
    type: executionType,
    startTime,
    input,
    ...(batch === undefined && { item }), // R-DMAP-08
  };
}
