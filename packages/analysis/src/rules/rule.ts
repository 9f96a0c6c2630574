import type { QueryLanguage, ScopeVisit, StateMachine, StateVisit } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { FlowGraph } from "../flow/flow-graph.ts";
import type { JsonataSite } from "./jsonata-sites.ts";

/** What every rule sees: the machine, its states and scopes, and the expressions in it, each parsed once. */
export interface RuleInput {
  readonly machine: StateMachine;
  /** The type of the executions; nothing when it is not known. */
  readonly type?: "STANDARD" | "EXPRESS" | undefined;
  readonly states: readonly RuledState[];
  readonly scopes: readonly RuledScope[];
  readonly expressions: readonly JsonataSite[];
}

export interface RuledState extends StateVisit {
  readonly language: QueryLanguage;
}

export interface RuledScope extends ScopeVisit {
  readonly graph: FlowGraph;
}

/** One rule: it looks at the machine and says what it finds. */
export type Rule = (input: RuleInput) => readonly Diagnostic[];
