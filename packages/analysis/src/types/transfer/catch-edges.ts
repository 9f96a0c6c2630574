import type { Catcher } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import { objectShape, type Shape, stringShape, unionShape, unknownShape } from "@statewright/json-types";
import { nobody } from "../failing-work.ts";
import type { StateSite } from "../machine-sites.ts";
import { sightOf } from "../sight.ts";
import type { Edge, Entered, World } from "../world.ts";
import { edgeTo } from "./go-on.ts";
import { outputAndAssign } from "./output-and-assign.ts";

/**
 * The ways out of a state through its catchers. They see the variables of the state's entry: its own Assign
 * has not run (R-CATCH-04).
 */
export function catchEdges(entered: Entered, world: World): readonly Edge[] {
  const { site } = entered;
  const catchers = "Catch" in site.state ? (site.state.Catch ?? []) : [];
  return catchers.flatMap((catcher, index) => {
    const errorOutput = errorOutputShape(catcher, site, world);
    const sight = sightOf(entered, world, { errorOutput });
    const pointer = childPointer(site.pointer, "Catch", index);
    const { output, variables } = outputAndAssign(catcher, errorOutput, pointer, sight, world);
    return edgeTo(catcher.Next, site, output, variables, world, { via: pointer, given: errorOutput });
  });
}

/**
 * What a catcher sees (R-CATCH-02): `Error` is one of its names where it lists custom errors alone. A cause may
 * be absent where a Fail state inside has none.
 */
export function errorOutputShape(
  { ErrorEquals }: Catcher,
  { pointer, name }: StateSite,
  world: World,
): Shape {
  const from = { state: name, pointer: childPointer(pointer, "Catch", "Error") };
  const { withoutError, withoutCause, byOthers } = world.failing.get(pointer) ?? nobody;
  const custom = ErrorEquals.every((name) => !name.startsWith("States."));
  const named = unionShape(...ErrorEquals.map((name) => stringShape({ value: name })));
  const other = byOthers ? unknownShape : stringShape();
  return objectShape({
    Error: { shape: custom ? named : other, optional: (withoutError || byOthers) && !custom, from },
    Cause: { shape: byOthers ? unknownShape : stringShape(), optional: withoutCause || byOthers, from },
  });
}
