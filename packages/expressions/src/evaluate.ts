export {
  evaluateIntrinsic,
  type IntrinsicEnvironment,
  type IntrinsicEvaluation,
  type IntrinsicFailure,
  intrinsicErrorText,
  missingArgumentText,
} from "./intrinsics/evaluate-intrinsic.ts";
export type { PathEnvironment } from "./json-path/evaluate/path-environment.ts";
export { invalidPathText, missingPathText, type PathFailure } from "./json-path/evaluate/path-failure.ts";
export { evaluateJsonPath, type PathEvaluation } from "./json-path/evaluate-json-path.ts";
export {
  type Environment,
  type Evaluation,
  type EvaluationError,
  evaluateJsonata,
} from "./jsonata/evaluate.ts";
export {
  evaluatePayloadTemplate,
  evaluateTemplateValue,
  type TemplateEvaluation,
  type TemplateFailure,
} from "./payload-template/evaluate-payload-template.ts";
