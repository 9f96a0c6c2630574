import type { JsonRecord, JsonValue } from "./json-value.ts";
import type { QueryLanguage, States } from "./state-machine.ts";

/** One state; switch over `Type`. */
export type State =
  | TaskState
  | PassState
  | ChoiceState
  | WaitState
  | ParallelState
  | MapState
  | SucceedState
  | FailState;

export type StateType = State["Type"];

/** A path of JSONPath mode; `null` discards. */
export type PathOrNull = string | null;

/** What every state has. */
export interface CommonFields {
  readonly Comment?: string;
  readonly QueryLanguage?: QueryLanguage;
  /** What the state holds besides; printed back after the known fields. */
  readonly unknownFields?: JsonRecord;
}

/** How a state that is neither Choice nor terminal goes on: exactly one of the two. */
export interface TransitionFields {
  readonly Next?: string;
  readonly End?: boolean;
}

/** What shapes a state's input and output. `InputPath`, `OutputPath`: JSONPath; `Output`: JSONata. */
export interface DataFields {
  readonly InputPath?: PathOrNull;
  readonly OutputPath?: PathOrNull;
  readonly Output?: JsonValue;
}

export interface AssignField {
  /** Variable names and the templates of their values. */
  readonly Assign?: JsonRecord;
}

export interface ErrorFields {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface TaskState extends CommonFields, TransitionFields, DataFields, AssignField, ErrorFields {
  readonly Type: "Task";
  readonly Resource: string;
  readonly Parameters?: JsonValue;
  readonly Arguments?: JsonValue;
  readonly ResultSelector?: JsonValue;
  readonly ResultPath?: PathOrNull;
  readonly TimeoutSeconds?: number | string;
  readonly TimeoutSecondsPath?: string;
  readonly HeartbeatSeconds?: number | string;
  readonly HeartbeatSecondsPath?: string;
  readonly Credentials?: JsonRecord;
}

export interface PassState extends CommonFields, TransitionFields, DataFields, AssignField {
  readonly Type: "Pass";
  readonly Result?: JsonValue;
  readonly Parameters?: JsonValue;
  readonly ResultPath?: PathOrNull;
}

export interface ChoiceState extends CommonFields, DataFields, AssignField {
  readonly Type: "Choice";
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

/** A rule of a Choice: `Condition` in JSONata; in JSONPath the operators stand in `test`. */
export interface ChoiceRule extends AssignField {
  readonly Next: string;
  readonly Comment?: string;
  readonly Condition?: boolean | string;
  readonly Output?: JsonValue;
  /** The data-test expression of a JSONPath rule, as it stands: `Variable` and an operator, or `And`, `Or`, `Not`. */
  readonly test?: JsonRecord;
  readonly unknownFields?: JsonRecord;
}

export interface WaitState extends CommonFields, TransitionFields, DataFields, AssignField {
  readonly Type: "Wait";
  readonly Seconds?: number | string;
  readonly SecondsPath?: string;
  readonly Timestamp?: string;
  readonly TimestampPath?: string;
}

export interface ParallelState extends CommonFields, TransitionFields, DataFields, AssignField, ErrorFields {
  readonly Type: "Parallel";
  readonly Branches: readonly States[];
  readonly Parameters?: JsonValue;
  readonly Arguments?: JsonValue;
  readonly ResultSelector?: JsonValue;
  readonly ResultPath?: PathOrNull;
}

export interface MapState extends CommonFields, TransitionFields, DataFields, AssignField, ErrorFields {
  readonly Type: "Map";
  /** What runs for each item. The older name `Iterator` is read into this field too. */
  readonly ItemProcessor: ItemProcessor;
  /** The definition spells the processor `Iterator`; printed back so. */
  readonly processorField?: "Iterator";
  readonly Items?: JsonValue;
  readonly ItemsPath?: string;
  readonly ItemSelector?: JsonValue;
  /** The older name of `ItemSelector`. */
  readonly Parameters?: JsonValue;
  readonly ItemReader?: JsonRecord;
  readonly ItemBatcher?: JsonRecord;
  readonly ResultWriter?: JsonRecord;
  readonly ResultSelector?: JsonValue;
  readonly ResultPath?: PathOrNull;
  readonly MaxConcurrency?: number | string;
  readonly MaxConcurrencyPath?: string;
  readonly ToleratedFailureCount?: number | string;
  readonly ToleratedFailureCountPath?: string;
  readonly ToleratedFailurePercentage?: number | string;
  readonly ToleratedFailurePercentagePath?: string;
  readonly Label?: string;
}

export interface ItemProcessor extends States {
  readonly ProcessorConfig?: ProcessorConfig;
}

export interface ProcessorConfig {
  readonly Mode?: "INLINE" | "DISTRIBUTED";
  readonly ExecutionType?: "STANDARD" | "EXPRESS";
  readonly unknownFields?: JsonRecord;
}

export interface SucceedState extends CommonFields, DataFields {
  readonly Type: "Succeed";
}

export interface FailState extends CommonFields {
  readonly Type: "Fail";
  readonly Error?: string;
  readonly ErrorPath?: string;
  readonly Cause?: string;
  readonly CausePath?: string;
}

/** Counts and seconds have AWS's defaults where absent: 1 s, 3 attempts, rate 2, no jitter (R-RETRY-01). */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: "FULL" | "NONE";
  readonly Comment?: string;
  readonly unknownFields?: JsonRecord;
}

export interface Catcher extends AssignField {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly ResultPath?: PathOrNull;
  readonly Output?: JsonValue;
  readonly Comment?: string;
  readonly unknownFields?: JsonRecord;
}
