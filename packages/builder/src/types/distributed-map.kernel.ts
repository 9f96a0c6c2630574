import type { ItemOf, ItemReader, OwnReaderFields } from "./item-reader.kernel.ts";
import type { Open, Resolved } from "./open-template.kernel.ts";
import type { MapOptions } from "./options.ts";
import type { ItemScope, Scope } from "./scope.kernel.ts";
import type { Free } from "./template.kernel.ts";

/** The items of a Distributed Map, and how they are handed on. */
export type DistributedItems<I, V, F, T, S extends string, X, Y, H extends string, R> =
  | ((scope: Scope<I, V, F>) => readonly T[])
  | {
      readonly items?: readonly T[] | ((scope: Scope<I, V, F>) => readonly T[]);
      readonly itemReader?: R & ItemReader<Scope<I, V, F>, H> & OwnReaderFields<R>;
      readonly itemSelector?: X & Open<S, ItemScope<I, V, F, ItemOf<R, T>>>;
      readonly itemBatcher?: Y & Batcher<Scope<I, V, F>>;
    };

interface Batcher<S> {
  readonly maxItemsPerBatch?: number | ((scope: S) => number);
  readonly maxInputBytesPerBatch?: number | ((scope: S) => number);
  /** What every batch gets beside its items. */
  readonly batchInput?: Free<S>;
}

/** What one run of the body gets, where items are batched. */
export type Batched<Y, T> = unknown extends Y
  ? T
  : Y extends { readonly batchInput: infer B }
    ? { readonly BatchInput: Resolved<B>; readonly Items: T[] }
    : { readonly Items: T[] };

/** How a Distributed Map runs its items. */
export interface DistributedMapOptions<W, S> extends MapOptions<S> {
  /** Of the executions that run the items. */
  readonly executionType: "STANDARD" | "EXPRESS";
  /** A part of the Map Run's ARN; at most 40 characters. */
  readonly label?: string;
  /** How many items may fail. */
  readonly toleratedFailureCount?: number | ((scope: S) => number);
  /** How many of a hundred items may fail. */
  readonly toleratedFailurePercentage?: number | ((scope: S) => number);
  /** Where the results go, when they are too many to be handed on, and in which form. */
  readonly resultWriter?: W & ResultWriter<S>;
}

type Place<S> = Extract<Free<S>, string | object>;

interface ResultWriter<S> {
  /** `arn:aws:states:::s3:putObject` unless you say otherwise; absent without `arguments`. */
  readonly resource?: string;
  readonly arguments?: {
    readonly Bucket: Place<S>;
    readonly Prefix?: Place<S>;
    readonly ExpectedBucketOwner?: Place<S>;
  };
  readonly writerConfig?: {
    readonly transformation?: "NONE" | "COMPACT" | "FLATTEN";
    readonly outputType?: "JSON" | "JSONL";
  };
}

/** With a writer that exports, the result says where the results are. */
export type MapResult<W, R> = unknown extends W
  ? R[]
  : W extends { readonly arguments: unknown }
    ? {
        readonly MapRunArn: string;
        readonly ResultWriterDetails: { readonly Bucket: string; readonly Key: string };
      }
    : W extends { readonly writerConfig: { readonly transformation: infer X } }
      ? Transformed<X, R>[]
      : R[];

/** `NONE` puts what is known of the child executions round the results. */
type Transformed<X, R> = X extends "FLATTEN"
  ? R extends readonly (infer U)[]
    ? U
    : R
  : X extends "NONE"
    ? unknown
    : R;
