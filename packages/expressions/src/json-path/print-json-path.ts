import type { FilterExpression, FilterOperand } from "./filter-expression.ts";
import type { ChildName, JsonPath, JsonPathRoot, JsonPathStep } from "./json-path.ts";

/**
 * Writes a path in one form: dots before plain names, brackets and single quotes round all others. Reading what
 * it writes gives the same path again, spans and `text` aside.
 *
 * @example
 * ```ts
 * const { path } = parseJsonPath("$.['order'].[ 0 ]['detail type']");
 * path && printJsonPath(path); // → "$.order[0]['detail type']"
 * ```
 * @throws Never.
 */
export function printJsonPath(path: JsonPath): string {
  return [printRoot(path.root), ...path.steps.map((step, at) => printStep(step, path.steps[at - 1]))].join(
    "",
  );
}

function printRoot(root: JsonPathRoot): string {
  switch (root.kind) {
    case "document":
      return "$";
    case "context":
      return "$$";
    case "item":
      return "@";
    case "variable":
      return `$${root.name}`;
  }
}

function printStep(step: JsonPathStep, before: JsonPathStep | undefined): string {
  const dot = before?.kind === "descent" ? "" : ".";
  switch (step.kind) {
    case "child":
      return plainName.test(step.name) ? `${dot}${step.name}` : `[${printName(step)}]`;
    case "children":
      return `[${step.names.map(printName).join(",")}]`;
    case "index":
      return `[${step.index}]`;
    case "indices":
      return `[${step.indices.map(({ index }) => index).join(",")}]`;
    case "slice":
      return `[${step.from ?? ""}:${step.to ?? ""}]`;
    case "wildcard":
      return "[*]";
    case "descent":
      return "..";
    case "filter":
      return `[?(${step.expression === undefined ? step.text : printFilter(step.expression)})]`;
    case "function":
      return `${dot}${printDotted(step.name)}(${step.text})`;
  }
}

const plainName = /^[\p{L}\p{N}_-]+$/u;

function printName({ name }: ChildName): string {
  return `'${name.replaceAll(/['\\]/g, "\\$&")}'`;
}

/** The name of a function cannot stand in brackets. */
function printDotted(name: string): string {
  return plainName.test(name) ? name : name.replaceAll(/[^\p{L}\p{N}_-]/gu, "\\$&");
}

function printFilter(filter: FilterExpression): string {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.operands.map(printOperandOf).join(filter.kind === "and" ? " && " : " || ");
    case "not":
      return `!${printOperandOf(filter.operand)}`;
    case "compare":
      return `${printSide(filter.left)} ${filter.operator} ${printSide(filter.right)}`;
    case "exists":
      return printJsonPath(filter.path);
  }
}

/** Parentheses where the text would be read otherwise without them. */
function printOperandOf(filter: FilterExpression): string {
  return filter.kind === "exists" || filter.kind === "not" ? printFilter(filter) : `(${printFilter(filter)})`;
}

function printSide(side: FilterOperand): string {
  if (side.kind === "path") return printJsonPath(side.path);
  if (typeof side.value !== "string") return String(side.value);
  return side.bare ? side.value : printName({ name: side.value, span: side.span });
}
