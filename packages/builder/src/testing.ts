export type {
  Coverage,
  CoveredPlace,
  Handler,
  HandlerCall,
  MockAnswer,
  MockAnswers,
  Mocks,
  SendError,
  Sent,
  Simulation,
  TaskToken,
} from "@statewright/simulator";
export { type CostOptions, costOf, type WorkflowCost } from "./testing/cost-of.ts";
export { coverage, type MissingPlace, type WorkflowCoverage } from "./testing/coverage.ts";
export { fromRecording, type RecordedFixture } from "./testing/from-recording.ts";
export { matchers, type StatewrightMatchers } from "./testing/matchers.kernel.ts";
export {
  type CallMade,
  simulate,
  type WorkflowSimulateOptions,
  type WorkflowSimulation,
} from "./testing/simulate.ts";
export type { TypedMocks, WorkflowMocks } from "./testing/typed-mocks.kernel.ts";
