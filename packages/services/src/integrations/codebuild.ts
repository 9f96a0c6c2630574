import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };
const call: ActionFacts = { patterns: ["requestResponse"] };

/** AWS CodeBuild. What its actions answer is not known here yet. */
export const codebuild: ServiceFacts = {
  service: "codebuild",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html",
  asOf: "2026-10-01",
  actions: {
    startBuild: job,
    startBuildBatch: job,
    retryBuildBatch: job,
    stopBuild: call,
    batchDeleteBuilds: call,
    batchGetReports: call,
    stopBuildBatch: call,
    deleteBuildBatch: call,
  },
};
