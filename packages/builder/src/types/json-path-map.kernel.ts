import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { Param } from "../template/param.ts";
import type { JsonPathText } from "../template/raw-expression.ts";
import type { MapResult } from "./distributed-map.kernel.ts";
import type { ItemOf, ItemReader } from "./item-reader.kernel.ts";
import type { AtPath, NoSuchPath, PathFor, PathTo } from "./json-path.kernel.ts";
import type { ChosenOr } from "./json-path-scope.kernel.ts";
import type { PathOpenFor, PathResolved } from "./json-path-template.kernel.ts";
import type { StateOptions, WorkOptions } from "./options.ts";
import type { ItemScope, Scope } from "./scope.kernel.ts";
import type { Unwritten } from "./template.kernel.ts";
import type { VarsFor } from "./variables.kernel.ts";

// What a Map of JSONPath iterates over. Q the path of the items, written alone · S the same in an object · IP the
// InputPath · T an item of an arrow · R a reader · X the ItemSelector · Y the ItemBatcher, B its BatchInput

type Items = readonly unknown[];

/** The state's language is JSONata, in a machine whose language is JSONPath. */
export interface InJsonata extends StateOptions {
  readonly queryLanguage: "JSONata";
}

/** A state of a JSONPath machine, whose language is the machine's. */
export interface InJsonPath {
  readonly queryLanguage?: "JSONPath";
}

interface ItemsAt<I, In, V, F, IP, S extends string, T, R, X> {
  /** The part of the input that the state works on. */
  readonly inputPath?: IP extends string ? PathFor<I, VarsFor<V>, IP> : IP;
  /** Where the items stand in it; the whole of it by default. */
  readonly itemsPath?: PathTo<In, VarsFor<V>, S, Items>;
  readonly items?: (scope: Scope<In, V, F>) => readonly T[];
  /** What each run of the body gets instead of the item. */
  readonly itemSelector?: PathOpenFor<X, ItemScope<In, V, F, ItemAt<In, V, S, T, R>>, In>;
}

/** The items of a Map: a path, an arrow, or an object with one of them and what comes before and behind it. */
export type PathItems<I, V, F, Q extends string, IP, S extends string, T, X> =
  | PathTo<I, VarsFor<V>, Q, Items>
  | ((scope: Scope<I, V, F>) => readonly T[])
  | ItemsAt<I, ChosenOr<IP, I, VarsFor<V>>, V, F, IP, S, T, unknown, X>;

type ElementOf<T> = T extends readonly (infer U)[] ? U : unknown;

/** One item: of the reader, of the arrow, of the path, or of the whole input. */
type ItemAt<In, V, S extends string, T, R> = unknown extends R
  ? unknown extends T
    ? string extends S
      ? ElementOf<In>
      : ElementOf<Exclude<AtPath<In, VarsFor<V>, S>, NoSuchPath<any, any>>>
    : T
  : ItemOf<R, unknown>;

/** What one run of the body gets. */
export type PathRun<I, V, Q extends string, IP, S extends string, T, R, X> = string extends Q
  ? X extends Unwritten
    ? ItemAt<ChosenOr<IP, I, VarsFor<V>>, V, S, T, R>
    : PathResolved<X, ChosenOr<IP, I, VarsFor<V>>, VarsFor<V>>
  : ElementOf<AtPath<I, VarsFor<V>, Q>>;

/** How a Map runs its items; numbers may stand in the data. */
export interface PathMapOptions<I, V, F, C extends string> extends WorkOptions, InJsonPath {
  /** How many items at once; 0 or absent: as many as possible. */
  readonly maxConcurrency?: number | ((scope: Scope<I, V, F>) => number);
  readonly maxConcurrencyPath?: PathTo<I, VarsFor<V>, C, number>;
}

type Part<S> = string | Param | JsonPathText<string, unknown> | ((scope: S) => string);

