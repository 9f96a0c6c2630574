export {
  type Environment,
  type Evaluation,
  type EvaluationError,
  evaluateJsonata,
} from "./jsonata/evaluate.ts";
