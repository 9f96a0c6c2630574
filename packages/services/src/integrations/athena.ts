import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };
const call: ActionFacts = { patterns: ["requestResponse"] };

/** Amazon Athena. What its actions answer is not known here yet. */
export const athena: ServiceFacts = {
  service: "athena",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html",
  asOf: "2026-10-01",
  actions: {
    startQueryExecution: job,
    stopQueryExecution: call,
    getQueryExecution: call,
    getQueryResults: call,
  },
};
