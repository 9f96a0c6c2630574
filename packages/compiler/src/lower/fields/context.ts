import type { States, StateTypes } from "@statewright/asl";
import type { Diagnostic, JsonPointer, Place } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Arrow } from "../../ir/arrow.ts";
import type { Origin } from "../../ir/origin.ts";
import type { Block, CatchNode, QueryLanguage } from "../../ir/workflow.ts";
import type { TypesAt } from "../../lowering.ts";

/** Where an execution goes from a place: to a state, or to its end. */
export type Way = { readonly kind: "next"; readonly name: string } | EndWay;

/** `jumped`: by an `.end()`, not because nothing follows. */
export interface EndWay {
  readonly kind: "end";
  readonly jumped?: true;
}

/** The work on one workflow. What is found is collected on the way. */
export interface Lowerer {
  /** Of the machine. */
  readonly queryLanguage: QueryLanguage;
  readonly constants: Readonly<Record<string, Json>>;
  readonly expressions: Readonly<Record<JsonPointer, Arrow>>;
  readonly typesAt: TypesAt;
  report(diagnostic: Diagnostic): void;
  origin(pointer: JsonPointer, origin: Origin | undefined): void;
  types(pointer: JsonPointer, types: StateTypes): void;
  /** Lowers the states of a branch, of a Map's processor, or of the whole machine. */
  scope(block: Block, container: Container): States;
}

/** What a scope of states stands in. */
export interface Container {
  /** The pointer of the object that gets `StartAt` and `States`. */
  readonly pointer: JsonPointer;
  /** How a message names it. */
  readonly title: string;
  readonly state?: string;
  /** The states of a Distributed Map see no variables from outside (R-VAR-11). */
  readonly isolated?: boolean;
}

/** The catcher of a group, and where its handler begins. */
export interface GroupCatcher {
  readonly node: CatchNode;
  readonly way: Way;
}

/** One state as it is lowered. */
export interface StatePlace {
  readonly lowerer: Lowerer;
  readonly pointer: JsonPointer;
  readonly name: string;
  /** Where the execution goes behind the state. */
  readonly after: Way;
  /** Of the groups that the state stands in, the innermost first. */
  readonly catchers: readonly GroupCatcher[];
  /** Lowers a branch of this state into the same scope: where to go for it. */
  branch(block: Block): Way;
}

/** The place of a field of a state. */
export function placeOf(
  state: StatePlace,
  ...path: readonly (string | number)[]
): Place & { pointer: JsonPointer } {
  const escaped = path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return { state: state.name, pointer: state.pointer + escaped.join("") };
}
