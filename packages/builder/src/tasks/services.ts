import { type Service, service } from "./service.ts";

/**
 * Amazon Athena. Arguments and answers are the API's own, in PascalCase; give their types where you know them.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
 * @example
 * ```ts
 * .task("Query", athena.startQueryExecution().sync())
 * .arguments({ QueryString: "SELECT 1", WorkGroup: "primary" })
 * // → "Resource": "arn:aws:states:::athena:startQueryExecution.sync"
 * ```
 */
export const athena: Service<
  "stopQueryExecution" | "getQueryExecution" | "getQueryResults",
  "startQueryExecution"
> = service(
  "athena",
  ["stopQueryExecution", "getQueryExecution", "getQueryResults"],
  ["startQueryExecution"],
);

/**
 * AWS Batch.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html
 * @example
 * ```ts
 * .task("Crunch", batch.submitJob().sync())
 * .arguments({ JobName: "crunch", JobQueue: param("Queue"), JobDefinition: param("Definition") })
 * // → "Resource": "arn:aws:states:::batch:submitJob.sync"
 * ```
 */
export const batch: Service<never, "submitJob"> = service("batch", [], ["submitJob"]);

/**
 * AWS CodeBuild.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
 * @example
 * ```ts
 * .task("Build", codebuild.startBuild().sync())
 * .arguments({ ProjectName: param("Project") })
 * // → "Resource": "arn:aws:states:::codebuild:startBuild.sync"
 * ```
 */
export const codebuild: Service<
  "stopBuild" | "batchDeleteBuilds" | "batchGetReports" | "stopBuildBatch" | "deleteBuildBatch",
  "startBuild" | "startBuildBatch" | "retryBuildBatch"
> = service(
  "codebuild",
  ["stopBuild", "batchDeleteBuilds", "batchGetReports", "stopBuildBatch", "deleteBuildBatch"],
  ["startBuild", "startBuildBatch", "retryBuildBatch"],
);

/**
 * AWS Glue DataBrew.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-databrew.html
 * @example
 * ```ts
 * .task("Clean", databrew.startJobRun().sync()).arguments({ Name: "clean" })
 * // → "Resource": "arn:aws:states:::databrew:startJobRun.sync"
 * ```
 */
export const databrew: Service<never, "startJobRun"> = service("databrew", [], ["startJobRun"]);

/**
 * Amazon EKS: clusters, and calls of the Kubernetes API.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
 * @example
 * ```ts
 * .task("Run", eks.runJob().sync()).arguments({ ClusterName: "orders", Namespace: "jobs", Job: { … } })
 * // → "Resource": "arn:aws:states:::eks:runJob.sync"
 * ```
 */
export const eks: Service<
  "call",
  | "createCluster"
  | "deleteCluster"
  | "createNodegroup"
  | "deleteNodegroup"
  | "createFargateProfile"
  | "deleteFargateProfile"
  | "runJob"
> = service(
  "eks",
  ["call"],
  [
    "createCluster",
    "deleteCluster",
    "createNodegroup",
    "deleteNodegroup",
    "createFargateProfile",
    "deleteFargateProfile",
    "runJob",
  ],
);

/**
 * Amazon EMR.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
 * @example
 * ```ts
 * .task("Step", elasticmapreduce.addStep().sync()).arguments({ ClusterId: param("Cluster"), Step: { … } })
 * // → "Resource": "arn:aws:states:::elasticmapreduce:addStep.sync"
 * ```
 */
export const elasticmapreduce: Service<
  | "cancelStep"
  | "setClusterTerminationProtection"
  | "modifyInstanceFleetByName"
  | "modifyInstanceGroupByName",
  "createCluster" | "terminateCluster" | "addStep"
> = service(
  "elasticmapreduce",
  ["cancelStep", "setClusterTerminationProtection", "modifyInstanceFleetByName", "modifyInstanceGroupByName"],
  ["createCluster", "terminateCluster", "addStep"],
);

/**
 * Amazon EMR on EKS.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html
 * @example
 * ```ts
 * .task("Job", emrContainers.startJobRun().sync()).arguments({ VirtualClusterId: param("Cluster"), … })
 * // → "Resource": "arn:aws:states:::emr-containers:startJobRun.sync"
 * ```
 */
export const emrContainers: Service<"createVirtualCluster", "deleteVirtualCluster" | "startJobRun"> = service(
  "emr-containers",
  ["createVirtualCluster"],
  ["deleteVirtualCluster", "startJobRun"],
);

/**
 * Amazon EMR Serverless.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
 * @example
 * ```ts
 * .task("Job", emrServerless.startJobRun().sync()).arguments({ ApplicationId: param("Application"), … })
 * // → "Resource": "arn:aws:states:::emr-serverless:startJobRun.sync"
 * ```
 */
export const emrServerless: Service<
  never,
  | "createApplication"
  | "startApplication"
  | "stopApplication"
  | "deleteApplication"
  | "startJobRun"
  | "cancelJobRun"
> = service(
  "emr-serverless",
  [],
  [
    "createApplication",
    "startApplication",
    "stopApplication",
    "deleteApplication",
    "startJobRun",
    "cancelJobRun",
  ],
);

/**
 * AWS Glue.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html
 * @example
 * ```ts
 * .task("Clean", glue.startJobRun().sync()).arguments({ JobName: param("CleanJob") })
 * // → "Resource": "arn:aws:states:::glue:startJobRun.sync", "Arguments": { "JobName": "${CleanJob}" }
 * ```
 */
export const glue: Service<never, "startJobRun"> = service("glue", [], ["startJobRun"]);

/**
 * AWS Elemental MediaConvert.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html
 * @example
 * ```ts
 * .task("Convert", mediaconvert.createJob().sync()).arguments({ Role: param("Role"), Settings: { … } })
 * // → "Resource": "arn:aws:states:::mediaconvert:createJob.sync"
 * ```
 */
export const mediaconvert: Service<never, "createJob"> = service("mediaconvert", [], ["createJob"]);

/**
 * Amazon SageMaker AI.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
 * @example
 * ```ts
 * .task("Train", sagemaker.createTrainingJob().sync()).arguments({ TrainingJobName: "train", … })
 * // → "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync"
 * ```
 */
export const sagemaker: Service<
  "createEndpoint" | "createEndpointConfig" | "createModel" | "updateEndpoint",
  | "createTrainingJob"
  | "createTransformJob"
  | "createHyperParameterTuningJob"
  | "createLabelingJob"
  | "createProcessingJob"
> = service(
  "sagemaker",
  ["createEndpoint", "createEndpointConfig", "createModel", "updateEndpoint"],
  [
    "createTrainingJob",
    "createTransformJob",
    "createHyperParameterTuningJob",
    "createLabelingJob",
    "createProcessingJob",
  ],
);
