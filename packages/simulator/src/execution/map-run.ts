import { isoTime } from "../json/iso-time.ts";
import { executionArn } from "./context-object.ts";
import type { ExecutionIdentity } from "./execution.ts";
import type { ChildOutcome, Container, Part, PartId } from "./part.ts";
import { chunkId, chunkLength, itemsId } from "./part-ids.ts";

/** A Map Run as DescribeMapRun describes it (R-DMAP-13). */
export interface MapRun {
  readonly mapRunArn: string;
  readonly executionArn: string;
  readonly status: "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED";
  readonly startDate: string;
  /** Absent while it runs. */
  readonly stopDate?: string;
  /** 0: as many as the service runs at once. */
  readonly maxConcurrency: number;
  readonly toleratedFailurePercentage: number;
  readonly toleratedFailureCount: number;
  readonly itemCounts: MapRunCounts;
  readonly executionCounts: MapRunCounts;
  readonly redriveCount: number;
}

/** How many items, or child executions, stand where (R-DMAP-13). */
export type MapRunCounts = Readonly<
  Record<ChildOutcome | "pending" | "running" | "total" | "resultsWritten", number>
> & {
  readonly failuresNotRedrivable: number;
  readonly pendingRedrive: number;
};

/** Describes the Map Run of a container; `part` finds the parts of its execution. */
export function describeMapRun(
  identity: ExecutionIdentity,
  container: Container,
  part: (id: PartId) => Part | undefined,
  status: MapRun["status"],
  now: number,
): MapRun | undefined {
  const { described } = container;
  if (described === undefined) return undefined;
  const { mapRunArn, startTime, maxConcurrency, batched } = described;
  const items = part(itemsId(container.id));
  const sizes = batched && items?.kind === "values" ? items.values.map(batchSize) : undefined;
  const running = status === "RUNNING";
  return {
    mapRunArn,
    executionArn: executionArn(identity),
    status,
    startDate: isoTime(startTime),
    ...(!running && { stopDate: isoTime(now) }),
    maxConcurrency,
    toleratedFailurePercentage: container.toleratedPercentage ?? 0,
    toleratedFailureCount: container.toleratedCount ?? 0,
    itemCounts: countChildren(container, part, running, (index) => sizes?.[index] ?? 1),
    executionCounts: countChildren(container, part, running, () => 1),
    redriveCount: container.redrives ?? 0,
  };
}

/** What was running when the Map Run ended was aborted. */
function countChildren(
  container: Container,
  part: (id: PartId) => Part | undefined,
  running: boolean,
  weight: (index: number) => number,
): MapRunCounts {
  const counts = {
    pending: 0,
    running: 0,
    succeeded: 0,
    failed: 0,
    timedOut: 0,
    aborted: 0,
    total: 0,
    resultsWritten: 0,
    failuresNotRedrivable: 0,
    pendingRedrive: 0,
  };
  const waiting = running ? new Set(container.again?.slice(container.startedAgain)) : undefined;
  for (let index = 0; index < container.length; index += 1) {
    const chunk = part(chunkId(container.id, Math.floor(index / chunkLength)));
    const done = chunk?.kind === "values" ? chunk.done?.[index % chunkLength] : undefined;
    const started = index < container.next;
    const open = !started ? "pending" : running ? "running" : "aborted";
    const ended = done === undefined || done === "" ? open : done;
    const where = waiting?.has(index) ? "pendingRedrive" : ended;
    counts[where] += weight(index);
    counts.total += weight(index);
    const written = !running && container.writing !== undefined && where !== "pending";
    if (written) counts.resultsWritten += weight(index);
  }
  return counts;
}

function batchSize(input: unknown): number {
  const items = (input as { readonly Items?: unknown } | null)?.Items;
  return Array.isArray(items) ? items.length : 1;
}
