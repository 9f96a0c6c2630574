import type { JsonRecord } from "./json-value.ts";
import type { State } from "./state.ts";

export type QueryLanguage = "JSONPath" | "JSONata";

/**
 * A state machine, as the Amazon States Language spells it. Frozen plain data: what is printed is what is
 * held, so `parse(print(m)) = m`. Fields that this model does not know stand in `unknownFields` of their object.
 *
 * https://states-language.net/spec.html
 */
export interface StateMachine extends States {
  readonly QueryLanguage?: QueryLanguage;
  readonly Version?: string;
  readonly TimeoutSeconds?: number;
}

/** A scope of states with its start: the machine itself, a branch of a Parallel, a processor of a Map. */
export interface States {
  readonly Comment?: string;
  readonly StartAt: string;
  /** By name, in the order of the definition. */
  readonly States: Readonly<Record<string, State>>;
  /** States of no known `Type`, as they stand: nothing knows them, but transitions may name them. */
  readonly unreadStates?: JsonRecord;
  /** What the definition holds besides; printed back after the known fields. */
  readonly unknownFields?: JsonRecord;
}
