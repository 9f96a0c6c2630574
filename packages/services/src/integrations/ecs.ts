import { arrayShape, objectShape } from "@statewright/json-types";
import type { ServiceFacts } from "../service-facts.ts";
import { optional } from "./field.ts";
import { sdkEnvelope } from "./sdk-envelope.ts";

const open = objectShape({}, { open: true });

/** Amazon ECS and Fargate, `ecs:runTask`; with `.sync` the answer is the one task (R-INT-10). */
export const ecs: ServiceFacts = {
  service: "ecs",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
  asOf: "2026-10-01",
  actions: {
    runTask: {
      patterns: ["requestResponse", "sync", "waitForTaskToken"],
      results: {
        requestResponse: objectShape(
          { Tasks: optional(arrayShape(open)), Failures: optional(arrayShape(open)), ...sdkEnvelope },
          { open: true },
        ),
        sync: open,
      },
      errors: ["ECS.AmazonECSException"],
    },
  },
};
