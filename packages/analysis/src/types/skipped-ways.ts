import type { JsonPointer } from "@statewright/diagnostics";
import { missingShape, type Shape } from "@statewright/json-types";
import type { StateSite } from "./machine-sites.ts";
import { type Place, shapeAtPlace } from "./narrow/place.ts";
import { mayBeMissing, withoutMissing } from "./without-missing.ts";
import type { World } from "./world.ts";

/** Who sets a value that is not always there, and a way on which nobody does. */
export interface SkippedWay {
  /** The states that set it. */
  readonly setBy: readonly string[];
  /** The last states of the way, in their order. */
  readonly way: readonly string[];
  /** The state at which the way misses it. */
  readonly pointer: JsonPointer;
}

/** States that are looked at, going back. */
const mostStates = 100;

/**
 * Goes back from a state over what leads to it until the value is missing for certain. Nothing where it is not
 * found: the value is optional where it comes from.
 */
export function skippedWay(place: Place, site: StateSite, world: World): SkippedWay | undefined {
  const pending: (readonly [site: StateSite, way: readonly string[]])[] = [[site, [site.name]]];
  const seen = new Set<JsonPointer>([site.pointer]);
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const [at, way] = next;
    for (const { from, edge } of world.waysInto(at.pointer)) {
      const there = shapeAtPlace(place, edge.environment);
      const longer = [from.name, ...way];
      if (isNothing(there))
        return { setBy: settersOf(place, site, world), way: longer, pointer: from.pointer };
      if (!mayBeMissing(there) || seen.has(from.pointer) || seen.size > mostStates) continue;
      seen.add(from.pointer);
      if (place.variable !== undefined || handsOnInput(from)) pending.push([from, longer]);
    }
  }
  return undefined;
}

function isNothing(shape: Shape): boolean {
  return shape === missingShape || (shape.kind !== "unknown" && withoutMissing(shape).kind === "never");
}

/** Those that wrote the field, or that assign the variable. */
function settersOf(place: Place, site: StateSite, world: World): readonly string[] {
  const { variable } = place;
  if (variable !== undefined)
    return [...world.sites.states.values()]
      .filter(({ state }) => "Assign" in state && Object.hasOwn(state.Assign ?? {}, variable))
      .map(({ name }) => name);
  const last = place.fields.at(-1) ?? "";
  const owner = { ...place, fields: place.fields.slice(0, -1) };
  const names = world.waysInto(site.pointer).flatMap(({ from, edge }) => {
    const there = shapeAtPlace(owner, edge.environment);
    const field =
      there.kind === "object" && Object.hasOwn(there.fields, last) ? there.fields[last] : undefined;
    return field === undefined ? [] : [field.from?.state ?? from.name];
  });
  return [...new Set(names)];
}

/** What it hands on is what it got, so that the way before it tells more. */
function handsOnInput({ state }: StateSite): boolean {
  return (state.Type === "Choice" || state.Type === "Wait" || state.Type === "Pass") && !changesData(state);
}

function changesData(state: object): boolean {
  return ["Output", "Parameters", "Result", "ResultPath", "InputPath", "OutputPath"].some((field) =>
    Object.hasOwn(state, field),
  );
}

/** `"a"`, `"a" and "b"`. */
export function namesOf(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(" and ");
}

/** The way as it is told: `"Discount" → "Charge"`. */
export function wayText({ way }: SkippedWay): string {
  const shown = way.length > 4 ? [...way.slice(0, 2), "…", ...way.slice(-1)] : way;
  return shown.map((name) => (name === "…" ? name : `"${name}"`)).join(" → ");
}
