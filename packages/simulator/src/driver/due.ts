import type { ExecutionEvent } from "../execution/unit.ts";
import type { Sending } from "./task-tokens.ts";

/** An event that is due at a time, for one of the executions of a run. */
export interface Due {
  readonly time: number;
  /** Of what is due at one instant, 0 comes before 1. */
  readonly tier: 0 | 1;
  readonly order: number;
  readonly run: number;
  readonly event: DueEvent;
  /** A limit of the service, which is no reason to let time pass. */
  readonly implicit: boolean;
  cancelled: boolean;
  /** For what was sent with a task token. */
  readonly sending?: Sending;
}

/** Every event but `stop` answers a command. */
export type DueEvent = Exclude<ExecutionEvent, { readonly kind: "stop" }>;

function earlier(left: Due, right: Due): boolean {
  if (left.time !== right.time) return left.time < right.time;
  return left.tier === right.tier ? left.order < right.order : left.tier < right.tier;
}

export function push(heap: Due[], due: Due): void {
  let at = heap.length;
  heap.push(due);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] as Due;
    if (!earlier(due, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = due;
}

export function pop(heap: Due[]): Due | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    const right = heap[child + 1];
    if (right !== undefined && earlier(right, heap[child] as Due)) child += 1;
    if (!earlier(heap[child] as Due, last)) break;
    heap[at] = heap[child] as Due;
    at = child;
  }
  heap[at] = last;
  return top;
}
