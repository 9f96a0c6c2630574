import type { ArrowExpression, ScopeName } from "@statewright/compiler";
import { nearestName } from "@statewright/diagnostics";
import type * as acorn from "acorn";
import { unknownParameter } from "./diagnostics.ts";
import { type Names, withName } from "./names.ts";
import { type Bound, bindPattern, patternKey } from "./patterns.ts";
import { type Reader, undefinedAt } from "./reader.ts";

/** What an arrow can find in its scope. */
const scopeNames: readonly ScopeName[] = [
  "input",
  "vars",
  "result",
  "context",
  "item",
  "index",
  "taskToken",
  "error",
  "constants",
];

/** The parameter that is the scope: `({ input, vars }) =>` or `(scope) =>`. Its keys count, not its names. */
export function bindScope(reader: Reader, pattern: acorn.Pattern, names: Names): Bound {
  if (pattern.type === "Identifier") {
    return { names: withName(names, pattern.name, { kind: "scope" }), bindings: [] };
  }
  if (pattern.type !== "ObjectPattern") {
    reader.refuse(
      pattern,
      "The scope is an object with `input`, `vars` and others.",
      "Write `({ input }) => …`.",
    );
    return { names, bindings: [] };
  }
  let bound: Bound = { names, bindings: [] };
  for (const property of pattern.properties) {
    const next =
      property.type === "RestElement"
        ? bindScope(reader, property.argument, bound.names)
        : bindPart(reader, property, bound.names);
    bound = { names: next.names, bindings: [...bound.bindings, ...next.bindings] };
  }
  return bound;
}

function bindPart(reader: Reader, property: acorn.AssignmentProperty, names: Names): Bound {
  const key = patternKey(property);
  if (key === undefined) {
    reader.refuse(property.key, "The name is computed.", "Write `({ input }) => …`.");
    return { names, bindings: [] };
  }
  return bindPattern(reader, property.value, scopePart(reader, property.key, key), names);
}

/** `input`, `vars`, … */
export function scopePart(reader: Reader, node: acorn.Node, name: string): ArrowExpression {
  const span = reader.span(node);
  const known = scopeNames.find((one) => one === name);
  if (known !== undefined) return { kind: "scope", name: known, span };
  const closest = nearestName(name, scopeNames);
  reader.report(unknownParameter.at({}, { name, known: scopeNames, closest }));
  return undefinedAt(span);
}
