import type { Json, Shape } from "@statewright/json-types";
import type { Arrow, ScopeName } from "../../ir/arrow.ts";

/** Where a part of an arrow's scope is found: `input` is `$`, `taskToken` is `$$.Task.Token`. */
export interface PathPart {
  readonly root: "$" | "$$";
  readonly names: readonly string[];
  readonly shape: Shape | undefined;
}

/** What the arrows of one field can read (R-JP-05, R-JP-14). */
export interface PathData {
  readonly parts: Readonly<Partial<Record<ScopeName, PathPart>>>;
  /** What `$` is in this field, in words: why another part of the scope cannot be read. */
  readonly whole: string;
  readonly variables: Readonly<Record<string, Shape>> | undefined;
  readonly constants: Readonly<Record<string, Json>>;
  /** The reusable expressions among the constants, by their pointer. */
  readonly expressions: Readonly<Record<string, Arrow>>;
}
