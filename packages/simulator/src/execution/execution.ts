import type { Json } from "@statewright/json-types";
import type { ExecutionStatus } from "./execution-status.ts";
import type { MapItem, Part, PartId } from "./part.ts";
import type { ServiceBehaviour } from "./service-behaviour.ts";
import type { Unit } from "./unit.ts";

/**
 * One execution between two steps: plain JSON, which can be stored and resumed anywhere with the program it
 * began with. The history is not part of it; each step hands the new events out.
 */
export interface Execution {
  readonly format: 1;
  /** The hash of the definition. */
  readonly definition: string;
  readonly identity: ExecutionIdentity;
  readonly status: ExecutionStatus;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  /** How many events the history has. */
  readonly eventCount: number;
  /** States entered, and retries. */
  readonly transitions: number;
  /** How many random numbers were drawn. */
  readonly draws: number;
  /** Work that can be done at once, in order. */
  readonly ready: readonly Unit[];
  /** The open threads, containers and their items and results, by their path. */
  readonly parts: Readonly<Record<PartId, Part>>;
  /** Of a STANDARD execution that has ended without success: what it takes to redrive it. */
  readonly unfinished?: Unfinished;
}

/** What an execution was at when it ended (R-ERR-26). */
export interface Unfinished {
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** The parts that were open before anything was aborted, and the work that was ready. */
  readonly parts: Readonly<Record<PartId, Part>>;
  readonly ready: readonly Unit[];
}

/** What does not change during an execution. Times are milliseconds since 1970. */
export interface ExecutionIdentity {
  readonly name: string;
  readonly stateMachineName: string;
  readonly region: string;
  readonly account: string;
  readonly type: "STANDARD" | "EXPRESS";
  readonly seed: number;
  readonly startTime: number;
  readonly input: Json;
  readonly service: ServiceBehaviour;
  /** The item that a child execution of a Distributed Map stands for. */
  readonly item?: MapItem;
  /** Stop before this state is entered. */
  readonly until?: string;
  /** How often it was redriven, and when last. */
  readonly redriven?: { readonly count: number; readonly time: number };
}
