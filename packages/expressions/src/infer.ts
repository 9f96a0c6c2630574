export type { InferenceFinding } from "./infer/finding.ts";
export { type Inference, type InferenceEnvironment, inferJsonata } from "./infer/infer-jsonata.ts";
export { inferIntrinsic } from "./infer/intrinsics/infer-intrinsic.ts";
export { inferJsonPath, type PathShapes } from "./infer/json-path/infer-json-path.ts";
