import type { JsonPath } from "@statewright/expressions";
import {
  evaluateJsonPath,
  type IntrinsicEnvironment,
  intrinsicErrorText,
  missingArgumentText,
  missingPathText,
  type TemplateFailure,
} from "@statewright/expressions/evaluate";
import type { Json } from "@statewright/json-types";
import { jsonText } from "../json/json-text.ts";
import { contextObject } from "./context-object.ts";
import { draw } from "./draft.ts";
import type { Evaluated, Fault, View } from "./view.ts";

/** Follows a JSONPath from `$`, `$$` or a variable; `missing` words the cause of one that leads nowhere. */
export function readPath(
  path: JsonPath,
  view: View,
  missing: (path: JsonPath, step: number) => string,
): Evaluated {
  const result = evaluateJsonPath(path, environmentOf(view));
  if (result.ok) return result;
  const { failure } = result;
  if (failure.kind !== "missing") return { ok: false, fault: refusedPath(path.text, failure.what) };
  return { ok: false, fault: { kind: "runtime", text: missing(path, failure.step) } };
}

/** What the paths and the intrinsic functions of a state see. */
export function environmentOf(view: View): IntrinsicEnvironment {
  return new SeenByPath(view);
}

class SeenByPath implements IntrinsicEnvironment {
  readonly document: Json;
  readonly #view: View;

  constructor(view: View) {
    this.document = view.data;
    this.#view = view;
  }

  context(): Json {
    return contextObject(this.#view);
  }

  variable(name: string): Json | undefined {
    const { variables } = this.#view.thread;
    return Object.hasOwn(variables, name) ? variables[name] : undefined;
  }

  random(): number {
    return draw(this.#view.draft);
  }
}

/** The fault of a `.$` member, of `ErrorPath` or of `CausePath`. */
export function templateFault(failure: TemplateFailure, view: View): Fault {
  const { field, text, source } = failure;
  switch (failure.kind) {
    case "missing": {
      const { path } = failure;
      const input = jsonText(path.root.kind === "context" ? contextObject(view) : view.data);
      if (source === "path") {
        return { kind: "runtime", text: missingPathText(path, field, input), member: { field, text } };
      }
      const member = { field, text, span: path.span };
      return { kind: "runtime", text: missingArgumentText(text, path.text, input), member };
    }
    case "invalid":
      return { kind: "runtime", text: intrinsicErrorText(text, failure.what), member: { field, text } };
    default:
      return refusedPath(text, failure.what, field);
  }
}

function refusedPath(text: string, why: string, field?: string): Fault {
  return { kind: "refused", what: `\`${text}\` (because ${why})`, ...(field !== undefined && { field }) };
}
