import type { ActionFacts, ServiceFacts } from "../service-facts.ts";

const job: ActionFacts = { patterns: ["requestResponse", "sync"] };
const call: ActionFacts = { patterns: ["requestResponse"] };

/** Amazon SageMaker AI. What its actions answer is not known here yet. */
export const sagemaker: ServiceFacts = {
  service: "sagemaker",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html",
  asOf: "2026-10-01",
  actions: {
    createEndpoint: call,
    createEndpointConfig: call,
    createModel: call,
    updateEndpoint: call,
    createTrainingJob: job,
    createTransformJob: job,
    createHyperParameterTuningJob: job,
    createLabelingJob: job,
    createProcessingJob: job,
  },
};
