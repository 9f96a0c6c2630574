import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };
const call: ActionFacts = { patterns: ["requestResponse"] };

/** Amazon EKS. What its actions answer is not known here yet. */
export const eks: ServiceFacts = {
  service: "eks",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html",
  asOf: "2026-10-01",
  actions: {
    createCluster: job,
    deleteCluster: job,
    createNodegroup: job,
    deleteNodegroup: job,
    createFargateProfile: job,
    deleteFargateProfile: job,
    runJob: job,
    call: call,
  },
};
