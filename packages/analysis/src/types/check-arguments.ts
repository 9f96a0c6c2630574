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
  if (state.Type !== "Task") return pointer;
  if (state.Arguments !== undefined)
    return deepestPointer(state.Arguments, childPointer(pointer, "Arguments"), path);
  if (state.Parameters === undefined) return pointer;
  return deepestPointer(state.Parameters, childPointer(pointer, "Parameters"), path);
}

/** Follows a path into a template as far as it is written out; a field may be the value of a JSONPath, `name.$`. */
export function deepestPointer(
  template: JsonValue,
  pointer: JsonPointer,
  path: readonly string[],
): JsonPointer {
  let at = pointer;
  let value: JsonValue | undefined = template;
  for (const key of path) {
    if (typeof value !== "object" || value === null) break;
    const record: object = value;
    const written = [key, `${key}.$`].find((name) => Object.hasOwn(record, name));
    if (written === undefined) break;
    value = (record as { readonly [key: string]: JsonValue })[written];
    at = childPointer(at, written);
  }
  return at;
}
