import { type Due, pop, push } from "./due.ts";
import { taskTimedOut } from "./task-tokens.ts";

/** What is due, by time and then by the order in which it was asked for. */
export interface Agenda {
  readonly heap: Due[];
  /** What can still be cancelled: by execution, then by the id of the visit. */
  readonly open: Map<number, Map<string, Due[]>>;
  orders: number;
  /** How many entries are live and no mere limits: at none, time has no reason to pass. */
  explicit: number;
}

export function newAgenda(): Agenda {
  return { heap: [], open: new Map(), orders: 0, explicit: 0 };
}

/** Puts an event on the agenda. A timer replaces one of the same id. */
export function schedule(agenda: Agenda, due: Omit<Due, "order" | "cancelled">): void {
  const open = openOf(agenda, due.run);
  const key = visitOf(due.event.id);
  const beside = open.get(key);
  if (due.event.kind === "timer") {
    for (const other of beside ?? []) if (other.event.id === due.event.id) drop(agenda, other);
  }
  agenda.orders += 1;
  const { time, tier, run, event, implicit, sending } = due;
  const own = { time, tier, order: agenda.orders, run, event, implicit, cancelled: false };
  const entry: Due = sending === undefined ? own : { ...own, sending };
  if (beside === undefined) open.set(key, [entry]);
  else open.set(key, [...beside.filter(({ cancelled }) => !cancelled), entry]);
  if (!entry.implicit) agenda.explicit += 1;
  push(agenda.heap, entry);
}

function openOf(agenda: Agenda, run: number): Map<string, Due[]> {
  const known = agenda.open.get(run);
  if (known !== undefined) return known;
  const open = new Map<string, Due[]>();
  agenda.open.set(run, open);
  return open;
}

/** Puts what was due when a run was saved on an empty agenda again, in the order in which it was asked for. */
export function restoreDue(agenda: Agenda, saved: readonly Omit<Due, "cancelled">[], orders: number): void {
  for (const { order, ...due } of saved) {
    agenda.orders = order - 1;
    schedule(agenda, due);
  }
  agenda.orders = orders;
}

/** Takes everything of one visit off the agenda. */
export function cancelVisit(agenda: Agenda, run: number, id: string): void {
  const open = agenda.open.get(run);
  for (const due of open?.get(visitOf(id)) ?? []) cancel(agenda, due);
  open?.delete(visitOf(id));
}

/** Takes everything of one execution off the agenda. */
export function cancelRun(agenda: Agenda, run: number): void {
  for (const dues of agenda.open.get(run)?.values() ?? []) for (const due of dues) cancel(agenda, due);
  agenda.open.delete(run);
}

/** When something happens next. */
export function nextTime({ heap }: Agenda): number | undefined {
  while (heap[0]?.cancelled) pop(heap);
  return heap[0]?.time;
}

/** The events of the next instant, in order; `keep` says which of them come now, the first always does. */
export function takeNext(agenda: Agenda, keep: () => boolean): readonly Due[] {
  const batch: Due[] = [];
  const later: Due[] = [];
  for (let due = pop(agenda.heap); due !== undefined; due = pop(agenda.heap)) {
    if (due.cancelled) continue;
    if (due.time > (batch[0]?.time ?? due.time)) {
      later.push(due);
      break;
    }
    if (batch.length === 0 || keep()) batch.push(due);
    else later.push(due);
  }
  for (const due of later) push(agenda.heap, due);
  for (const due of batch) settle(agenda, due);
  return batch;
}

/** The executions are over: what was still to be sent finds no task. */
export function closeAgenda(agenda: Agenda): void {
  for (const due of agenda.heap) cancel(agenda, due);
}

function cancel(agenda: Agenda, due: Due): void {
  if (due.sending !== undefined && !due.cancelled) due.sending.refused = taskTimedOut;
  drop(agenda, due);
}

/** An event that is handed in can no longer be cancelled. */
function settle(agenda: Agenda, due: Due): void {
  drop(agenda, due);
  const open = agenda.open.get(due.run);
  const key = visitOf(due.event.id);
  const beside = open?.get(key);
  if (open === undefined || beside === undefined) return;
  if (beside.every(({ cancelled }) => cancelled)) open.delete(key);
  else
    open.set(
      key,
      beside.filter(({ cancelled }) => !cancelled),
    );
}

function drop(agenda: Agenda, due: Due): void {
  if (due.cancelled) return;
  due.cancelled = true;
  if (!due.implicit) agenda.explicit -= 1;
}

/** The id of the visit that a call or a timer belongs to. */
function visitOf(id: string): string {
  const end = id.indexOf("!");
  return end <= 0 ? id : id.slice(0, end);
}
