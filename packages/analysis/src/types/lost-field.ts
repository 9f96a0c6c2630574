import { fieldOf, membersOf, type Shape } from "@statewright/json-types";
import type { StateSite } from "./machine-sites.ts";
import { withoutMissing } from "./without-missing.ts";
import type { World } from "./world.ts";

/** Why a field is not there, and what to do. */
export interface LostField {
  readonly why: string;
  readonly help: string;
}

/** Whether a field that is not there was there before: outside of an iteration, or before an error was caught. */
export function lostField(
  field: string,
  of: Shape,
  owner: string,
  site: StateSite,
  world: World,
): LostField | undefined {
  if (owner !== "$" && owner !== "$states.input") return undefined;
  return outsideOfIteration(field, site, world) ?? overwrittenByCatch(field, of, site, world);
}

function outsideOfIteration(field: string, site: StateSite, world: World): LostField | undefined {
  const around = world.sites.scopes.get(site.scope)?.owner;
  const map = around === undefined ? undefined : world.sites.states.get(around);
  if (map === undefined || map.state.Type !== "Map" || !has(world.enteredWith(map.pointer)?.input, field))
    return undefined;
  const value =
    map.language === "JSONata" ? `"${field}": "{% $states.input.${field} %}"` : `"${field}.$": "$.${field}"`;
  return {
    why: `An iteration of "${map.name}" gets its item alone; \`${field}\` is in the input of "${map.name}".`,
    help: `Hand it in with \`ItemSelector\`: \`{ ${value}, … }\`.`,
  };
}

function overwrittenByCatch(field: string, of: Shape, site: StateSite, world: World): LostField | undefined {
  if (of.kind !== "object" || !Object.keys(of.fields).every((name) => name === "Error" || name === "Cause"))
    return undefined;
  for (const { from, edge } of world.waysInto(site.pointer)) {
    if (!edge.via.includes("/Catch/") || !has(world.enteredWith(from.pointer)?.input, field)) continue;
    return {
      why: `The Error Output took the place of the input of "${from.name}", which has \`${field}\`.`,
      help:
        from.language === "JSONata"
          ? `Keep it in the catcher: \`"Output": "{% $merge([$states.input, { 'error': $states.errorOutput }]) %}"\`.`
          : 'Keep the input in the catcher: `"ResultPath": "$.error"`.',
    };
  }
  return undefined;
}

function has(input: Shape | undefined, field: string): boolean {
  if (input === undefined) return false;
  return membersOf(input).some(
    (member) =>
      member.kind === "object" &&
      Object.hasOwn(member.fields, field) &&
      withoutMissing(fieldOf(member, field)).kind !== "never",
  );
}