/** Items that Step Functions reads itself, out of S3. */
export interface PathReader<I, V, F, C extends string> {
  readonly resource: ItemReader<never, never>["resource"];
  readonly parameters: {
    readonly Bucket: Part<Scope<I, V, F>>;
    readonly Key?: Part<Scope<I, V, F>>;
    readonly VersionId?: Part<Scope<I, V, F>>;
    readonly Prefix?: Part<Scope<I, V, F>>;
    readonly ExpectedBucketOwner?: Part<Scope<I, V, F>>;
  };
  readonly readerConfig?: NonNullable<ItemReader<Scope<I, V, F>, string>["readerConfig"]> & {
    readonly maxItemsPath?: PathTo<I, VarsFor<V>, C, number>;
  };
  /** What one item is: a schema, or `typed<Item>()`. */
  readonly item?: Schema<unknown> | PlainSchema;
}

export interface PathBatcher<I, V, F, B, C1 extends string, C2 extends string> {
  readonly maxItemsPerBatch?: number | ((scope: Scope<I, V, F>) => number);
  readonly maxItemsPerBatchPath?: PathTo<I, VarsFor<V>, C1, number>;
  readonly maxInputBytesPerBatch?: number | ((scope: Scope<I, V, F>) => number);
  readonly maxInputBytesPerBatchPath?: PathTo<I, VarsFor<V>, C2, number>;
  /** What every batch gets beside its items. */
  readonly batchInput?: PathOpenFor<B, Scope<I, V, F>, I>;
}

/** The items of a Distributed Map, and how they are handed on. */
export interface PathDistributedItems<
  I,
  V,
  F,
  IP,
  S extends string,
  T,
  R,
  X,
  Y,
  B,
  C1 extends string,
  C2 extends string,
  C3 extends string,
> extends ItemsAt<I, ChosenOr<IP, I, VarsFor<V>>, V, F, IP, S, T, R, X> {
  readonly itemReader?: R & PathReader<ChosenOr<IP, I, VarsFor<V>>, V, F, C1>;
  readonly itemBatcher?: Y & PathBatcher<ChosenOr<IP, I, VarsFor<V>>, V, F, B, C2, C3>;
}

/** What one run of the body gets, where items are batched. */
export type PathBatched<Y, B, In, V, T> = unknown extends Y
  ? T
  : B extends Unwritten
    ? { readonly Items: T[] }
    : { readonly BatchInput: PathResolved<B, In, VarsFor<V>>; readonly Items: T[] };

export interface PathDistributedOptions<I, V, F, W, C1 extends string, C2 extends string, C3 extends string>
  extends PathMapOptions<I, V, F, C1> {
  /** Of the executions that run the items. */
  readonly executionType: "STANDARD" | "EXPRESS";
  /** A part of the Map Run's ARN; at most 40 characters. */
  readonly label?: string;
  /** How many items may fail. */
  readonly toleratedFailureCount?: number | ((scope: Scope<I, V, F>) => number);
  readonly toleratedFailureCountPath?: PathTo<I, VarsFor<V>, C2, number>;
  /** How many of a hundred items may fail. */
  readonly toleratedFailurePercentage?: number | ((scope: Scope<I, V, F>) => number);
  readonly toleratedFailurePercentagePath?: PathTo<I, VarsFor<V>, C3, number>;
  /** Where the results go, when they are too many to be handed on, and in which form. */
  readonly resultWriter?: W & PathWriter<Scope<I, V, F>>;
}

interface PathWriter<S> {
  /** `arn:aws:states:::s3:putObject` unless you say otherwise; absent without `parameters`. */
  readonly resource?: string;
  readonly parameters?: {
    readonly Bucket: Part<S>;
    readonly Prefix?: Part<S>;
    readonly ExpectedBucketOwner?: Part<S>;
  };
  readonly writerConfig?: {
    readonly transformation?: "NONE" | "COMPACT" | "FLATTEN";
    readonly outputType?: "JSON" | "JSONL";
  };
}

/** With a writer that exports, the result says where the results are. */
export type PathMapResult<W, R> = W extends { readonly parameters: infer A }
  ? MapResult<{ readonly arguments: A }, R>
  : MapResult<W, R>;
