import type { Json } from "@statewright/json-types";

/** What the process that loads a module is asked for. */
export interface LoadRequest {
  /** The absolute path of the module. */
  readonly file: string;
  /** `workflows`: the trees of all exported workflows; `settings`: the default export as data. */
  readonly wanted: "workflows" | "settings";
}

/** An exported workflow: the name of its export, and its tree. */
export interface ExportedTree {
  readonly name: string;
  readonly tree: Json;
}

/** Why a module could not be loaded, put into plain data by the process that tried. */
export interface LoadFailure {
  /**
   * `threw`: it threw, or does not compile; `unsettled`: a top-level `await` waits for nothing; `built-ins`: it
   * changes built-in objects, which the message names; `data`: what it exports is not plain data.
   */
  readonly what: "threw" | "unsettled" | "built-ins" | "data";
  readonly message: string;
  /** The place in a file, where known; counted from 1. */
  readonly place?: { readonly file: string; readonly line?: number; readonly column?: number };
  /** Whether the message already is about syntax or a missing module. */
  readonly cause?: "syntax" | "missing-module";
}

/** The one answer of the loading process, sent as JSON text. */
export interface LoadAnswer {
  readonly failure?: LoadFailure;
  readonly workflows?: readonly ExportedTree[];
  readonly settings?: Json;
}

/** Sent once when the process has everything loaded that it needs to take a request. */
export const ready = "ready";
