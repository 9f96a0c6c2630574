import type { Json } from "@statewright/json-types";

/**
 * An execution that ran on AWS: its machine, what its tasks answered, and what happened. Payloads are JSON values,
 * not JSON text.
 */
export interface Recording {
  readonly id: string;
  /** Absent where it was made of a history alone: the machine is handed in beside it. */
  readonly definition?: Json;
  readonly input: Json;
  readonly type: "STANDARD" | "EXPRESS";
  readonly tasks: readonly RecordedTask[];
  /** Objects that the reader of a Distributed Map read. */
  readonly s3: readonly RecordedObject[];
  readonly expected: RecordedOutcome;
  /** The texts that stand for masked values. */
  readonly placeholders: readonly string[];
  readonly features: readonly string[];
  /** When it was recorded: `2024-04-18`. The service was another then. */
  readonly recorded?: string;
  readonly execution?: RecordedIdentity;
}

/** Who the execution was; what is left out is as in `simulate`. */
export interface RecordedIdentity {
  readonly name?: string;
  readonly stateMachineName?: string;
  readonly region?: string;
  readonly account?: string;
  /** An ISO 8601 time. */
  readonly startTime?: string;
}

/** An object of Amazon S3, as text. */
export interface RecordedObject {
  readonly bucket: string;
  readonly key: string;
  readonly body: string;
}

/** How an execution ended, and its events where they were recorded. */
export interface RecordedOutcome {
  readonly status: string;
  readonly output: Json;
  readonly error: string | null;
  readonly cause: Json;
  readonly history: readonly RecordedEvent[] | null;
}

/** One answer of a task; each retry and each iteration of a Map has its own. */
export interface RecordedTask {
  readonly state: string;
  /** What was called, as the history names it. */
  readonly resource?: string;
  readonly iteration?: number;
  readonly result?: Json;
  /** What the service said when it took a job or a message with a task token. */
  readonly submitted?: Json;
  readonly error?: string;
  readonly cause?: Json;
  /** It never answered. */
  readonly timedOut?: boolean;
  /** The type of the event at its end. */
  readonly endEvent?: string;
}

/** An event of the history; `id` is a list where the recorder erased it. */
export interface RecordedEvent {
  readonly id: number | readonly number[];
  readonly previousEventId: number;
  readonly type: string;
  readonly details: Json;
}
