import type { Constants, Origin, Template } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { templateValue } from "../diagnostics.ts";
import { originPlace, readTemplate } from "../template/read-template.ts";

/** The constants of a workflow as plain data. */
export function constantsOf(
  given: unknown,
  origin: Origin | undefined,
): { readonly data?: Constants; readonly problems: readonly Diagnostic[] } {
  if (given === undefined) return { problems: [] };
  const problems: Diagnostic[] = [];
  const where = "`constants`";
  const report = (problem: Diagnostic): void => void problems.push(problem);
  const data = jsonOf(readTemplate(given, { where, origin, report }), (what) =>
    report(templateValue.at(originPlace(origin), { what, where })),
  );
  const isRecord = typeof data === "object" && data !== null && !Array.isArray(data);
  return isRecord ? { data: data as Constants, problems } : { problems };
}

function jsonOf(template: Template, refuse: (what: string) => void): Json {
  switch (template.kind) {
    case "value":
      return template.value;
    case "array":
      return template.items.map((item) => jsonOf(item, refuse));
    case "object":
      return Object.fromEntries(template.entries.map(([key, value]) => [key, jsonOf(value, refuse)]));
    default:
      refuse(template.kind === "param" ? "a `param(…)`" : "a function");
      return null;
  }
}
