import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };

/** AWS Elemental MediaConvert. What its actions answer is not known here yet. */
export const mediaconvert: ServiceFacts = {
  service: "mediaconvert",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html",
  asOf: "2026-10-01",
  actions: {
    createJob: job,
  },
};
