import type { Assigned } from "./assigned.kernel.ts";
import type { Open, OpenObject, Resolved } from "./open-template.kernel.ts";
import type { Entered, Entries } from "./variables.kernel.ts";

/** What a Choice makes of the data where no rule applies. */
export interface HandedData<S extends string, Scope, CO, CA> {
  readonly output?: CO & Open<S, Scope>;
  readonly assign?: CA & OpenObject<S, Scope>;
}

/** What a catcher or a rule makes of the data, before its branch begins. */
export interface Handed<S extends string, Scope, CO, CA> extends HandedData<S, Scope, CO, CA> {
  readonly comment?: string;
}

export type HandedInput<CO, I> = unknown extends CO ? I : Resolved<CO>;
export type HandedVars<V, CA> = unknown extends CA ? Entered<V> : Assigned<Entered<V>, Entries<Resolved<CA>>>;
