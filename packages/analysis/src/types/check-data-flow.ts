import type { MachineTypes, StateMachine } from "@statewright/asl";
import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import { fieldOf, join, neverShape, type Shape, unknownShape } from "@statewright/json-types";
import { checkGrowth } from "../limits/check-growth.ts";
import { checkHistory } from "../limits/check-history.ts";
import { checkPayload } from "../limits/check-payload.ts";
import { checkVariables } from "../limits/check-variables.ts";
import { scopeLoops } from "../loops/scope-loops.ts";
import { type AnalysisMemo, type RememberedWhole, rememberedKnown } from "./analysis-memo.ts";
import { checkPromise } from "./check-promise.ts";
import { checkUnreached } from "./check-unreached.ts";
import type { Environment } from "./environment.ts";
import type { EventRange, Facts, PlaceFacts, StateFacts, WayOut } from "./facts.ts";
import { type KnownShapes, knownShapes } from "./known-shapes.ts";
import { machineSites, type StateSite } from "./machine-sites.ts";
import { type Solution, type SolvedVisit, solve } from "./solve.ts";
import { solveEdit } from "./solve-edit.ts";
import type { Edge, Outcome, World } from "./world.ts";

/** What the data of a machine can be, and what is wrong with it. */
export interface DataFlow {
  readonly facts: Facts;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Follows the data through a machine: what can be there in every state, over all paths (see `solve`), and what
 * that makes of each expression.
 */
export function checkDataFlow(
  machine: StateMachine,
  types: MachineTypes | undefined,
  type?: "STANDARD" | "EXPRESS",
  memo?: AnalysisMemo,
): DataFlow {
  const known = rememberedKnown(memo, types, knownShapes);
  const { solution, whole } = followed(machine, known, types, type, memo);
  const { world, visits } = solution;
  const diagnostics: Diagnostic[] = [];
  const states: Record<JsonPointer, StateFacts> = Object.create(null);
  let output: Shape = neverShape;
  for (const visit of visits) {
    const { site, environment, outcome } = visit;
    for (const diagnostic of foundIn(visit, world)) diagnostics.push(diagnostic);
    states[site.pointer] = stateFacts(site, environment, outcome, states[site.pointer], world);
    if (outcome.ends !== undefined && site.scope === "") output = join(output, outcome.ends);
  }
  diagnostics.push(...whole.found);
  return { facts: factsOfMachine(states, visits, output, whole.history), diagnostics };
}

/** What is no matter of single states. */
type Whole = Pick<RememberedWhole, "history" | "found">;

/** Where the data goes, and what is found in all states together; after an edit from what it was before. */
function followed(
  machine: StateMachine,
  known: KnownShapes,
  types: MachineTypes | undefined,
  type: "STANDARD" | "EXPRESS" | undefined,
  memo: AnalysisMemo | undefined,
): { readonly solution: Solution; readonly whole: Whole } {
  const before = memo?.whole;
  const alike = before?.known === known && before.type === type;
  const again =
    memo?.edited && before && alike && solveEdit(before.solution, machine, memo.edited, known, memo);
  const solution = again || solve(machineSites(machine), known, memo);
  const whole = again && before ? before : foundInAll(solution, types, type);
  if (memo !== undefined) memo.whole = { ...whole, known, type, solution };
  return { solution, whole };
}

function foundInAll(
  solution: Solution,
  types: MachineTypes | undefined,
  type: "STANDARD" | "EXPRESS" | undefined,
): Whole {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => found.push(diagnostic);
  const loops = scopeLoops(solution, types ?? {});
  checkUnreached(solution, report);
  checkGrowth(loops, solution, report);
  const history = checkHistory(loops, solution, type, report);
  return { history, found };
}

/** What is found in each state: where a machine is analyzed at each edit, most visits are the very same. */
const found = new WeakMap<
  SolvedVisit,
  { readonly known: KnownShapes; readonly all: readonly Diagnostic[] }
>();

function foundIn(visit: SolvedVisit, world: World): readonly Diagnostic[] {
  const before = found.get(visit);
  if (before?.known === world.known) return before.all;
  const { site, environment, outcome } = visit;
  const all = [...visit.diagnostics];
  const report = (diagnostic: Diagnostic) => all.push(diagnostic);
  if (outcome.ends !== undefined && site.scope === "") checkPromise(outcome.ends, site, { ...world, report });
  checkPayload(outcome, environment, site, report);
  checkVariables(outcome, environment, site, report);
  found.set(visit, { known: world.known, all });
  return all;
}

/** The places are many, and asked for one by one: they are put together when the first is. */
function factsOfMachine(
  states: Readonly<Record<JsonPointer, StateFacts>>,
  visits: readonly SolvedVisit[],
  output: Shape,
  history: EventRange,
): Facts {
  let places: Facts["places"] | undefined;
  return Object.freeze({
    states: Object.freeze(states),
    get places() {
      places ??= placesOf(visits);
      return places;
    },
    output,
    history,
  });
}

function placesOf(visits: readonly SolvedVisit[]): Facts["places"] {
  const places: Record<JsonPointer, PlaceFacts> = Object.create(null);
  for (const visit of visits) for (const [pointer, facts] of visit.places) places[pointer] = facts;
  return Object.freeze(places);
}

/** The facts of a state, and what they were made of. */
interface MadeFacts {
  readonly environment: Environment;
  readonly item: Shape | undefined;
  readonly before: StateFacts | undefined;
  readonly facts: StateFacts;
}

/** Where a machine is analyzed at each edit, most visits lead to what they led to before. */
const made = new WeakMap<Outcome, MadeFacts>();

function stateFacts(
  site: StateSite,
  environment: Environment,
  outcome: Outcome,
  before: StateFacts | undefined,
  world: World,
): StateFacts {
  const item = outcome.item ?? before?.item ?? itemAround(site, world.itemIn(site.scope));
  const known = made.get(outcome);
  if (known?.environment === environment && known.item === item && known.before === before)
    return known.facts;
  const facts = factsOf(site.name, environment, outcome, item, before);
  made.set(outcome, { environment, item, before, facts });
  return facts;
}

/** A Parallel or Map is visited twice: what was found when it was entered is kept. */
function factsOf(
  name: string,
  { input, variables }: Environment,
  outcome: Outcome,
  item: Shape | undefined,
  before: StateFacts | undefined,
): StateFacts {
  return Object.freeze({
    name,
    input,
    variables,
    ...(outcome.result && { result: outcome.result }),
    ...(item && { item }),
    output: outcome.output ?? neverShape,
    stages: Object.freeze({ ...before?.stages, ...outcome.stages }),
    ways: Object.freeze([...(before?.ways ?? []), ...outcome.edges.map(wayOut)]),
  });
}

function wayOut({ via, target, given, environment: { input, variables } }: Edge): WayOut {
  return Object.freeze({ pointer: via, target, ...(given && { given }), output: input, variables });
}

function itemAround({ state }: StateSite, item: Shape | undefined): Shape | undefined {
  if (item === undefined || state.Type === "Map") return undefined;
  return item.kind === "unknown" ? unknownShape : fieldOf(item, "Value");
}
