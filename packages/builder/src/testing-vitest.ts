// The testing kit with its matchers registered in vitest.
import "./testing/vitest.kernel.ts";

export {
  type CallMade,
  type Coverage,
  type CoveredPlace,
  coverage,
  fromRecording,
  type Handler,
  type HandlerCall,
  type MissingPlace,
  type MockAnswer,
  type MockAnswers,
  type Mocks,
  matchers,
  type RecordedFixture,
  type SendError,
  type Sent,
  type Simulation,
  type StatewrightMatchers,
  simulate,
  type TaskToken,
  type TypedMocks,
  type WorkflowCoverage,
  type WorkflowMocks,
  type WorkflowSimulateOptions,
  type WorkflowSimulation,
} from "./testing.ts";
