import type { Arrow, ArrowExpression, LetExpression, Local, LocalExpression } from "../../../ir/arrow.ts";
import type { Code } from "../code/code.ts";
import { variable } from "../code/code.ts";
import { block } from "../code/operators.ts";
import type { Value } from "../value/index.ts";
import { withFact } from "./narrow.ts";
import type { Scope } from "./session.ts";

/** A parameter of an inner function, or a `const`. */
export function localValue(node: LocalExpression, scope: Scope): Value {
  const value = scope.locals.get(node.local.id);
  if (!value)
    return scope.session.refuse(
      node,
      "It is not defined here.",
      "Pass it in through the input or `constants`.",
    );
  return withFact(value, scope);
}

/** Makes a local visible. */
export function withLocal(scope: Scope, local: Local, value: Value): Scope {
  return { ...scope, locals: new Map(scope.locals).set(local.id, value) };
}

/** `const a = …; return …`: a path needs no variable of its own, everything else gets one. */
export function letValue(node: LetExpression, scope: Scope): Value {
  const { bindings, inner } = bound(node, scope);
  const body = scope.session.emit(node.body, inner);
  return { ...body, code: block(bindings, body.code) };
}

/** The variables that the bindings of a `let` need, and the scope behind them. */
export function bound(
  node: LetExpression,
  scope: Scope,
): { readonly bindings: readonly (readonly [string, Code])[]; readonly inner: Scope } {
  const bindings: (readonly [string, Code])[] = [];
  let inner = scope;
  for (const { local, value: expression } of node.bindings) {
    const value = scope.session.emit(expression, inner);
    if (value.code.repeatable && value.literal === undefined) {
      inner = withLocal(inner, local, value);
      continue;
    }
    const name = scope.session.name(local.name);
    bindings.push([name, value.code]);
    inner = withLocal(inner, local, { ...value, code: variable(name) });
  }
  return { bindings, inner };
}

/** The workflow variables that an arrow reads: no local may take their names. */
export function variablesRead(arrow: Arrow): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: unknown[] = [arrow.body];
  for (let node = pending.pop(); pending.length > 0 || node !== undefined; node = pending.pop()) {
    if (typeof node !== "object" || node === null) continue;
    if (isVariableRead(node)) names.add(node.property);
    for (const child of Object.values(node)) if (typeof child === "object") pending.push(child);
  }
  return names;
}

function isVariableRead(node: object): node is ArrowExpression & { kind: "member" } {
  const read = node as Partial<ArrowExpression & { kind: "member" }>;
  return read.kind === "member" && read.object?.kind === "scope" && read.object.name === "vars";
}
