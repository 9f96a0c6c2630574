import type { ServiceFacts } from "../service-facts.ts";
import { apigateway } from "./apigateway.ts";
import { athena } from "./athena.ts";
import { batch } from "./batch.ts";
import { bedrock } from "./bedrock.ts";
import { codebuild } from "./codebuild.ts";
import { databrew } from "./databrew.ts";
import { dynamodb } from "./dynamodb.ts";
import { ecs } from "./ecs.ts";
import { eks } from "./eks.ts";
import { elasticmapreduce } from "./elasticmapreduce.ts";
import { emrContainers } from "./emr-containers.ts";
import { emrServerless } from "./emr-serverless.ts";
import { events } from "./events.ts";
import { glue } from "./glue.ts";
import { http } from "./http.ts";
import { lambda } from "./lambda.ts";
import { mediaconvert } from "./mediaconvert.ts";
import { sagemaker } from "./sagemaker.ts";
import { sns } from "./sns.ts";
import { sqs } from "./sqs.ts";
import { states } from "./states.ts";

/** Every service with an optimised integration. To add one: its file, and its name here. */
export const integratedServices: readonly ServiceFacts[] = [
  apigateway,
  athena,
  batch,
  bedrock,
  codebuild,
  databrew,
  dynamodb,
  ecs,
  eks,
  elasticmapreduce,
  emrContainers,
  emrServerless,
  events,
  glue,
  http,
  lambda,
  mediaconvert,
  sagemaker,
  sns,
  sqs,
  states,
];
