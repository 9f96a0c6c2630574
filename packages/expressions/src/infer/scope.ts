import { unknownValue } from "./join-values.ts";
import type { Place, Scope, Value } from "./value.ts";

/** The variable that `name` refers to, if an expression around it binds it. */
export function lookUp(place: Place, name: string): Value | undefined {
  for (let scope: Scope | undefined = place.scope; scope !== undefined; scope = scope.parent) {
    const value = scope.bindings?.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Binds a name in a scope. */
export function bind(scope: Scope, name: string, value: Value): void {
  scope.bindings ??= new Map();
  scope.bindings.set(name, value);
}

/** `$name := value`: until the end of the block. In a part that is evaluated only sometimes it may not happen. */
export function assign(place: Place, name: string, value: Value): void {
  let scope = place.scope;
  const here = scope;
  while (!scope.owns && scope.parent !== undefined) {
    scope.bindings?.delete(name);
    scope.version += 1;
    scope = scope.parent;
  }
  scope.version += 1;
  bind(here, name, value);
  if (here !== scope) bind(scope, name, unknownValue);
}

/** Says which variable a name refers to, and which of its values. */
export function identityOf(place: Place, name: string): string {
  let scope: Scope | undefined = place.scope;
  while (
    scope !== undefined &&
    !(scope.owns && (scope.bindings?.has(name) === true || scope.parent === undefined))
  )
    scope = scope.parent;
  return `${name}@${scope?.id ?? 0}.${scope?.version ?? 0}`;
}
