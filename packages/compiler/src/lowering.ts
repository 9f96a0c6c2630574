import type { MachineTypes, StateMachine } from "@statewright/asl";
import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import type { Shape } from "@statewright/json-types";
import type { Origin } from "./ir/origin.ts";

/** Where each part of an emitted machine was written: the pointer of a state or of a field of one → the call. */
export type Origins = Readonly<Record<JsonPointer, Origin>>;

/** What lowering yields. `types` is the content of the types file beside the machine. */
export interface Lowering {
  readonly machine: StateMachine;
  readonly types: MachineTypes;
  readonly origins: Origins;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of the data of the state at a pointer, from all the edges that lead to it. */
export interface KnownData {
  readonly input: Shape;
  readonly variables: Readonly<Record<string, Shape>>;
  /** What the service answers (for `lambda:invoke` the envelope). */
  readonly result?: Shape;
  /** One item, inside ItemSelector. */
  readonly item?: Shape;
  /** In JSONPath: the data from stage to stage (R-JP-01). */
  readonly stages?: {
    readonly afterInputPath?: Shape;
    readonly afterParameters?: Shape;
    readonly afterResultPath?: Shape;
  };
}

/** Answers what is known at the state with this pointer; `undefined` where nothing is. */
export type TypesAt = (state: JsonPointer) => KnownData | undefined;
