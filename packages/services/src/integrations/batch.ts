import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };

/** AWS Batch. What its actions answer is not known here yet. */
export const batch: ServiceFacts = {
  service: "batch",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html",
  asOf: "2026-10-01",
  actions: {
    submitJob: job,
  },
};
