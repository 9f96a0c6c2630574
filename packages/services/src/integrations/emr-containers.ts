import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };
const call: ActionFacts = { patterns: ["requestResponse"] };

/** Amazon EMR on EKS. What its actions answer is not known here yet. */
export const emrContainers: ServiceFacts = {
  service: "emr-containers",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html",
  asOf: "2026-10-01",
  actions: {
    createVirtualCluster: call,
    deleteVirtualCluster: job,
    startJobRun: job,
  },
};
