// The testing kit with its matchers registered: `import { simulate } from "statewright/testing/vitest"`.
import "@statewright/builder/testing/vitest";

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
} from "@statewright/builder/testing/vitest";
