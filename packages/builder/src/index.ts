export { type ArrowOptions, readArrow } from "./arrow/read-arrow.ts";
export { type Compilation, compile, compileTree } from "./compile/compile.ts";
export { type Fragment, fragment } from "./fragment.kernel.ts";
export type { PlainSchema, Schema } from "./schema/schema.ts";
export { typed } from "./schema/typed.ts";
export { type ApiGateway, type ApiRequest, type ApiResponse, apigateway } from "./tasks/api-gateway.ts";
export { type ArnOptions, activity, arn } from "./tasks/arn.ts";
export type { AttributeMap, AttributesOf, AttributeValue } from "./tasks/attributes.ts";
export { type AwsSdk, awsSdk } from "./tasks/aws-sdk.ts";
export {
  type Bedrock,
  bedrock,
  type InvokeModel,
  type ModelOptions,
} from "./tasks/bedrock.ts";
export { type EcsTask, ecs, type RunTask, type RunTaskResult } from "./tasks/containers.ts";
export {
  type ChangedItem,
  type DeleteItem,
  type DynamoDb,
  type DynamoDbError,
  dynamodb,
  type FoundItem,
  type GetItem,
  type PutItem,
  type UpdateItem,
} from "./tasks/dynamodb.ts";
export {
  type HttpError,
  type HttpOptions,
  type HttpRequest,
  type HttpResponse,
  httpEndpoint,
} from "./tasks/http.ts";
export { type LambdaOptions, type LambdaTask, lambda, lambdaArn, lambdaDefaults } from "./tasks/lambda.ts";
export { events, type Publish, type PutEvents, type SendMessage, sns, sqs } from "./tasks/messaging.ts";
export { type NestedTask, nested, type StartExecutionError, type StartedExecution } from "./tasks/nested.ts";
export type { Service, ServiceArguments, ServiceCall, ServiceJob } from "./tasks/service.ts";
export type { CallbackTask, JobTask } from "./tasks/service-task.ts";
export {
  athena,
  batch,
  codebuild,
  databrew,
  eks,
  elasticmapreduce,
  emrContainers,
  emrServerless,
  glue,
  mediaconvert,
  sagemaker,
} from "./tasks/services.ts";
export {
  type DescribedExecution,
  type ExecutionTask,
  type StartExecution,
  states,
} from "./tasks/start-execution.ts";
export type { TaskCall } from "./tasks/task-call.ts";
export { expression } from "./template/expression.ts";
export { type Param, param } from "./template/param.ts";
export { type JsonataText, type JsonPathText, jsonata, jsonPath } from "./template/raw-expression.ts";
export type { SdkAction, SdkArguments, SdkResult } from "./types/aws-sdk.kernel.ts";
export type { AnswerBy, CalledTask } from "./types/called-task.kernel.ts";
export type { Context, ErrorOutput } from "./types/context.ts";
export type { JsonOf, JsonResult } from "./types/json-of.ts";
export type {
  LambdaError,
  MapOptions,
  Retrier,
  StateOptions,
  StatesError,
  TaskOptions,
  Where,
  WorkflowOptions,
  WorkOptions,
} from "./types/options.ts";
export type { RawJson, RawOptions, RawState } from "./types/raw-state.ts";
export type { Workflow, WorkflowInput, WorkflowOutput } from "./types/workflow.ts";
export { isWorkflow, workflow, workflowTree } from "./workflow.kernel.ts";
