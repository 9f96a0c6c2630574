import type { JsonataExpression } from "../jsonata/expression.ts";
import type { PathExpression } from "../jsonata/path-expression.ts";
import { identityOf } from "./scope.ts";
import type { Place } from "./value.ts";

/**
 * A text that says which value an expression reads: equal keys in one place, equal values. Only what starts at a
 * variable and reads fields and elements has one: `$t`, `$t.a[0]`, `$lookup($o, $k)`.
 */
export function expressionKey(node: JsonataExpression, place: Place): string | undefined {
  switch (node.kind) {
    case "string":
    case "number":
      return JSON.stringify(node.value);
    case "variable":
      return node.name === "" || node.name === "$" ? undefined : `$${identityOf(place, node.name)}`;
    case "path":
      return pathKey(node, place);
    case "postfix":
      if (node.group !== undefined || node.keepArray) return undefined;
      return joined([node.operand, ...node.predicates], place, "[");
    case "call": {
      const { callee } = node;
      if (callee.kind !== "variable" || callee.name !== "lookup") return undefined;
      return joined([callee, ...node.arguments], place, "(");
    }
    default:
      return undefined;
  }
}

function pathKey(path: PathExpression, place: Place): string | undefined {
  if (path.group !== undefined || path.keepArray || path.keepSingleton || path.tuple) return undefined;
  const parts: string[] = [];
  for (const [index, { node, stages, focus, index: position }] of path.steps.entries()) {
    if (focus !== undefined || position !== undefined || node.kind === "sort") return undefined;
    const start = node.kind === "variable" && index === 0 ? expressionKey(node, place) : undefined;
    const part = node.kind === "name" && index > 0 ? `.${JSON.stringify(node.name)}` : start;
    if (part === undefined) return undefined;
    parts.push(part);
    for (const stage of stages) {
      const key = stage.kind === "filter" ? expressionKey(stage.predicate, place) : undefined;
      if (key === undefined) return undefined;
      parts.push(`[${key}]`);
    }
  }
  return parts.join("");
}

function joined(nodes: readonly JsonataExpression[], place: Place, sign: string): string | undefined {
  const keys = nodes.map((node) => expressionKey(node, place));
  return keys.some((key) => key === undefined) ? undefined : keys.join(sign);
}
