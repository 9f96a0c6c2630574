import type { Json } from "@statewright/json-types";

/** What `lambda:invoke` puts around a function's result, without the SDK's metadata (R-INT-03). */
export function lambdaEnvelope(result: Json): Json {
  return { ExecutedVersion: "$LATEST", Payload: result, StatusCode: 200 };
}
