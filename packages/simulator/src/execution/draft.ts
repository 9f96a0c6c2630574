import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import { seededRandom } from "../json/seeded-random.ts";
import type { Program } from "../program/program.ts";
import type { Command } from "./command.ts";
import type { Execution } from "./execution.ts";
import type { ExecutionStatus } from "./execution-status.ts";
import type { HistoryEvent } from "./history-event.ts";
import type { OnEvaluation } from "./observed-evaluation.ts";
import type { Part, PartId } from "./part.ts";
import type { Unit } from "./unit.ts";

/**
 * The working copy of an execution during one step: parts are copied when first changed. Or a live execution, which
 * stays from step to step: then `base` has no parts, all are in `changed` and are changed where they stand.
 */
export interface Draft {
  readonly program: Program;
  readonly base: Execution;
  readonly live: boolean;
  /** The instant of the step, in milliseconds. */
  now: number;
  /** Is told of each JSONata expression that is evaluated. */
  readonly onEvaluation: OnEvaluation | undefined;
  readonly changed: Map<PartId, Part | undefined>;
  events: HistoryEvent[];
  commands: Command[];
  /** The places that were taken: states entered, rules, retriers and catchers, by their pointer. */
  taken: JsonPointer[];
  ready: Unit[];
  /** Units before this index are done. */
  head: number;
  eventCount: number;
  transitions: number;
  draws: number;
  status: ExecutionStatus | "REFUSED";
  /** While a failure makes its way out: the parts that are closed on the way, as they were. */
  closing?: Map<PartId, Part>;
  /** The work that was ready when the execution ended. */
  left: readonly Unit[];
  /** It stands before the state of `until`. */
  held: boolean;
  diagnostics: readonly Diagnostic[];
  output?: Execution["output"];
  error?: string;
  cause?: string;
}

export function openDraft(
  program: Program,
  base: Execution,
  now: number,
  onEvaluation?: OnEvaluation,
  live = false,
): Draft {
  return {
    program,
    base,
    live,
    now,
    onEvaluation,
    changed: new Map(),
    events: [],
    commands: [],
    taken: [],
    ready: [...base.ready],
    head: 0,
    eventCount: base.eventCount,
    transitions: base.transitions,
    draws: base.draws,
    status: base.status,
    left: [],
    held: false,
    diagnostics: [],
  };
}

export function queue(draft: Draft, unit: Unit): void {
  draft.ready.push(unit);
}

export function command(draft: Draft, wanted: Command): void {
  draft.commands.push(wanted);
}

/** A random number of the execution's seeded stream. */
export function draw(draft: Draft): number {
  draft.draws += 1;
  return seededRandom(draft.base.identity.seed, draft.draws);
}

export function isOpen(draft: Draft): boolean {
  return draft.status === "RUNNING";
}
