import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };

/** Amazon EMR Serverless. What its actions answer is not known here yet. */
export const emrServerless: ServiceFacts = {
  service: "emr-serverless",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html",
  asOf: "2026-10-01",
  actions: {
    createApplication: job,
    startApplication: job,
    stopApplication: job,
    deleteApplication: job,
    startJobRun: job,
    cancelJobRun: job,
  },
};
