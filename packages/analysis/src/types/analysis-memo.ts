import type { MachineTypes, State, StateMachine } from "@statewright/asl";
import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import type { Shape } from "@statewright/json-types";
import { dataEdits } from "./data-edits.ts";
import type { Environment } from "./environment.ts";
import type { EventRange } from "./facts.ts";
import type { KnownShapes } from "./known-shapes.ts";
import type { MachineSites, StateSite } from "./machine-sites.ts";
import { sameData } from "./same-data.ts";
import type { Solution, SolvedVisit } from "./solve.ts";
import type { World } from "./world.ts";

/**
 * What analyses of one machine remember from edit to edit. It decides nothing: with it an analysis finds what it
 * finds without. One for each machine that is edited, made by {@link newAnalysisMemo}.
 */
export interface AnalysisMemo {
  /** Of the last analysis, by the key of the visit. */
  visits: ReadonlyMap<string, RememberedVisit>;
  /** Of this one. */
  fresh: Map<string, RememberedVisit>;
  types: MachineTypes | undefined;
  known: KnownShapes | undefined;
  structure: readonly unknown[];
  /** The states of the machine itself, by name. */
  states: Readonly<Record<string, State>>;
  /** What the rules found in each of them. */
  readonly findings: WeakMap<State, StateFindings>;
  machine: StateMachine | undefined;
  /** The states in which this machine differs from the last one, if in what data they make alone. */
  edited: readonly string[] | undefined;
  /** Of the last analysis, what is no matter of single states. */
  whole: RememberedWhole | undefined;
  rules: RememberedRules | undefined;
}

/** The fixed point of the last machine, and what was found in all of it together. */
export interface RememberedWhole {
  readonly known: KnownShapes;
  readonly type: "STANDARD" | "EXPRESS" | undefined;
  readonly solution: Solution;
  readonly history: EventRange;
  readonly found: readonly Diagnostic[];
}

/** What the rules of machines found that look at no data. */
export interface RememberedRules {
  readonly type: "STANDARD" | "EXPRESS" | undefined;
  readonly found: readonly Diagnostic[];
}

/** What was found in a state of the machine and in what it runs, and what that was found for. */
export interface StateFindings {
  readonly name: string;
  readonly language: StateMachine["QueryLanguage"];
  readonly type: "STANDARD" | "EXPRESS" | undefined;
  readonly found: readonly Diagnostic[];
}

interface RememberedVisit {
  readonly solved: SolvedVisit;
  readonly around: readonly (Shape | undefined)[];
}

/**
 * Begins to remember: give it to `analyze` each time the machine has changed.
 *
 * @example
 * ```ts
 * const memo = newAnalysisMemo();
 * analyze(machine, { types, memo });
 * analyze(edited, { types, memo }); // only what the edit changes is inferred again
 * ```
 */
export function newAnalysisMemo(): AnalysisMemo {
  return {
    visits: new Map(),
    fresh: new Map(),
    types: undefined,
    known: undefined,
    structure: [],
    states: {},
    findings: new WeakMap(),
    machine: undefined,
    edited: undefined,
    whole: undefined,
    rules: undefined,
  };
}

/** A memo for machines that are only tried: what the other one remembers stays as it is. */
export function forkedMemo(memo: AnalysisMemo | undefined): AnalysisMemo {
  return { ...newAnalysisMemo(), ...memo };
}

/**
 * The machine with each state that says what it said before being the very object that it was: all that was found
 * for a state is then found again by its identity.
 */
export function withRememberedStates(machine: StateMachine, memo: AnalysisMemo): StateMachine {
  const states: Record<string, State> = Object.create(null);
  for (const [name, state] of Object.entries(machine.States)) {
    const before = Object.hasOwn(memo.states, name) ? memo.states[name] : undefined;
    states[name] = before !== undefined && sameData(before, state) ? before : state;
  }
  memo.states = Object.freeze(states);
  const after = Object.freeze({ ...machine, States: memo.states });
  memo.edited = memo.machine && dataEdits(memo.machine, after);
  memo.machine = after;
  return after;
}

