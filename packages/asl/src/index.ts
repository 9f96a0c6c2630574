export { type ComparisonOperand, comparisonOperators } from "./fields/comparison-operators.ts";
export { stateFieldNames } from "./fields/state-field-names.ts";
export { type JsonataText, jsonataText } from "./jsonata-text.ts";
export { machineToJson, printMachine } from "./machine-to-json.ts";
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
export { type ParsedMachine, parseMachine } from "./parse-machine.ts";
export { hasPlaceholder } from "./placeholder.ts";
export { type Quota, quotas, quotaTable } from "./quotas.ts";
export { type MachineReading, readMachine } from "./read/read-machine.ts";
export { isVariableName } from "./read/read-variable-names.ts";
export {
  isTemplate,
  readTemplate,
  type TemplateMachine,
  type TemplateReading,
  type TemplateUri,
} from "./template/read-template.ts";
export { applyEdits, type EditedText } from "./text/apply-edits.ts";
export type { TextFormat } from "./text/decode-scalar.ts";
export type { MachineDocument } from "./text/machine-document.ts";
export { isTimestamp } from "./timestamp.ts";
export {
  effectiveQueryLanguage,
  type ScopeVisit,
  type StateVisit,
  walkScopes,
  walkStates,
} from "./walk-states.ts";
