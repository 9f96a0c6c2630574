import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };

/** AWS Glue DataBrew. What its actions answer is not known here yet. */
export const databrew: ServiceFacts = {
  service: "databrew",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-databrew.html",
  asOf: "2026-10-01",
  actions: {
    startJobRun: job,
  },
};
