import type { MachineTypes, StateMachine } from "@statewright/asl";
import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import { fieldOf, join, neverShape, type Shape, unknownShape } from "@statewright/json-types";
import { checkGrowth } from "../limits/check-growth.ts";
import { checkHistory } from "../limits/check-history.ts";
import { checkPayload } from "../limits/check-payload.ts";
import { checkVariables } from "../limits/check-variables.ts";
import { scopeLoops } from "../loops/scope-loops.ts";
import { type AnalysisMemo, rememberedKnown } from "./analysis-memo.ts";
import { checkPromise } from "./check-promise.ts";
import { checkUnreached } from "./check-unreached.ts";
import type { Environment } from "./environment.ts";
import type { Facts, PlaceFacts, StateFacts, WayOut } from "./facts.ts";
import { knownShapes } from "./known-shapes.ts";
import { machineSites, type StateSite } from "./machine-sites.ts";
import { solve } from "./solve.ts";
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
  const solution = solve(machineSites(machine), known, memo);
  const { world, visits } = solution;
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const states: Record<JsonPointer, StateFacts> = Object.create(null);
  const places: Record<JsonPointer, PlaceFacts> = Object.create(null);
  let output: Shape = neverShape;
  for (const visit of visits) {
    const { site, environment, outcome } = visit;
    diagnostics.push(...visit.diagnostics);
    states[site.pointer] = stateFacts(site, environment, outcome, states[site.pointer], world);
    for (const [pointer, facts] of visit.places) places[pointer] = facts;
    if (outcome.ends !== undefined && site.scope === "") {
      output = join(output, outcome.ends);
      checkPromise(outcome.ends, site, { ...world, report });
    }
    checkPayload(outcome, environment, site, report);
    checkVariables(outcome, environment, site, report);
  }
  const loops = scopeLoops(solution, types ?? {});
  checkUnreached(solution, report);
  checkGrowth(loops, solution, report);
  const history = checkHistory(loops, solution, type, report);
  const facts = { states: Object.freeze(states), places: Object.freeze(places), output, history };
  return { facts: Object.freeze(facts), diagnostics };
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
