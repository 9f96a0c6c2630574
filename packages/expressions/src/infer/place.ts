import type { Shape } from "@statewright/json-types";
import type { Context, Place, Scope, Value } from "./value.ts";

const nothingKnown: ReadonlyMap<string, Shape> = new Map();

/** The outermost place: no variables but those of the environment, and the input document as context. */
export function outermost(input: Shape): Place {
  const scope = {
    id: 0,
    parent: undefined,
    owns: true,
    bindings: new Map(),
    known: nothingKnown,
    version: 0,
  };
  return { scope, context: { value: { shape: input }, document: true }, conditional: false };
}

/** Where a block or the body of a lambda is evaluated. */
export function inner(place: Place, id: number): Place {
  return { ...place, scope: newScope(place.scope, id, true) };
}

/** Where something is evaluated only sometimes, or for each of several values. */
export function sometimes(place: Place, id: number): Place {
  return { ...place, conditional: true, scope: newScope(place.scope, id, false) };
}

/** Where `value` is the context. */
export function within(place: Place, value: Value): Place {
  const context: Context = { value, document: false };
  return { ...place, context };
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
    bindings: new Map(facts.variables),
    known: facts.known.size === 0 ? place.scope.known : new Map([...place.scope.known, ...facts.known]),
    version: 0,
  };
  const context = facts.context === undefined ? place.context : { ...place.context, value: facts.context };
  return { scope, context, conditional: true };
}

function newScope(parent: Scope, id: number, owns: boolean): Scope {
  return { id, parent, owns, bindings: new Map(), known: parent.known, version: 0 };
}
