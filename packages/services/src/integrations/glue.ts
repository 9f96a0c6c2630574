import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };

/** AWS Glue. What its actions answer is not known here yet. */
export const glue: ServiceFacts = {
  service: "glue",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html",
  asOf: "2026-10-01",
  actions: {
    startJobRun: job,
  },
};
