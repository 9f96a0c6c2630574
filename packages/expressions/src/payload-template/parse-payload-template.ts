import type { Json } from "@statewright/json-types";
import { parseTemplateValue } from "./parse-template-value.ts";
import type { PayloadTemplate, PayloadTemplateParse, TemplateProblem } from "./payload-template.ts";

/** Nesting of a template that is read. */
const deepestTemplate = 500;

/**
 * Reads a payload template: `Parameters`, `ItemSelector`, `ResultSelector`, `Assign` and so on of a JSONPath state.
 * Values stand for themselves but where a name ends in `.$` (R-JP-06, R-JP-07); what holds none of these is one
 * constant.
 *
 * @example
 * ```ts
 * parsePayloadTemplate({ "id.$": "$.order.id", size: 3 }).template?.kind; // → "object"
 * parsePayloadTemplate({ "id.$": "order.id" }).problems[0]?.path; // → ["id.$"]
 * ```
 * @throws Never, whatever the template.
 */
export function parsePayloadTemplate(template: Json): PayloadTemplateParse {
  const problems: TemplateProblem[] = [];
  const read = readPart(template, [], problems);
  const broken = problems.some(({ problem }) => problem === undefined || problem.severity === "error");
  return Object.freeze({ ...(read && !broken && { template: read }), problems: Object.freeze(problems) });
}

function readPart(
  value: Json,
  path: readonly (string | number)[],
  problems: TemplateProblem[],
): PayloadTemplate {
  if (typeof value !== "object" || value === null) return constant(value);
  if (path.length > deepestTemplate) {
    problems.push({ path, message: `The template is nested deeper than ${deepestTemplate} levels.` });
    return constant(null);
  }
  if (Array.isArray(value)) {
    const items = value.map((item: Json, index) => readPart(item, [...path, index], problems));
    return items.every(isConstant)
      ? constant(value)
      : Object.freeze({ kind: "array", items: Object.freeze(items) });
  }
  const names: string[] = [];
  const values: PayloadTemplate[] = [];
  const taken = new Set<string>();
  for (const [key, part] of Object.entries(value as Readonly<Record<string, Json>>)) {
    const at = [...path, key];
    const evaluated = key.endsWith(".$");
    const name = evaluated ? key.slice(0, -2) : key;
    if (taken.has(name)) problems.push({ path: at, message: `There are two members \`${name}\`.` });
    taken.add(name);
    names.push(name);
    values.push(evaluated ? readValue(part, key, at, problems) : readPart(part, at, problems));
  }
  if (values.every(isConstant)) return constant(value);
  return Object.freeze({ kind: "object", names: Object.freeze(names), values: Object.freeze(values) });
}

function readValue(
  text: Json,
  field: string,
  path: readonly (string | number)[],
  problems: TemplateProblem[],
): PayloadTemplate {
  if (typeof text !== "string") {
    problems.push({ path, message: "A member whose name ends in `.$` must be a text: a path or a call." });
    return constant(null);
  }
  const parse = parseTemplateValue(text);
  for (const problem of parse.problems) problems.push({ path, message: problem.message, text, problem });
  if (parse.value === undefined) return constant(null);
  return Object.freeze({ kind: "value", field, text, value: parse.value });
}

function constant(value: Json): PayloadTemplate {
  return Object.freeze({ kind: "constant", value });
}

function isConstant({ kind }: PayloadTemplate): boolean {
  return kind === "constant";
}
