import type { JsonSchema } from "@statewright/json-types";
import { jsonSchemaOf } from "../schema/json-schema.ts";
import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { Where } from "../types/options.ts";
import { taskCall, whereTemplate } from "./definition.ts";
import type { TaskCall } from "./task-call.ts";

/** What `http:invoke` takes beside its connection (R-INT-11). */
export interface HttpRequest {
  readonly ApiEndpoint: string;
  readonly Method: string;
  readonly Headers?: { readonly [name: string]: unknown };
  readonly QueryParameters?: { readonly [name: string]: unknown };
  readonly RequestBody?: unknown;
  readonly Transform?: {
    readonly RequestBodyEncoding?: "NONE" | "URL_ENCODED";
    readonly RequestEncodingOptions?: {
      readonly ArrayFormat?: "INDICES" | "REPEAT" | "COMMAS" | "BRACKETS";
    };
  };
}

/** What `http:invoke` answers; a body of JSON is read. */
export interface HttpResponse<Body> {
  readonly Headers: { readonly [name: string]: readonly string[] };
  readonly ResponseBody: Body;
  readonly StatusCode: number;
  readonly StatusText: string;
}

/** How `http:invoke` fails: with the status of an answer that is no success. */
export type HttpError = `States.Http.StatusCode.${number}`;

/** What is known of an endpoint beside its types. */
export interface HttpOptions<Body> {
  /** A schema of the answer's body. */
  readonly body?: Schema<Body> | PlainSchema;
}

/**
 * An endpoint over HTTPS, called with the credentials of an EventBridge connection.
 *
 * @param connection the ARN of the connection.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html
 * @example
 * ```ts
 * .task("Rate", httpEndpoint(param("RatesConnection"), { body: Rate }))
 * .arguments({ ApiEndpoint: "https://example.com/rate", Method: "GET" })
 * // → "Resource": "arn:aws:states:::http:invoke",
 * //   "Arguments": { "Authentication": { "ConnectionArn": "${RatesConnection}" }, "ApiEndpoint": …, "Method": "GET" }
 * ```
 */
export function httpEndpoint<Body = unknown>(
  connection: Where,
  options: HttpOptions<Body> = {},
): TaskCall<HttpRequest, HttpResponse<Body>, HttpError> {
  const { schema, problem } = jsonSchemaOf(options.body);
  const call = taskCall<HttpRequest, HttpResponse<Body>, HttpError>({
    resource: "arn:aws:states:::http:invoke",
    fixedArguments: {
      Authentication: { kind: "object", entries: [["ConnectionArn", whereTemplate(connection)]] },
    },
    ...(schema !== undefined && { resultSchema: responseSchema(schema) }),
  });
  return problem ? Object.freeze({ ...call, problems: [problem] }) : call;
}

function responseSchema(body: JsonSchema): JsonSchema {
  const list = { type: "array", items: { type: "string" } };
  return {
    type: "object",
    properties: {
      Headers: { type: "object", additionalProperties: list },
      ResponseBody: body,
      StatusCode: { type: "integer" },
      StatusText: { type: "string" },
    },
    required: ["Headers", "ResponseBody", "StatusCode", "StatusText"],
  };
}
