import { quotas, type State } from "@statewright/asl";
import { childPointer, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
import {
  arrayShape,
  isAssignable,
  membersOf,
  type Shape,
  sizeBounds,
  stringShape,
  unionShape,
} from "@statewright/json-types";
import { type LoopSearch, loopText, siteOf } from "../loops/loop-search.ts";
import type { Loop, Region } from "../loops/region.ts";
import type { ScopeLoops } from "../loops/scope-loops.ts";
import type { Environment } from "../types/environment.ts";
import type { StateSite } from "../types/machine-sites.ts";
import { type Place, refinePlace, shapeAtPlace } from "../types/narrow/place.ts";
import type { Solution, SolvedVisit } from "../types/solve.ts";
import { transfer } from "../types/transfer/registry.ts";
import { withoutMissing } from "../types/without-missing.ts";
import { quiet, type World } from "../types/world.ts";
import { growingData } from "./growing-data.ts";

/** Fields of one object that are looked at. */
const mostFields = 40;

/**
 * Reports the states of a loop that put more into a variable or a field with each round, where nothing bounds
 * the rounds, or where they are too many for what is added.
 *
 * The transfer of the state itself says so: with two inputs that differ in the length of what is at the place,
 * what it hands on differs by as much, and is longer.
 */
export function checkGrowth(
  scopes: readonly ScopeLoops[],
  { visits, world }: Solution,
  report: (diagnostic: Diagnostic) => void,
): void {
  const leaving = new Map<JsonPointer, SolvedVisit>();
  // Of a Parallel or Map, the visit that leaves it comes last.
  for (const visit of visits) leaving.set(visit.site.pointer, visit);
  for (const { search, region } of scopes)
    for (const { loop, rounds } of loopsIn(region, 1))
      for (const name of loop.states) {
        const visit = leaving.get(siteOf(name, search)?.pointer ?? "");
        if (visit !== undefined) reportGrowth(visit, loop, rounds, search, quiet(world), report);
      }
}

interface FoundLoop {
  readonly loop: Loop;
  /** How often it can go round in all; nothing when nothing bounds it. */
  readonly rounds: number | undefined;
}

function loopsIn({ pieces }: Region, times: number): readonly FoundLoop[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === "state" || piece.tooDeep) return [];
    const { bound } = piece;
    if (bound === undefined) return [{ loop: piece, rounds: undefined }];
    const rounds = times * bound.passes;
    return [{ loop: piece, rounds }, ...loopsIn(piece.inside, rounds)];
  });
}

function reportGrowth(
  { site, environment, outcome }: SolvedVisit,
  { states }: Loop,
  rounds: number | undefined,
  search: LoopSearch,
  world: World,
  report: (diagnostic: Diagnostic) => void,
): void {
  const targets = new Set(states.map((name) => siteOf(name, search)?.pointer));
  const ways = outcome.edges.filter(({ target }) => targets.has(target));
  for (const place of changedPlaces(
    site,
    environment,
    ways.map((way) => way.environment),
  )) {
    const added = addedBy(site, environment, place, targets, world);
    if (added === undefined) continue;
    const quota = quotas.payloadBytes;
    if (rounds !== undefined && added * rounds <= quota) continue;
    report(
      growingData.at(
        { state: site.name, pointer: pointerOf(site, place) },
        {
          state: site.name,
          place: placeText(place, site),
          loop: loopText(states),
          quota,
          rounds,
          bytes: added > 0 ? added : undefined,
        },
      ),
    );
  }
}

/** The variables that the state assigns, and the fields of the input if it hands on another one. */
function changedPlaces(
  { state }: StateSite,
  before: Environment,
  ways: readonly Environment[],
): readonly Place[] {
  const variables = assignedNames(state)
    .filter((name) => Object.hasOwn(before.variables, name))
    .map((variable) => ({ variable, fields: [] }));
  if (ways.every(({ input }) => input === before.input)) return variables;
  const fields = membersOf(before.input).flatMap((member) =>
    member.kind === "object" ? Object.keys(member.fields).slice(0, mostFields) : [],
  );
  const inputs = [[], ...[...new Set(fields)].map((name) => [name])];
  return [...variables, ...inputs.map((names) => ({ fields: names }))];
}

