import type { JsonPointer } from "@statewright/diagnostics";
import type { Shape } from "@statewright/json-types";
import type { Variables } from "./environment.ts";

/** What can be there in a state, over all paths that lead to it. */
export interface StateFacts {
  readonly name: string;
  readonly input: Shape;
  /** Before the state's own Assign; a variable that not every path assigns may be missing. */
  readonly variables: Variables;
  /** What the integration, the branches or the iterations answer. */
  readonly result?: Shape;
  /** One item: of a Map in its ItemSelector, elsewhere `Map.Item.Value` of the iteration around it. */
  readonly item?: Shape;
  /** What the state hands on, besides what its catchers do. */
  readonly output: Shape;
}

/** A number of events of the history; without `most` nothing bounds them. */
export interface EventRange {
  readonly least: number;
  readonly most?: number;
}

/** What is found about the data of a machine. Frozen plain data. */
export interface Facts {
  /** By pointer; a state that no data reaches has no facts. */
  readonly states: Readonly<Record<JsonPointer, StateFacts>>;
  /** What the machine returns when it succeeds. */
  readonly output: Shape;
  /** The events of one execution that succeeds, with all the retries there can be (R-Q-03). */
  readonly history: EventRange;
}
