import type { ArrowExpression, Local } from "@statewright/compiler";
import type * as acorn from "acorn";
import { withoutArtefacts } from "./artefacts.ts";
import { type InnerFunction, type Names, withName } from "./names.ts";
import { type Bound, bindPattern, type LetBinding } from "./patterns.ts";
import { type Reader, undefinedAt } from "./reader.ts";
import { branches } from "./temporaries.ts";

/** The function that an expression is, or that its name stands for. */
export function innerFunction(node: acorn.Expression, names: Names): InnerFunction | undefined {
  const plain = withoutArtefacts(node, names);
  if (plain.type === "ArrowFunctionExpression" || plain.type === "FunctionExpression") {
    return { node: plain, names };
  }
  if (plain.type !== "Identifier") return undefined;
  const binding = names.get(plain.name);
  return binding?.kind === "function" ? binding.inner : undefined;
}

/** A function given to a method: `xs.map((x) => …)`. */
export function functionValue(reader: Reader, inner: InnerFunction, place: acorn.Node): ArrowExpression {
  const { node } = inner;
  const span = reader.span(place);
  const refused = refusedFunction(reader, inner);
  if (refused) return refused;
  return guarded(reader, inner, place, () => {
    const parameters: Local[] = [];
    let bound: Bound = { names: inner.names, bindings: [] };
    for (const pattern of node.params) {
      const name = pattern.type === "Identifier" ? pattern.name : nameFor(pattern);
      const local = reader.local(name);
      parameters.push(local);
      const value: ArrowExpression = { kind: "local", local, span: reader.span(pattern) };
      const next =
        pattern.type === "Identifier"
          ? { names: withName(bound.names, name, { kind: "local", local } as const), bindings: [] }
          : bindPattern(reader, pattern, value, bound.names);
      bound = { names: next.names, bindings: [...bound.bindings, ...next.bindings] };
    }
    const body = letting(bound.bindings, reader.body(node.body, bound.names));
    return { kind: "function", parameters, body, span };
  });
}

function nameFor(pattern: acorn.Pattern): string {
  return pattern.type === "AssignmentPattern" && pattern.left.type === "Identifier" ? pattern.left.name : "v";
}

/** A function called where it is known: its body stands in for the call. */
export function inlined(
  reader: Reader,
  inner: InnerFunction,
  given: readonly ArrowExpression[],
  place: acorn.Node,
): ArrowExpression {
  const refused = refusedFunction(reader, inner);
  if (refused) return refused;
  return guarded(reader, inner, place, () => {
    let bound: Bound = { names: inner.names, bindings: [] };
    for (const [index, pattern] of inner.node.params.entries()) {
      const value = given[index] ?? undefinedAt(reader.span(place));
      const next = bindPattern(reader, pattern, value, bound.names);
      bound = { names: next.names, bindings: [...bound.bindings, ...next.bindings] };
    }
    return letting(bound.bindings, reader.body(inner.node.body, bound.names));
  });
}

function guarded(
  reader: Reader,
  inner: InnerFunction,
  place: acorn.Node,
  read: () => ArrowExpression,
): ArrowExpression {
  if (reader.inlining.has(inner.node)) {
    return reader.refuse(place, "The function calls itself.", "Use `map`, `filter` or `reduce`, or a task.");
  }
  reader.inlining.add(inner.node);
  const [value = undefinedAt(reader.span(place))] = branches(inner.names, read);
  reader.inlining.delete(inner.node);
  return value;
}

/** What keeps a function from being an expression. */
export function refusedFunction(reader: Reader, { node }: InnerFunction): ArrowExpression | undefined {
  if (node.async) {
    return reader.refuse(node, "An expression has nothing to wait for.", "Do it in a task.");
  }
  if (node.generator) return reader.refuse(node, "It is a generator.", "Use `map` or `filter`.");
  return undefined;
}

/** Bindings in front of a body. */
export function letting(bindings: readonly LetBinding[], body: ArrowExpression): ArrowExpression {
  if (bindings.length === 0) return body;
  const inner = body.kind === "let" ? body.bindings : [];
  return {
    kind: "let",
    bindings: [...bindings, ...inner],
    body: body.kind === "let" ? body.body : body,
    span: body.span,
  };
}