/** Of the state, its rules and its catchers; a payload template marks the names of paths with `.$`. */
function assignedNames(state: State): readonly string[] {
  const rules = state.Type === "Choice" ? state.Choices : [];
  const catchers = "Catch" in state ? (state.Catch ?? []) : [];
  const own = "Assign" in state ? [state] : [];
  const names = [...own, ...rules, ...catchers].flatMap(({ Assign = {} }) => Object.keys(Assign));
  return [...new Set(names.map((name) => name.replace(/\.\$$/, "")))];
}

/** The bytes that a visit adds to what is at a place, at least; nothing where it does not grow. */
function addedBy(
  site: StateSite,
  environment: Environment,
  place: Place,
  targets: ReadonlySet<JsonPointer | undefined>,
  world: World,
): number | undefined {
  const [before, longer] = probesOf(withoutMissing(shapeAtPlace(place, environment)));
  if (before === undefined || longer === undefined) return undefined;
  const first = lengthAfter(before, { site, environment, place, targets, world });
  const second = lengthAfter(longer, { site, environment, place, targets, world });
  if (first === undefined || second === undefined) return undefined;
  const grows = first.length > lengthOf(before) && second.length - first.length === probeGap;
  return grows ? first.bytes : undefined;
}

const probeLength = 1009;
const probeGap = 101;

/** Two shapes like the one that is there, of known lengths. */
function probesOf(shape: Shape): readonly Shape[] {
  const lengths = [probeLength, probeLength + probeGap];
  const members = membersOf(shape);
  if (members.length > 0 && members.every(({ kind }) => kind === "array"))
    return lengths.map((length) => arrayShape(mark, { minItems: length, maxItems: length }));
  const isText = members.every(({ kind }) => kind === "string" || kind === "object" || kind === "unknown");
  return members.length > 0 && isText ? lengths.map((maxLength) => stringShape({ maxLength })) : [];
}

/** An item that is known again among those that are added. */
const mark = stringShape({ value: "\u0001" });

interface Probing {
  readonly site: StateSite;
  readonly environment: Environment;
  readonly place: Place;
  readonly targets: ReadonlySet<JsonPointer | undefined>;
  readonly world: World;
}

/** How long what is at the place is afterwards, on the way on which it is longest, and what was added to it. */
function lengthAfter(
  probe: Shape,
  { site, environment, place, targets, world }: Probing,
): { readonly length: number; readonly bytes: number } | undefined {
  const probed = refinePlace(place, environment, () => probe);
  if (probed === undefined) return undefined;
  const phase = site.bodies.length > 0 ? "leave" : "enter";
  const { edges } = transfer(phase, { site, environment: probed }, world);
  let longest: { readonly length: number; readonly bytes: number } | undefined;
  for (const { target, environment: after } of edges) {
    if (!targets.has(target)) continue;
    const shape = shapeAtPlace(place, after);
    const length = lengthOf(shape);
    if (!Number.isFinite(length) || length <= (longest?.length ?? 0)) continue;
    const item = shape.kind === "array" ? addedItem(shape.element) + 1 : 0;
    longest = { length, bytes: (length - lengthOf(probe)) * item };
  }
  return longest;
}

/** The least bytes of what stands beside the marked items. */
function addedItem(element: Shape): number {
  const others = membersOf(element).filter((member) => !isAssignable(member, mark));
  return others.length === 0 ? sizeBounds(mark).least : sizeBounds(unionShape(...others)).least;
}

/** Of an array that is there for certain, its items; of text and of what holds it, the characters. */
function lengthOf(shape: Shape): number {
  if (shape.kind === "array") return shape.minItems;
  // A character can take six bytes.
  return Math.floor(sizeBounds(shape).most / 6);
}

function pointerOf({ pointer, state, language }: StateSite, { variable }: Place): JsonPointer {
  if (variable !== undefined) {
    const assigned = "Assign" in state ? (state.Assign ?? {}) : {};
    const key = language === "JSONata" ? variable : `${variable}.$`;
    const place = childPointer(pointer, "Assign");
    return Object.hasOwn(assigned, key) ? childPointer(place, key) : place;
  }
  return "Output" in state && state.Output !== undefined ? childPointer(pointer, "Output") : pointer;
}

function placeText({ variable, fields }: Place, { language }: StateSite): string {
  const input = language === "JSONata" ? "$states.input" : "$";
  return [variable === undefined ? input : `$${variable}`, ...fields].join(".");
}
