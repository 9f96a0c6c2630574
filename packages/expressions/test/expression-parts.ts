import { builtinFacts } from "../src/jsonata/builtins/all-facts.ts";
import { childrenOf } from "../src/jsonata/children.ts";
import type { JsonataExpression } from "../src/jsonata/expression.ts";
import { parseJsonata } from "../src/jsonata/parse.ts";

/** Every kind of node, operator, and thing that can stand on a path. */
export const partNames: readonly string[] = [
  ..."string number boolean null regex variable wildcard descendants parent path postfix negate array object".split(
    " ",
  ),
  ..."condition block bind call partial lambda apply transform name filter sort focus index group keep signature".split(
    " ",
  ),
  ..."+ - * / % & = != < <= > >= in and or ..".split(" "),
];

/** The built-in functions that plain JSONata has. */
export const plainBuiltins: readonly string[] = builtinFacts
  .filter(({ only }) => only !== "aws")
  .map(({ name }) => `$${name}`);

/** The parts that an expression has, each once, and the built-ins that it names. */
export function partsOf(expression: JsonataExpression): ReadonlySet<string> {
  const parts = new Set<string>();
  const pending = [expression];
  const text = JSON.stringify(expression);
  if (text.includes('"name":"eval"')) parts.add("$eval");
  for (let node = pending.pop(); node; node = pending.pop()) {
    parts.add(node.kind === "binary" ? node.operator : node.kind);
    if (node.kind === "variable") parts.add(`$${node.name}`);
    if (node.kind === "string" && parts.has("$eval")) {
      for (const part of partsOf(parseJsonata(node.value, { dialect: "plain" }).expression)) parts.add(part);
    }
    if (node.kind === "lambda" && node.signature !== undefined) parts.add("signature");
    if (node.kind === "postfix" || node.kind === "path") {
      if (node.group) parts.add("group");
      if (node.keepArray) parts.add("keep");
    }
    if (node.kind === "postfix" && node.predicates.length > 0) parts.add("filter");
    if (node.kind === "path") {
      for (const step of node.steps) {
        if (step.node.kind === "name" || step.node.kind === "sort") parts.add(step.node.kind);
        if (step.focus !== undefined) parts.add("focus");
        if (step.index !== undefined) parts.add("index");
        for (const stage of step.stages) parts.add(stage.kind);
      }
    }
    for (const child of childrenOf(node)) pending.push(child.expression);
  }
  return parts;
}
