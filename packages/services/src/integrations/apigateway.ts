import {
  arrayShape,
  numberShape,
  objectShape,
  stringShape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { ServiceFacts } from "../service-facts.ts";
import { optional, required } from "./field.ts";

const text = stringShape();

/** Amazon API Gateway, `apigateway:invoke`; no SDK metadata (R-INT-02, R-INT-08). */
export const apigateway: ServiceFacts = {
  service: "apigateway",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html",
  asOf: "2026-10-01",
  actions: {
    invoke: {
      patterns: ["requestResponse", "waitForTaskToken"],
      arguments: objectShape(
        {
          ApiEndpoint: required(text),
          Method: required(text),
          // A header that is no list is refused, as recorded.
          Headers: optional(objectShape({}, { open: true, rest: arrayShape(unknownShape) })),
        },
        { open: true },
      ),
      results: {
        requestResponse: objectShape(
          {
            ApiEndpoint: optional(text),
            Headers: required(objectShape({}, { open: true, rest: unionShape(text, arrayShape(text)) })),
            ResponseBody: optional(unknownShape),
            StatusCode: required(numberShape({ integer: true })),
            StatusText: optional(text),
          },
          { open: true },
        ),
      },
    },
  },
};
