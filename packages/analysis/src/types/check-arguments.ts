import type { JsonValue } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { printShape, type Shape } from "@statewright/json-types";
import { wrongArgument } from "./diagnostics/argument.ts";
import type { StateSite } from "./machine-sites.ts";
import { misfits } from "./misfits.ts";
import type { World } from "./world.ts";

/** Reports what a task is given and does not take, or needs and is not given. */
export function checkArguments(given: Shape, site: StateSite, world: World): void {
  const { state } = site;
  if (state.Type !== "Task") return;
  const told = new Set<string>();
  for (const { shape } of world.known.arguments(site))
    for (const { path, problem, expected, found, sometimes, nearest } of misfits(given, shape)) {
      const place = path.join(".");
      if (told.has(place)) continue;
      told.add(place);
      world.report(
        wrongArgument.at(
          { state: site.name, pointer: argumentPointer(site, path) },
          {
            state: site.name,
            resource: state.Resource,
            path: place,
            problem,
            expected: printShape(expected),
            found: printShape(found),
            sometimes,
            nearest,
          },
          { severity: sometimes ? "warning" : "error" },
        ),
      );
    }
}

/** The innermost part of `Arguments` on the way to an argument; the state where there are none. */
function argumentPointer({ state, pointer }: StateSite, path: readonly string[]): JsonPointer {
  if (state.Type !== "Task" || state.Arguments === undefined) return pointer;
  return deepestPointer(state.Arguments, childPointer(pointer, "Arguments"), path);
}

/** Follows a path into a template as far as it is written out. */
export function deepestPointer(
  template: JsonValue,
  pointer: JsonPointer,
  path: readonly string[],
): JsonPointer {
  let at = pointer;
  let value: JsonValue | undefined = template;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) break;
    value = (value as { readonly [key: string]: JsonValue })[key];
    at = childPointer(at, key);
  }
  return at;
}
