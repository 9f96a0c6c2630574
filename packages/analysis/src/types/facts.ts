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
  /** What there is after each stage that the state has, whether a field says so or not. */
  readonly stages: StageShapes;
  /** The ways out of the state, and into what it runs. */
  readonly ways: readonly WayOut[];
}

/**
 * The data of a state from stage to stage, by the names of TestState's inspection data (R-JP-01, R-JA-12).
 * `input`, `result` and `output` stand in the facts themselves.
 */
export interface StageShapes {
  readonly afterInputPath?: Shape;
  readonly afterParameters?: Shape;
  readonly afterArguments?: Shape;
  /** What is iterated: `ItemsPath` or `Items`. */
  readonly afterItemsPath?: Shape;
  readonly afterItemSelector?: Shape;
  /** What an iteration gets if items are put into batches. */
  readonly afterItemBatcher?: Shape;
  readonly afterResultSelector?: Shape;
  readonly afterResultPath?: Shape;
}

/** One way on: to another state, or to the first state of a branch or an iteration. */
export interface WayOut {
  /** What leads there: the state itself (`Next`, `Default`), a Choice rule, a catcher, a branch. */
  readonly pointer: JsonPointer;
  readonly target: JsonPointer;
  /** What the rule or the catcher sees: the input it can hold for, the Error Output. */
  readonly given?: Shape;
  /** What the next state gets. */
  readonly output: Shape;
  readonly variables: Variables;
}

/** What is known at a place of the machine: of a field, a part of a template, an expression, a path. */
export interface PlaceFacts {
  /** What it yields when it yields anything. */
  readonly shape: Shape;
  /** What an expression or a path there can read. */
  readonly sees?: SeenFacts;
}

/** What an expression or a path can read. */
export interface SeenFacts {
  /** JSONata: `$states`. */
  readonly states?: Shape;
  /** JSONPath: `$` and `$$`. */
  readonly value?: Shape;
  readonly context?: Shape;
  readonly variables: Variables;
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
  /** By pointer: everything inside of a state that is evaluated, whole and in its parts. */
  readonly places: Readonly<Record<JsonPointer, PlaceFacts>>;
  /** What the machine returns when it succeeds. */
  readonly output: Shape;
  /** The events of one execution that succeeds, with all the retries there can be (R-Q-03). */
  readonly history: EventRange;
}
