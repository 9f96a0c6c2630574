import { hasPlaceholder } from "@statewright/asl";
import type { Span } from "@statewright/diagnostics";
import {
  type JsonataExpression,
  type PayloadTemplate,
  parseJsonata,
  parsePayloadTemplate,
  type TemplateProblem as TemplateFault,
} from "@statewright/expressions";
import type { Json } from "@statewright/json-types";

/** A payload template, compiled once: what is constant stays one shared value. */
export type Template =
  | { readonly kind: "constant"; readonly value: Json }
  | JsonataTemplate
  /** Of a JSONPath state: what names ending in `.$` select. */
  | { readonly kind: "payload"; readonly template: PayloadTemplate }
  | { readonly kind: "object"; readonly keys: readonly string[]; readonly values: readonly Template[] }
  | { readonly kind: "array"; readonly items: readonly Template[] };

export interface JsonataTemplate {
  readonly kind: "jsonata";
  /** The text between the delimiters, trimmed, as causes cite it (R-JA-25). */
  readonly text: string;
  readonly expression: JsonataExpression;
  /** The field path as causes cite it: `Output/a/b`, `Choices[0]/Condition` (R-JA-25). */
  readonly location: string;
  /** Whether it may read the context object: it is made only then. */
  readonly readsContext: boolean;
}

/** What stands in the way of compiling a template. */
export interface TemplateProblem {
  readonly kind: "unsupported" | "broken";
  readonly what: string;
  readonly field: string;
  /** Of a payload template: the keys from the template to the member. */
  readonly keys?: readonly (string | number)[];
  /** What in the text is wrong, counted from its first character that is no blank. */
  readonly span?: Span;
}

/** Nesting of a template in the definition that is still read. */
const deepestTemplate = 500;

export type CompiledTemplate = Template | TemplateProblem;

export function isProblem(template: Template | TemplateProblem): template is TemplateProblem {
  return template.kind === "unsupported" || template.kind === "broken";
}

/** Compiles a JSONata template: every string in `{% %}`, at any depth, is an expression (R-JA-01, R-JA-13). */
export function compileJsonataTemplate(value: Json, location: string, depth = 0): CompiledTemplate {
  if (depth > deepestTemplate) return tooDeep(location);
  if (typeof value === "string") return compileText(value, location);
  return compileParts(value, (part, key) =>
    compileJsonataTemplate(
      part,
      typeof key === "number" ? `${location}[${key}]` : `${location}/${key}`,
      depth + 1,
    ),
  );
}

/** Compiles a JSONPath template: the value of a key that ends in `.$` is a path or a call (R-JP-06, R-JP-07). */
export function compilePathTemplate(value: Json, location: string): CompiledTemplate {
  const { template, problems } = parsePayloadTemplate(value);
  if (template === undefined) return brokenTemplate(problems, location);
  return template.kind === "constant" ? template : { kind: "payload", template };
}

/** A text with a placeholder of a deployment tool may become a path. */
function brokenTemplate(problems: readonly TemplateFault[], location: string): TemplateProblem {
  const first = problems.find(({ problem }) => problem?.severity !== "warning");
  const field = [location, ...(first?.path ?? [])].join("/");
  if (first?.text !== undefined && hasPlaceholder(first.text)) {
    return { kind: "unsupported", what: `the path \`${first.text}\``, field };
  }
  return {
    kind: "broken",
    what: first?.message ?? "it is no template",
    field,
    ...(first !== undefined && { keys: first.path }),
    ...(first?.problem !== undefined && { span: first.problem.span }),
  };
}

function compileText(value: string, location: string): CompiledTemplate {
  if (!isExpressionText(value)) return { kind: "constant", value };
  const text = value.slice(2, -2).trim();
  const { expression, problems } = parseJsonata(text);
  const problem = problems[0];
  if (problem !== undefined)
    return { kind: "broken", what: problem.message, field: location, span: problem.span };
  return { kind: "jsonata", text, expression, location, readsContext: mayReadContext(text) };
}

/** Whether a text reads `$states` other than by its input, result and error output; `%` leads back to `$states`. */
function mayReadContext(text: string): boolean {
  return (
    text.includes("%") || text.replace(/\$states\.(?:input|result|errorOutput)\b/g, "").includes("states")
  );
}

/** Whether a string of a JSONata state is an expression (R-JA-01). */
function isExpressionText(value: string): boolean {
  return value.length >= 4 && value.startsWith("{%") && value.endsWith("%}");
}

function compileParts(
  value: Json,
  compile: (part: Json, key: string | number) => CompiledTemplate,
): CompiledTemplate {
  if (value === null || typeof value !== "object") return { kind: "constant", value };
  if (Array.isArray(value)) {
    const items: Template[] = [];
    for (const [index, part] of value.entries()) {
      const item = compile(part as Json, index);
      if (isProblem(item)) return item;
      items.push(item);
    }
    return items.every(isConstant) ? { kind: "constant", value } : { kind: "array", items };
  }
  const object = value as Readonly<Record<string, Json>>;
  const keys: string[] = [];
  const values: Template[] = [];
  for (const key of Object.keys(object)) {
    const part = compile(object[key] as Json, key);
    if (isProblem(part)) return part;
    keys.push(key);
    values.push(part);
  }
  return values.every(isConstant) ? { kind: "constant", value } : { kind: "object", keys, values };
}

function isConstant(template: Template): boolean {
  return template.kind === "constant";
}

function tooDeep(field: string): TemplateProblem {
  return { kind: "unsupported", what: `a value nested deeper than ${deepestTemplate} levels`, field };
}
