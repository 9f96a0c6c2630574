export type { InferenceFinding } from "./infer/finding.ts";
export { type Inference, type InferenceEnvironment, inferJsonata } from "./infer/infer-jsonata.ts";
