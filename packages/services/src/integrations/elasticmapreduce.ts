import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };
const call: ActionFacts = { patterns: ["requestResponse"] };

/** Amazon EMR. What its actions answer is not known here yet. */
export const elasticmapreduce: ServiceFacts = {
  service: "elasticmapreduce",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html",
  asOf: "2026-10-01",
  actions: {
    createCluster: job,
    terminateCluster: job,
    addStep: job,
    cancelStep: call,
    setClusterTerminationProtection: call,
    modifyInstanceFleetByName: call,
    modifyInstanceGroupByName: call,
  },
};
