import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { Param } from "../template/param.ts";
import type { ArgumentHint, NoSuchArgument } from "./messages.kernel.ts";

type Part<S> = string | Param | ((scope: S) => string);

/** Items that Step Functions reads itself, out of S3. `H` are the columns of a CSV whose names are given. */
export interface ItemReader<S, H extends string> {
  /** `…:s3:getObject` reads an object, `…:s3:listObjectsV2` lists a bucket. */
  readonly resource: `arn:${string}:states:::s3:getObject` | `arn:${string}:states:::s3:listObjectsV2`;
  readonly arguments: {
    readonly Bucket: Part<S>;
    readonly Key?: Part<S>;
    readonly VersionId?: Part<S>;
    readonly Prefix?: Part<S>;
    readonly ExpectedBucketOwner?: Part<S>;
  };
  readonly readerConfig?: ReaderConfig<S, H>;
  /** What one item is: a schema, or `typed<Item>()`. */
  readonly item?: Schema<unknown> | PlainSchema;
}

interface ReaderConfig<S, H extends string> {
  readonly inputType?: "CSV" | "JSON" | "JSONL" | "PARQUET" | "MANIFEST";
  /** `LOAD_AND_FLATTEN` reads the objects of a listing, instead of telling what they are. */
  readonly transformation?: "NONE" | "LOAD_AND_FLATTEN";
  readonly manifestType?: "ATHENA_DATA" | "S3_INVENTORY";
  readonly csvDelimiter?: "COMMA" | "PIPE" | "SEMICOLON" | "SPACE" | "TAB";
  readonly csvHeaderLocation?: "FIRST_ROW" | "GIVEN";
  readonly csvHeaders?: readonly H[];
  /** Where in a JSON document the items are, as a JSON Pointer. */
  readonly itemsPointer?: string;
  readonly maxItems?: number | ((scope: S) => number);
}

/** A typo is told at its place. */
export type OwnReaderFields<R> = R extends object
  ? {
      readonly [K in Exclude<keyof R, keyof ItemReader<never, never>>]: NoSuchArgument<
        K,
        ArgumentHint<K, keyof ItemReader<never, never>>
      >;
    } & (R extends {
      readonly readerConfig: infer C;
    }
      ? {
          readonly readerConfig: {
            readonly [K in Exclude<keyof C, keyof ReaderConfig<never, never>>]: NoSuchArgument<
              K,
              ArgumentHint<K, keyof ReaderConfig<never, never>>
            >;
          };
        }
      : unknown)
  : unknown;

/** What one item of a reader is; without a reader what one of `items` is. */
export type ItemOf<R, T> = unknown extends R
  ? T
  : R extends { readonly item: Schema<infer U> }
    ? U
    : R extends { readonly readerConfig: infer C }
      ? Read<R, C>
      : R extends { readonly resource: `${string}:s3:listObjectsV2` }
        ? ListedObject
        : unknown;

type Read<R, C> = C extends {
  readonly inputType: "CSV";
  readonly csvHeaders: readonly (infer H extends string)[];
}
  ? { readonly [K in H]: string }
  : C extends { readonly inputType: "CSV" } | { readonly manifestType: "S3_INVENTORY" }
    ? { readonly [column: string]: string }
    : C extends { readonly inputType: string }
      ? unknown
      : R extends { readonly resource: `${string}:s3:listObjectsV2` }
        ? ListedObject
        : unknown;

/** An object of a listing (R-DMAP-04). */
export interface ListedObject {
  readonly Etag: string;
  readonly Key: string;
  readonly LastModified: number;
  readonly Size: number;
  readonly StorageClass: string;
}
