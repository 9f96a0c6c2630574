import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };
const call: ActionFacts = { patterns: ["requestResponse"] };

/** Amazon Bedrock. What its actions answer is not known here yet. */
export const bedrock: ServiceFacts = {
  service: "bedrock",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html",
  asOf: "2026-10-01",
  actions: {
    invokeModel: call,
    createModelCustomizationJob: job,
  },
};
