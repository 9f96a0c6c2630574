import type { Position } from "@statewright/diagnostics";

/** The call in a user's file that a node of the tree was written by. */
export interface Origin {
  /** Absolute path or `file:` URL as the JavaScript engine reports it. */
  readonly file: string;
  /** Counted from 0. */
  readonly position: Position;
}
