import {
  type FieldShape,
  numberShape,
  objectShape,
  stringShape,
  unknownShape,
} from "@statewright/json-types";
import { optional, required } from "./field.ts";

const text = stringShape();
const httpMetadata = objectShape(
  {
    AllHttpHeaders: optional(objectShape({}, { open: true, rest: unknownShape })),
    HttpHeaders: optional(objectShape({}, { open: true, rest: text })),
    HttpStatusCode: required(numberShape({ integer: true })),
  },
  { open: true },
);

/**
 * The two members that most optimised integrations put beside the API's own (R-INT-02). They stay open: what
 * a service adds to them is its own affair.
 */
export const sdkEnvelope: Readonly<Record<"SdkHttpMetadata" | "SdkResponseMetadata", FieldShape>> = {
  SdkHttpMetadata: required(httpMetadata),
  SdkResponseMetadata: required(objectShape({ RequestId: required(text) }, { open: true })),
};