/** Forgets everything if what holds for all states is not what it was: the types, the states and their places. */
export function prepareMemo(memo: AnalysisMemo, sites: MachineSites, world: World): void {
  const structure = structureOf(sites, world);
  if (!sameData(structure, memo.structure)) memo.visits = new Map();
  memo.fresh = new Map();
  memo.structure = structure;
}

/** What can be asked of a types file, asked again only if it is another one. */
export function rememberedKnown(
  memo: AnalysisMemo | undefined,
  types: MachineTypes | undefined,
  read: (types: MachineTypes | undefined) => KnownShapes,
): KnownShapes {
  if (memo === undefined) return read(types);
  if (memo.known === undefined || !sameData(memo.types, types)) {
    memo.visits = new Map();
    memo.known = read(types);
    memo.types = types;
  }
  return memo.known;
}

/** All that a visit sees of other states: where they stand, what they assign, how they can fail. */
function structureOf({ states, scopes }: MachineSites, { failing, assigning }: World): readonly unknown[] {
  const sites = [...states.values()].map(({ pointer, name, language, scope, bodies, state }) => [
    ...[pointer, name, language, scope, bodies, state.Type],
    failing.get(pointer),
  ]);
  const assigned = [...assigning].map(([name, places]) => [name, ...places]);
  // What the states are besides is compared visit by visit.
  const places = [...scopes.values()].map(({ definition, ...place }) => [place, definition.StartAt]);
  return [sites, places, assigned];
}

/** The states inside are visited by themselves. */
const inside: ReadonlySet<string> = new Set(["Branches", "ItemProcessor"]);

/** What a visit led to before, if the state, and all it sees, is what it was. */
export function remembered(
  memo: AnalysisMemo | undefined,
  key: string,
  site: StateSite,
  environment: Environment,
  world: World,
): SolvedVisit | undefined {
  const before = memo?.visits.get(key);
  if (before === undefined || before.solved.environment !== environment) return undefined;
  if (before.solved.looksBack) return undefined;
  if (!sameData(before.around, aroundOf(site, world))) return undefined;
  const { solved } = before;
  if (solved.site.state === site.state) return solved;
  return sameState(solved.site.state, site.state) ? { ...solved, site } : undefined;
}

function sameState(before: State, after: State): boolean {
  return before === after || sameData(before, after, inside);
}

/** Remembers what a visit led to. */
export function remember(
  memo: AnalysisMemo | undefined,
  key: string,
  solved: SolvedVisit,
  world: World,
): void {
  memo?.fresh.set(key, { solved, around: aroundOf(solved.site, world) });
}

/** The same for the visits that an edit of data alone changed: all others are what they were. */
export function rememberAgain(
  memo: AnalysisMemo,
  changed: ReadonlyMap<string, SolvedVisit>,
  world: World,
): void {
  const visits = new Map(memo.visits);
  for (const [key, solved] of changed) visits.set(key, { solved, around: aroundOf(solved.site, world) });
  memo.visits = visits;
}

/** What this analysis remembered is there for the next one. */
export function keepMemo(memo: AnalysisMemo): void {
  memo.visits = memo.fresh;
}

function aroundOf({ scope, bodies }: StateSite, world: World): readonly (Shape | undefined)[] {
  return [world.itemIn(scope), ...bodies.map((body) => world.bodyOutput(body))];
}

/** The environment itself as it was remembered if it says the same, so that what follows is found again. */
export function rememberedEnvironment(
  memo: AnalysisMemo | undefined,
  target: JsonPointer,
  environment: Environment,
): Environment {
  const before = memo?.visits.get(target)?.solved.environment;
  return before !== undefined && sameData(before, environment) ? before : environment;
}
