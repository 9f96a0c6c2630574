import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { printShape, type Shape } from "@statewright/json-types";
import { deepestPointer } from "./check-arguments.ts";
import { outputPromise } from "./diagnostics/output-promise.ts";
import type { StateSite } from "./machine-sites.ts";
import { misfits } from "./misfits.ts";
import type { World } from "./world.ts";

/** Reports where the output of a state that ends the machine is not what the types file promises. */
export function checkPromise(output: Shape, site: StateSite, world: World): void {
  const promised = world.known.output;
  if (promised === undefined) return;
  for (const { path, problem, expected, found, sometimes } of misfits(output, promised))
    world.report(
      outputPromise.at(
        { state: site.name, pointer: outputPointer(site, path) },
        {
          state: site.name,
          path: path.join("."),
          expected: printShape(expected),
          found: printShape(found),
          missing: problem === "missing",
          sometimes,
        },
        { severity: sometimes ? "warning" : "error" },
      ),
    );
}

function outputPointer({ state, pointer }: StateSite, path: readonly string[]): JsonPointer {
  if (!("Output" in state) || state.Output === undefined) return pointer;
  return deepestPointer(state.Output, childPointer(pointer, "Output"), path);
}
