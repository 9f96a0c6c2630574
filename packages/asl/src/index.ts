export type { MachineTypes, SchemaValue, StateTypes } from "./machine-types.ts";
export type { JsonRecord, JsonValue } from "./model/json-value.ts";
export type {
  AssignField,
  Catcher,
  ChoiceRule,
  ChoiceState,
  CommonFields,
  DataFields,
  ErrorFields,
  FailState,
  ItemProcessor,
  MapState,
  ParallelState,
  PassState,
  PathOrNull,
  ProcessorConfig,
  Retrier,
  State,
  StateType,
  SucceedState,
  TaskState,
  TransitionFields,
  WaitState,
} from "./model/state.ts";
export type { QueryLanguage, StateMachine, States } from "./model/state-machine.ts";
