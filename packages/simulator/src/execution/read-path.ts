import type { Json } from "@statewright/json-types";
import { followPath, type Path } from "../program/path.ts";
import { contextObject } from "./context-object.ts";
import type { Evaluated, View } from "./view.ts";

/** Follows a JSONPath from `$`, `$$` or a variable. */
export function readPath(path: Path, view: View, missing: (path: Path, depth: number) => string): Evaluated {
  const root = rootOf(path, view);
  if (root === undefined) return { ok: false, fault: { kind: "runtime", text: missing(path, 0) } };
  const found = followPath(path.steps, root);
  if (found.ok) return { ok: true, value: found.value };
  return { ok: false, fault: { kind: "runtime", text: missing(path, found.depth) } };
}

function rootOf(path: Path, view: View): Json | undefined {
  if (path.root === "data") return view.data;
  if (path.root === "context") return contextObject(view);
  const { variable } = path.root;
  return Object.hasOwn(view.thread.variables, variable) ? view.thread.variables[variable] : undefined;
}

/** The other wording, of InputPath, OutputPath and the `…SecondsPath` fields. */
export function invalidPath(path: Path, depth: number): string {
  const step = path.steps[depth];
  const bracket = typeof step === "number" ? `[${step}]` : `['${step}']`;
  const last = depth === path.steps.length - 1;
  if (last && depth === 0) return `Invalid path '${path.text}' : No results for path: $${bracket}`;
  const parent = path.steps[last ? depth - 1 : depth];
  return `Invalid path '${path.text}' : Missing property in path $['${parent}']`;
}
