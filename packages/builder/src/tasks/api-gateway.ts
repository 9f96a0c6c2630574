import type { PlainSchema, Schema } from "../schema/schema.ts";
import { type CallbackTask, callbackTask } from "./service-task.ts";

/** What `apigateway:invoke` takes (R-INT-08). A header is a list of values. */
export interface ApiRequest {
  readonly ApiEndpoint: string;
  readonly Method: "GET" | "POST" | "PUT" | "DELETE" | "PATCH" | "HEAD" | "OPTIONS";
  readonly Headers?: { readonly [name: string]: readonly unknown[] };
  readonly Stage?: string;
  readonly Path?: string;
  readonly QueryParameters?: { readonly [name: string]: unknown };
  readonly RequestBody?: unknown;
  readonly AllowNullValues?: boolean;
  readonly AuthType?: "NO_AUTH" | "IAM_ROLE" | "RESOURCE_POLICY";
}

/** What `apigateway:invoke` answers; a body of JSON is read. */
export interface ApiResponse<Body> {
  readonly ApiEndpoint?: string;
  readonly Headers: { readonly [name: string]: string | readonly string[] };
  readonly ResponseBody: Body;
  readonly StatusCode: number;
  readonly StatusText?: string;
}

/** The actions of API Gateway with an optimised integration. */
export interface ApiGateway {
  /** Calls a REST or HTTP API; `Body` is what it answers. */
  invoke<Body = unknown>(options?: {
    readonly result?: Schema<ApiResponse<Body>> | PlainSchema;
  }): CallbackTask<ApiRequest, ApiResponse<Body>, `ApiGateway.${string}`>;
}

/**
 * Amazon API Gateway.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
 * @example
 * ```ts
 * .task("Rate", apigateway.invoke<{ rate: number }>())
 * .arguments({ ApiEndpoint: param("RatesApi"), Method: "GET", Path: "/rate" })
 * // → "Resource": "arn:aws:states:::apigateway:invoke"
 * ```
 */
export const apigateway: ApiGateway = Object.freeze({
  invoke: <Body>(options: { readonly result?: Schema<ApiResponse<Body>> | PlainSchema } = {}) =>
    callbackTask<ApiRequest, ApiResponse<Body>, `ApiGateway.${string}`>("apigateway:invoke", options),
});
