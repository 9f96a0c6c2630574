import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import type { Shape } from "@statewright/json-types";
import type { AssigningScopes } from "./assigning-scopes.ts";
import type { Environment } from "./environment.ts";
import type { ExpressionTexts } from "./expression-texts.ts";
import type { PlaceFacts, StageShapes } from "./facts.ts";
import type { FailingWork } from "./failing-work.ts";
import type { KnownShapes } from "./known-shapes.ts";
import type { MachineSites, StateSite } from "./machine-sites.ts";

/** What a transfer can ask, and where it tells what it finds. */
export interface World {
  readonly sites: MachineSites;
  readonly known: KnownShapes;
  readonly texts: ExpressionTexts;
  readonly assigning: AssigningScopes;
  /** Who can fail the work of each state, by its pointer. */
  readonly failing: ReadonlyMap<JsonPointer, FailingWork>;
  /** What a scope returns, as far as it is known yet: never while no way through it ends. */
  bodyOutput(scope: JsonPointer): Shape;
  /** `Map.Item` as the states of a scope see it; undefined outside of iterations. */
  itemIn(scope: JsonPointer): Shape | undefined;
  /** The ways into a state that are known yet. */
  waysInto(state: JsonPointer): readonly WayInto[];
  /** What is there when a state is entered, as far as it is known yet. */
  enteredWith(state: JsonPointer): Environment | undefined;
  report(diagnostic: Diagnostic): void;
  /** Keeps what is known of a place that was evaluated. */
  note(pointer: JsonPointer, facts: PlaceFacts): void;
}

/** The same without ears: for what is only asked again. */
export function quiet(world: World): World {
  return { ...world, report: () => {}, note: () => {} };
}

/** A state and what is there when it is entered. */
export interface Entered {
  readonly site: StateSite;
  readonly environment: Environment;
}

/** Where an execution goes on. */
export interface Edge {
  readonly target: JsonPointer;
  readonly environment: Environment;
  /** What leads there: the state, a rule of it, a catcher, a branch. */
  readonly via: JsonPointer;
  /** What the rule or the catcher sees. */
  readonly given?: Shape;
}

/** One way into a state. */
export interface WayInto {
  readonly from: StateSite;
  readonly edge: Edge;
}

/** What a visit of a state leads to. */
export interface Outcome {
  readonly edges: readonly Edge[];
  /** Rules of a Choice that are told never to hold. */
  readonly neverTaken?: readonly JsonPointer[];
  /** What the scope returns if it ends here. */
  readonly ends?: Shape;
  /** What the state hands on, without its catchers. */
  readonly output?: Shape;
  /** What the integration, the branches or the iterations answered. */
  readonly result?: Shape;
  /** One item of a Map, before ItemSelector. */
  readonly item?: Shape;
  /** What there is after each of its stages. */
  readonly stages?: StageShapes;
  /** `Map.Item` in the iterations. */
  readonly itemContext?: { readonly scope: JsonPointer; readonly shape: Shape };
}
