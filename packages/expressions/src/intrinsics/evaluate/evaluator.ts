import type { Json } from "@statewright/json-types";
import type { PathMeter } from "../../json-path/evaluate/path-meter.ts";
import type { IntrinsicArgument } from "../intrinsic-call.ts";

/** What an intrinsic function does with its arguments, which are of the kinds its parameters say. */
export type IntrinsicEvaluator = (args: readonly Json[], site: IntrinsicSite) => Json;

/** What a function needs besides the values of its arguments. */
export interface IntrinsicSite {
  /** The arguments as they were written: a template in the text has escapes. */
  readonly written: readonly IntrinsicArgument[];
  readonly meter: PathMeter;
  /** A number from 0 to less than 1. */
  random(): number;
}
