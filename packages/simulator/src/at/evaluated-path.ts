import { parseJsonPath } from "@statewright/expressions";
import { invalidPathText } from "@statewright/expressions/evaluate";
import { readPath } from "../execution/read-path.ts";
import type { Evaluated, View } from "../execution/view.ts";

/** What a path selects; text that is none is refused. */
export function evaluatedPath(text: string, view: View): Evaluated {
  const { path } = parseJsonPath(text);
  if (path === undefined)
    return { ok: false, fault: { kind: "refused", what: `\`${text}\`, which is no path` } };
  return readPath(path, view, invalidPathText);
}
