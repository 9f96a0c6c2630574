import { unreadItems } from "../diagnostics/unread-items.ts";
import type { ReadItems, WriteObjects } from "../execution/command.ts";
import { readItems } from "../readers/read-items.ts";
import type { ReaderObjects } from "../readers/reader-object.ts";
import { schedule } from "./agenda.ts";
import { type Clock, refuse } from "./clock.ts";

/** S3 answers at once; what was written can be read from then on. */
export function write(clock: Clock, run: number, { id, objects }: WriteObjects): void {
  for (const { address, text } of objects) clock.written.set(address, text);
  const event = { kind: "resultsWritten", id } as const;
  schedule(clock.agenda, { run, time: clock.now, tier: 0, event, implicit: false });
}

function objectsOf({ readers, written }: Clock): ReaderObjects {
  if (written.size === 0) return readers;
  return { ...readers, ...Object.fromEntries([...written].map(([address, text]) => [address, { text }])) };
}

/** Reads the items of a Distributed Map: what is given, and what result writers wrote. */
export function read(clock: Clock, run: number, command: ReadItems): void {
  const { id } = command;
  const found = readItems(command, objectsOf(clock));
  if (found.kind === "absent" || found.kind === "refused") {
    refuse(clock, unreadItems(command, found));
    return;
  }
  const event =
    found.kind === "read"
      ? ({ kind: "itemsRead", id, value: found.value, source: found.source } as const)
      : ({ kind: "readFailed", id, error: found.error, cause: found.cause } as const);
  schedule(clock.agenda, { run, time: clock.now, tier: 0, event, implicit: false });
}
