import type { Shape } from "@statewright/json-types";
import type { Place, Scope, Value } from "./value.ts";

/** The outermost place: no variables but those of the environment, and the input document as context. */
export function outermost(input: Shape): Place {
  const scope = {
    id: 0,
    parent: undefined,
    owns: true,
    bindings: undefined,
    known: undefined,
    version: 0,
  };
  return { scope, context: { value: { shape: input }, document: true }, conditional: false };
}

/** Where a block or the body of a lambda is evaluated. */
export function inner(place: Place, id: number): Place {
  const { scope, context, conditional } = place;
  return { scope: newScope(scope, id, true), context, conditional };
}

/** Where something is evaluated only sometimes, or for each of several values. */
export function sometimes(place: Place, id: number): Place {
  return { scope: newScope(place.scope, id, false), context: place.context, conditional: true };
}

/** Where `value` is the context. */
export function within(place: Place, value: Value): Place {
  return { scope: place.scope, context: { value, document: false }, conditional: place.conditional };
}

/** What a condition says: of variables, of the context, of other expressions by their key. */
export interface Facts {
  readonly variables: ReadonlyMap<string, Value>;
  readonly context?: Value;
  readonly known: ReadonlyMap<string, Shape>;
}

/** Where something is evaluated because a condition holds. */
export function given(place: Place, id: number, facts: Facts): Place {
  const scope: Scope = {
    id,
    parent: place.scope,
    owns: false,
    bindings: facts.variables.size === 0 ? undefined : new Map(facts.variables),
    known:
      facts.known.size === 0 ? place.scope.known : new Map([...(place.scope.known ?? []), ...facts.known]),
    version: 0,
  };
  const context = facts.context === undefined ? place.context : { ...place.context, value: facts.context };
  return { scope, context, conditional: true };
}

function newScope(parent: Scope, id: number, owns: boolean): Scope {
  return { id, parent, owns, bindings: undefined, known: parent.known, version: 0 };
}
