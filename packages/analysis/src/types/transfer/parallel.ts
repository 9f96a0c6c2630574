import type { ParallelState } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import { arrayShape, neverShape, type Shape } from "@statewright/json-types";
import type { Variables } from "../environment.ts";
import { evaluateTemplate } from "../evaluate-template.ts";
import type { StateSite } from "../machine-sites.ts";
import { sightOf } from "../sight.ts";
import type { Edge, Entered, Outcome, World } from "../world.ts";
import { catchEdges } from "./catch-edges.ts";
import { finishWork } from "./finish-work.ts";

/** Parallel, entered: every branch starts with the same input, and sees the variables (R-PAR-02, R-VAR-09). */
export function enterParallel(state: ParallelState, entered: Entered, world: World): Outcome {
  const { site, environment } = entered;
  const sight = sightOf(entered, world);
  const given =
    state.Arguments === undefined
      ? environment.input
      : evaluateTemplate(state.Arguments, childPointer(site.pointer, "Arguments"), sight, world);
  return {
    edges: [...bodyEdges(site, given, environment.variables, world), ...catchEdges(entered, world)],
    stages: { afterArguments: given },
  };
}

/** Parallel, left: an array of what the branches return, in their order; never if one of them never does. */
export function leaveParallel(entered: Entered, world: World): Outcome {
  const outputs = entered.site.bodies.map((body) => world.bodyOutput(body));
  if (outputs.some((output) => output.kind === "never")) return { edges: [] };
  const result = arrayShape(neverShape, {
    items: outputs,
    minItems: outputs.length,
    maxItems: outputs.length,
  });
  return { ...finishWork(entered, result, world), result };
}

/** The ways into what a state runs. */
export function bodyEdges(
  site: StateSite,
  input: Shape,
  variables: Variables,
  world: World,
): readonly Edge[] {
  if (input.kind === "never") return [];
  return site.bodies.flatMap((body) => {
    const start = world.sites.scopes.get(body)?.start;
    return start === undefined ? [] : [{ target: start, environment: { input, variables }, via: body }];
  });
}
