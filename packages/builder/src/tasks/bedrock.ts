import type { JsonSchema } from "@statewright/json-types";
import { jsonSchemaOf } from "../schema/json-schema.ts";
import type { PlainSchema, Schema } from "../schema/schema.ts";
import { taskCall } from "./definition.ts";
import { type Service, service } from "./service.ts";
import type { TaskCall } from "./task-call.ts";

/**
 * What {@link bedrock}`.invokeModel` takes: a `Body`, which is the model's own, or an `Input` from S3.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html
 */
export interface InvokeModel<Body = unknown> {
  readonly ModelId: string;
  readonly Body?: Body;
  readonly Input?: { readonly S3Uri: string };
  /** Where the answer is written; the result then says only where it is. */
  readonly Output?: { readonly S3Uri: string };
  readonly Accept?: string;
  readonly ContentType?: string;
  readonly GuardrailIdentifier?: string;
  readonly GuardrailVersion?: string;
  readonly Trace?: "ENABLED" | "DISABLED";
}

/**
 * What is known of a model for {@link bedrock}`.invokeModel`: schemas of what it takes and of what it answers.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
 */
export interface ModelOptions<Body, Answer> {
  readonly body?: Schema<Body> | PlainSchema;
  readonly answer?: Schema<Answer> | PlainSchema;
}

/**
 * The actions of {@link bedrock}.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html
 */
export interface Bedrock extends Service<never, "createModelCustomizationJob"> {
  invokeModel<Body = unknown, Answer = unknown>(
    model?: ModelOptions<Body, Answer>,
  ): TaskCall<
    InvokeModel<Body>,
    // No name of its own, so that the message of a misspelt member lists what there is.
    { readonly Body: Answer; readonly ContentType?: string },
    `Bedrock.${string}`
  >;
}

/**
 * Amazon Bedrock. What goes into a model and comes out of it is the model's own: describe it by schemas or types.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html
 * @example
 * ```ts
 * const titan = { body: z.object({ inputText: z.string() }), answer: z.object({ results: z.array(z.object({ outputText: z.string() })) }) };
 *
 * .task("Ask", bedrock.invokeModel(titan))
 * .arguments({ ModelId: "amazon.titan-text-express-v1", Body: { inputText: ({ input }) => input.question } })
 * .output(({ result }) => result.Body.results[0]?.outputText ?? "")
 * // → "Resource": "arn:aws:states:::bedrock:invokeModel",
 * //   "Arguments": { "ModelId": "amazon.titan-text-express-v1", "Body": { "inputText": "{% $states.input.question %}" } }
 * ```
 */
export const bedrock: Bedrock = Object.freeze({
  ...service<never, "createModelCustomizationJob">("bedrock", [], ["createModelCustomizationJob"]),
  invokeModel: <Body, Answer>({ body, answer }: ModelOptions<Body, Answer> = {}) => {
    const taken = jsonSchemaOf(body);
    const given = jsonSchemaOf(answer);
    const call = taskCall<
      InvokeModel<Body>,
      { readonly Body: Answer; readonly ContentType?: string },
      `Bedrock.${string}`
    >({
      resource: "arn:aws:states:::bedrock:invokeModel",
      ...(taken.schema !== undefined && { argumentsSchema: bodySchema(taken.schema, []) }),
      ...(given.schema !== undefined && { resultSchema: bodySchema(given.schema, ["Body"]) }),
    });
    const problems = [taken.problem, given.problem].filter((problem) => problem !== undefined);
    return Object.freeze({ ...call, problems });
  },
});

function bodySchema(body: JsonSchema, required: readonly string[]): JsonSchema {
  return { type: "object", properties: { Body: body, ContentType: { type: "string" } }, required };
}
