import type { SdkAction, SdkArguments, SdkResult } from "../types/aws-sdk.kernel.ts";
import { type CallbackTask, callbackTask } from "./service-task.ts";

/** The actions of a service through its AWS SDK integration: `s3("getObject")`. */
export type AwsSdk<Client, Errors extends string> = <K extends SdkAction<Client>>(
  action: K,
) => CallbackTask<SdkArguments<Client, K>, SdkResult<Client, K>, Errors>;

/**
 * Any action of an AWS service, through the AWS SDK integration. `Client` is the aggregated client of the AWS SDK for
 * JavaScript, taken by `import type`, so nothing of its code comes along; `service` is the service's name in the
 * resource.
 *
 * Arguments and results are spelled as on the wire: members begin with capitals (keys of maps are data and stay as
 * they are), times and bytes are texts. Errors are those of the SDK for Java, `S3.NoSuchKeyException`; declare the
 * ones that you catch.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 * @example
 * ```ts
 * import type { S3 } from "@aws-sdk/client-s3";
 *
 * const s3 = awsSdk<S3, "S3.NoSuchKeyException">("s3");
 *
 * .task("Read", s3("getObject"))
 * .arguments({ Bucket: param("OrdersBucket"), Key: ({ input }) => input.key })
 * // → "Resource": "arn:aws:states:::aws-sdk:s3:getObject",
 * //   "Arguments": { "Bucket": "${OrdersBucket}", "Key": "{% $states.input.key %}" }
 * ```
 */
export function awsSdk<Client, Errors extends string = never>(service: string): AwsSdk<Client, Errors> {
  return (action) => callbackTask(`aws-sdk:${service}:${action}`);
}
