export {
  type Handler,
  type HandlerCall,
  type MockAnswer,
  type MockAnswers,
  type Mocks,
  type Simulation,
  simulate,
  type WorkflowSimulateOptions,
  type WorkflowSimulation,
} from "@statewright/builder/testing";
