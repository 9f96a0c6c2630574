import type { Json } from "@statewright/json-types";

/** What a path can see. */
export interface PathEnvironment {
  /** `$`: which value that is depends on the field (R-JP-05). */
  readonly document: Json;
  /** `$$`; asked for only where a path begins there. */
  context(): Json;
  /** The variable `$name`, by its name without `$`; nothing where none is assigned. */
  variable(name: string): Json | undefined;
  /** How many values one evaluation may visit and make; the default suits what fits in a payload. */
  readonly steps?: number;
}
