export { evaluateAt } from "./at/evaluate-at.ts";
export type { Evaluation, EvaluationData } from "./at/evaluation.ts";
export type { Answer, Outcome, Responder } from "./calls/answer.ts";
export type { SendError, SendTime, Sent, TaskToken } from "./calls/task-token.ts";
export { type CostedRun, costOfExecution } from "./cost/cost-of-execution.ts";
export type { CostRule, ExecutionCost, ExecutionUse, StateUse } from "./cost/execution-cost.ts";
export { type Price, type PriceOptions, priceOfUse } from "./cost/price-of-use.ts";
export type { CoverablePlace } from "./coverage/coverable-places.ts";
export { type Coverage, type CoverageTotal, type CoveredPlace, coverageOf } from "./coverage/coverage.ts";
export { lcov } from "./coverage/lcov.ts";
export { missingPlaces, type PrintCoverageOptions, printCoverage } from "./coverage/print-coverage.ts";
export { type LineOf, nearestLine, type SourceLine } from "./coverage/source-line.ts";
export { type DiagnoseInput, diagnose } from "./diagnose/diagnose.ts";
export type {
  Diagnosis,
  EarlierFailure,
  FailureKind,
  FoundValue,
  Introduction,
  Recovery,
} from "./diagnose/diagnosis.ts";
export {
  type Exploration,
  type ExploreOptions,
  exploreSchedules,
  type ScheduleEnd,
} from "./driver/explore-schedules.ts";
export {
  askHandler,
  type Handler,
  type HandlerCall,
  handlerArguments,
  type Patience,
} from "./driver/handlers.ts";
export type { OtherExecutions } from "./driver/other-executions.ts";
export type { Pace } from "./driver/pace.ts";
export { refusedSimulation } from "./driver/refused-simulation.ts";
export type {
  SavedClock,
  SavedCommand,
  SavedExecution,
  SavedRun,
  SavedStep,
} from "./driver/saved-run.ts";
export { simulate } from "./driver/simulate.ts";
export type { SimulateOptions } from "./driver/simulate-options.ts";
export type { Simulation, WaitingTask } from "./driver/simulation.ts";
export { type StartOptions, today } from "./execution/begin-draft.ts";
export type {
  CallTask,
  Command,
  Finished,
  ReadItems,
  StartChild,
  WriteObjects,
  WrittenObject,
} from "./execution/command.ts";
export type { Execution, ExecutionIdentity, Unfinished } from "./execution/execution.ts";
export type { ExecutionStatus } from "./execution/execution-status.ts";
export type { DetailValue, EventDetails, HistoryEvent } from "./execution/history-event.ts";
export type { MapRun, MapRunCounts } from "./execution/map-run.ts";
export type { ObservedEvaluation, ObservedOutcome, OnEvaluation } from "./execution/observed-evaluation.ts";
export type { Container, MapItem, Part, PartId, TaskTimers, Thread, Values } from "./execution/part.ts";
export { applyPatch, type Patch } from "./execution/patch.ts";
export { type Redrive, redrive } from "./execution/redrive.ts";
export type { ServiceBehaviour } from "./execution/service-behaviour.ts";
export { type Step, type StepOptions, start, step } from "./execution/step.ts";
export type { ExecutionEvent, Failure, Unit } from "./execution/unit.ts";
export { type HistoryReading, type ReadEvent, readHistory } from "./history/read-history.ts";
export { type MockResponder, respondFromMocks } from "./mocks/answer-from-mocks.ts";
export { checkMocks } from "./mocks/check-mocks.ts";
export type { MockAnswer, MockAnswers, Mocks, Quantiles } from "./mocks/mocks.ts";
export { isLocalMockFile, type LocalTestCase, readLocalMocks } from "./mocks/read-local-mocks.ts";
export { type ReadMocks, readMocks } from "./mocks/read-mocks.ts";
export { type Preparation, prepare } from "./program/prepare.ts";
export type { Program, ScopePlan } from "./program/program.ts";
export type { ItemRequest, ItemsRead, ReaderConfig } from "./readers/item-request.ts";
export type { ReaderObject, ReaderObjects } from "./readers/reader-object.ts";
export { redact, redactText } from "./redact/redact.ts";
export { redactDiagnosis } from "./redact/redact-diagnosis.ts";
export { redactRecording } from "./redact/redact-recording.ts";
export { answersOf } from "./replay/answers-of-recording.ts";
export type { ComparedEvents, Difference } from "./replay/comparison.ts";
export { type RecordingReading, readRecording } from "./replay/read-recording.ts";
export type {
  RecordedEvent,
  RecordedIdentity,
  RecordedOutcome,
  RecordedTask,
  Recording,
} from "./replay/recording.ts";
export { type RecordingMade, recordingFromAws } from "./replay/recording-from-aws.ts";
export { replay } from "./replay/replay.ts";
export type { Replay, ReplayJudge, ReplayOptions } from "./replay/replayed.ts";
export { type Figure, type ReplaySummary, summarizeReplays } from "./replay/summarize-replays.ts";
export { testState } from "./test-state/test-state.ts";
export type { StateConfiguration, TestStateMock, TestStateRequest } from "./test-state/test-state-request.ts";
export type {
  InspectionData,
  TestStateException,
  TestStateResponse,
  TestStateResult,
} from "./test-state/test-state-response.ts";
export { type PrintTimelineOptions, printTimeline } from "./timeline/print-timeline.ts";
export { timeline } from "./timeline/timeline.ts";
export type { TimelineEntry, TimelineKind } from "./timeline/timeline-entry.ts";
