// The types of an AWS SDK client as Step Functions spells them (R-SDK-02): members in PascalCase all the way down. Keys
// of maps are data and stay as they are.

type Method = (...given: never) => unknown;

/** The actions of an aggregated client, as {@link awsSdk} takes them: `getObject`, `putObject`, … (R-SDK-01). */
export type SdkAction<Client> = {
  [K in keyof Client]: Client[K] extends Method ? ([Called<Client[K]>] extends [never] ? never : K) : never;
}[keyof Client] &
  string;

/**
 * What an action of a service takes, from the type of its AWS SDK client: for integrations whose types are yours to say.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html (R-SDK-02)
 * @example
 * ```ts
 * import type { Glue } from "@aws-sdk/client-glue";
 *
 * .task("Clean", glue.startJobRun<SdkArguments<Glue, "startJobRun">>().sync())
 * // → "Resource": "arn:aws:states:::glue:startJobRun.sync"
 * ```
 */
export type SdkArguments<Client, K extends SdkAction<Client>> = Pascal<
  NonNullable<Called<Client[K]>["input"]>
>;

/**
 * What an action of a service answers, from the type of its AWS SDK client.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html (R-SDK-02)
 * @example
 * ```ts
 * type Run = SdkResult<Glue, "getJobRun">; // { JobRun?: { JobRunState?: …, … } }
 * ```
 */
export type SdkResult<Client, K extends SdkAction<Client>> = Pascal<Called<Client[K]>["output"]>;

/**
 * What a method takes and yields. A client's methods have overloads for callbacks, which come last; a method without
 * them infers nothing from that form.
 */
type Called<F> =
  Overloaded<F> extends { output: infer R } ? (unknown extends R ? Plain<F> : Overloaded<F>) : Plain<F>;

type Overloaded<F> = F extends {
  (input: infer A, options?: any): Promise<infer R>;
  (input: any, callback: any): void;
  (input: any, options: any, callback: any): void;
}
  ? { input: A; output: R }
  : never;

type Plain<F> = F extends (input: infer A, ...rest: any) => Promise<infer R>
  ? { input: A; output: R }
  : never;

type Leaf = string | number | boolean | bigint | null | undefined;

/** What the wire has as text: times, and bytes in whatever form the SDK takes or gives them. */
type Text =
  | Date
  | Uint8Array
  | ArrayBuffer
  | { arrayBuffer(): unknown }
  | { getReader: unknown }
  | { pipe: unknown }
  | { transformToString: unknown };

/** @internal */
export type Pascal<T> = unknown extends T
  ? T
  : T extends Leaf
    ? T
    : T extends Text
      ? string
      : T extends readonly (infer U)[]
        ? readonly Pascal<U>[]
        : {
            [K in keyof T as K extends "$metadata"
              ? never
              : string extends K
                ? K
                : K extends string
                  ? Capitalize<K>
                  : never]: Pascal<T[K]>;
          };
