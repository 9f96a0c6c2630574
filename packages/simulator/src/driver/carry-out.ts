import { endless } from "../diagnostics/refusals.ts";
import type { Command } from "../execution/command.ts";
import { advance, begin, inMachine } from "./advance.ts";
import { schedule } from "./agenda.ts";
import { call } from "./call-task.ts";
import { type Clock, refuse, stateOf, type Unsettled } from "./clock.ts";
import { cancel, end } from "./end-execution.ts";
import { read, write } from "./stored-objects.ts";

/** Carries out the commands of the steps just taken, and of the steps that follow from them at once. */
export function settleCommands(clock: Clock, mostStill: number): void {
  for (let at = 0; at < clock.ready.length; at += 1) {
    const next = clock.ready[at] as Unsettled;
    noteStep(clock, next);
    for (const command of next.commands) carryOut(clock, next.run, command, mostStill);
    if (clock.finished !== undefined) return;
    if (clock.held !== undefined) {
      // What children did at this instant comes after what is held back, as it would have without the stop.
      clock.ready.splice(0, at + 1);
      return;
    }
  }
  clock.ready.length = 0;
}

/** The events and the places of another machine are not the run's own; events of children are in no history. */
function noteStep(clock: Clock, { run, taken, events }: Unsettled): void {
  if (run === 0) for (const event of events) clock.events.push(event);
  if (clock.running.get(run)?.machine === undefined) {
    for (const place of taken) clock.taken.set(place, (clock.taken.get(place) ?? 0) + 1);
    return;
  }
  clock.started.get(run)?.events.push(...events);
}

function carryOut(clock: Clock, run: number, command: Command, mostStill: number): void {
  switch (command.kind) {
    case "callTask":
      call(clock, run, command, mostStill);
      return;
    case "startChild":
      begin(clock, command.program, command.identity, {
        parent: { run, id: command.id },
        ...inMachine(clock, run),
      });
      return;
    case "readItems":
      read(clock, run, command);
      return;
    case "writeObjects":
      write(clock, run, command);
      return;
    case "mapRunEnded":
      clock.mapRuns.push(command.mapRun);
      return;
    case "wakeAt": {
      const event = { kind: "timer", id: command.id } as const;
      const time = Math.max(command.time, clock.now);
      schedule(clock.agenda, { run, time, tier: 0, event, implicit: command.implicit === true });
      return;
    }
    case "cancel":
      cancel(clock, run, command.id);
      return;
    case "held":
      clock.held = { input: command.input };
      return;
    case "continue":
      if (clock.still < mostStill) {
        advance(clock, run, []);
        return;
      }
      refuse(clock, endless.at({}, { transitions: clock.still, state: stateOf(clock, run) }));
      return;
    case "finished":
      end(clock, run, command);
      return;
  }
}
