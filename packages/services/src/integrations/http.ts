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

/** Third-party endpoints over HTTPS, `http:invoke` (R-INT-11). */
export const http: ServiceFacts = {
  service: "http",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html",
  asOf: "2026-10-01",
  actions: {
    invoke: {
      patterns: ["requestResponse"],
      results: {
        requestResponse: objectShape(
          {
            Headers: required(objectShape({}, { open: true, rest: unionShape(text, arrayShape(text)) })),
            ResponseBody: optional(unknownShape),
            StatusCode: required(numberShape({ integer: true })),
            StatusText: optional(text),
          },
          { open: true },
        ),
      },
      errors: ["States.Http.Socket"],
    },
  },
};
