import type { StateMachine } from "@statewright/asl";
import type { Responder } from "../calls/answer.ts";
import type { CallTask } from "../execution/command.ts";
import type { OnEvaluation } from "../execution/observed-evaluation.ts";
import type { ServiceBehaviour } from "../execution/service-behaviour.ts";
import type { Mocks } from "../mocks/mocks.ts";
import type { ReaderObjects } from "../readers/reader-object.ts";
import type { Handler, Patience } from "./handlers.ts";
import type { Pace } from "./pace.ts";
import type { SavedRun } from "./saved-run.ts";

/** What `simulate` can be told. */
export interface SimulateOptions {
  /** The execution's input; by default `{}` (R-STRUCT-06). */
  readonly input?: unknown;
  readonly mocks?: Mocks;
  /** Functions that answer calls, by state name; asked before the mocks. */
  readonly handlers?: Readonly<Record<string, Handler>>;
  /** How long a handler may work, in real time; without it, for ever. */
  readonly patience?: Patience;
  /** Is told of each call before it is answered. */
  readonly onCall?: (call: CallTask) => void;
  /** Is told of each JSONata expression that is evaluated: what it saw, and its value or error. */
  readonly onEvaluation?: OnEvaluation | undefined;
  /** Answers what neither handlers nor mocks do. */
  readonly responder?: Responder;
  /** `Resource` texts that name activities though they are no ARNs, such as `${ApproveActivity}`. */
  readonly activities?: readonly string[];
  /**
   * The machines that `states:startExecution` starts, by their ARN or by the name in it. They run on the same clock;
   * mocks and handlers answer their tasks too, `"<key>/<state>"` before `"<state>"`.
   */
  readonly machines?: Readonly<Record<string, StateMachine>>;
  /** What the readers of Distributed Maps read, by its address; also part of the mocks. */
  readonly readers?: ReaderObjects;
  /** 0 (the default) interleaves breadth-first in order; other seeds explore other orders. */
  readonly seed?: number;
  /** When the execution starts: an ISO 8601 time or milliseconds; by default 2026-01-01T00:00:00Z. */
  readonly start?: string | number;
  /** By default `execution-<seed>`. */
  readonly name?: string;
  /** Stop before this state is entered. */
  readonly until?: string;
  /** Stop after so many steps; a step is what happens at one instant. */
  readonly steps?: number;
  /**
   * Let time pass as it does, for a run that is watched: waits take as long as they say, and handlers and `onCall` are
   * called when it is time. Stopped by its signal, the run has the status RUNNING and can be resumed.
   */
  readonly pace?: Pace;
  /**
   * Go on from where a run was stopped: the `saved` of its {@link Simulation}, which may have been JSON in between.
   * The input, the seed, the start, the name and what else the execution began with are the saved ones; mocks and
   * handlers are given again.
   */
  readonly resume?: SavedRun;
  /** Keep also a STANDARD run that ends without success in `saved`, so that it can be redriven. */
  readonly redrivable?: boolean;
  /**
   * Redrive an execution that failed, timed out or was aborted: the `saved` of a run with `redrivable`. It goes on
   * from what did not succeed, at `start` or else at the time it ended (R-ERR-26). Mocks and handlers are given again.
   */
  readonly redrive?: SavedRun;
  readonly region?: string;
  readonly account?: string;
  readonly stateMachineName?: string;
  readonly type?: "STANDARD" | "EXPRESS";
  /** For recordings from before the service changed; by default it behaves as today. */
  readonly service?: Partial<ServiceBehaviour>;
}
