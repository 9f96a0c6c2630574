import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { Param } from "../template/param.ts";
import type { Resolved } from "./open-template.kernel.ts";
import type { ItemScope, Scope } from "./scope.kernel.ts";
import type { Free } from "./template.kernel.ts";

/** Items that Step Functions reads itself, from S3 for one. */
export interface Reader<T> {
  readonly resource: string;
  readonly arguments?: Free<never>;
  readonly readerConfig?: { readonly [key: string]: unknown };
  /** What one item is. */
  readonly item?: Schema<T> | PlainSchema;
}

/** The items of a Distributed Map, and how they are handed on. */
export type DistributedItems<I, V, F, T, X, Y> =
  | ((scope: Scope<I, V, F>) => readonly T[])
  | {
      readonly items?: (scope: Scope<I, V, F>) => readonly T[];
      readonly reader?: Reader<T>;
      readonly itemSelector?: (scope: ItemScope<I, V, F, T>) => X;
      readonly itemBatcher?: Y & Batcher<Scope<I, V, F>>;
    };

interface Batcher<S> {
  readonly maxItemsPerBatch?: number;
  readonly maxInputBytesPerBatch?: number;
  /** What every batch gets beside its items. */
  readonly batchInput?: (scope: S) => unknown;
}

/** What one run of the body gets, where items are batched. */
export type Batched<Y, T> = unknown extends Y
  ? T
  : Y extends { readonly batchInput: infer B }
    ? { readonly BatchInput: Resolved<B>; readonly Items: T[] }
    : { readonly Items: T[] };

export interface DistributedMapOptions<W> {
  readonly executionType: "STANDARD" | "EXPRESS";
  readonly label?: string;
  readonly maxConcurrency?: number;
  readonly toleratedFailureCount?: number;
  readonly toleratedFailurePercentage?: number;
  /** Where the results go, when they are too many to be handed on. */
  readonly resultWriter?: W & ResultWriter;
  readonly comment?: string;
}

interface ResultWriter {
  readonly resource?: string;
  readonly arguments?: { readonly [key: string]: string | Param };
  readonly writerConfig?: { readonly [key: string]: string };
}

/** With a writer the result says where the results are. */
export type MapResult<W, R> = [W] extends [undefined]
  ? R[]
  : {
      readonly MapRunArn: string;
      readonly ResultWriterDetails: { readonly Bucket: string; readonly Key: string };
    };
