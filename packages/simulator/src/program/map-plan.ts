import type { JsonPath } from "@statewright/expressions";
import type { ReaderConfig } from "../readers/item-request.ts";
import type { CommonPlan, RecoveryPlan, ResultPlan, Setting } from "./plan-fields.ts";
import type { Template } from "./template.ts";

export interface MapPlan extends CommonPlan, ResultPlan, RecoveryPlan {
  readonly type: "Map";
  readonly items?: Template;
  readonly itemsPath?: JsonPath;
  readonly itemSelector?: Template;
  readonly maxConcurrency?: Setting;
  /** The scope of an inline processor. */
  readonly scope: number;
  /** Set for a Distributed Map. */
  readonly distributed?: DistributedPlan;
}

export interface DistributedPlan {
  /** The index of its processor among the children of the program. */
  readonly program: number;
  readonly executionType: "STANDARD" | "EXPRESS";
  readonly label: string;
  readonly toleratedCount?: Setting;
  readonly toleratedPercentage?: Setting;
  readonly batch?: BatchPlan;
  readonly reader?: ReaderPlan;
  readonly writer?: WriterPlan;
}

/** A `ResultWriter` (R-DMAP-12). */
export interface WriterPlan {
  /** `Parameters` or `Arguments`, when it exports to Amazon S3. */
  readonly arguments?: Template;
  readonly transformation: "NONE" | "COMPACT" | "FLATTEN";
  readonly outputType: "JSON" | "JSONL";
}

/** An `ItemReader`. */
export interface ReaderPlan {
  readonly action: "getObject" | "listObjectsV2";
  /** `Parameters` or `Arguments`. */
  readonly arguments: Template;
  readonly config: ReaderConfig;
  readonly maxItems?: Setting;
}

export interface BatchPlan {
  readonly maxItems?: Setting;
  readonly maxBytes?: Setting;
  readonly input?: Template;
}

/** A Map whose iterations are child executions. */
export type DistributedMap = MapPlan & { readonly distributed: DistributedPlan };
