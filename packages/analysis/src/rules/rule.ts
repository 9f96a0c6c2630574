import type { QueryLanguage, ScopeVisit, State, StateMachine, StateType, StateVisit } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { FlowGraph } from "../flow/flow-graph.ts";
import type { PathSite } from "./doubtful-paths.ts";
import type { JsonataSite } from "./jsonata-sites.ts";
import type { TemplateMember } from "./payload-templates.ts";

/** What every rule sees: the machine, its states and scopes. */
export interface MachineInput {
  readonly machine: StateMachine;
  /** The type of the executions; nothing when it is not known. */
  readonly type?: "STANDARD" | "EXPRESS" | undefined;
  /** How long the definition is at most, escapes not counted, where that is known. */
  readonly characters?: number | undefined;
  readonly states: readonly RuledState[];
  /** The same states by their type. */
  readonly ofType: StatesByType;
  readonly scopes: readonly RuledScope[];
}

/** And the expressions in it, each parsed once. */
export interface RuleInput extends MachineInput {
  readonly expressions: readonly JsonataSite[];
  readonly paths: readonly PathSite[];
}

export interface RuledState<Kind extends State = State> extends StateVisit {
  readonly state: Kind;
  readonly language: QueryLanguage;
  /** What its payload templates hold; empty in a JSONata state. */
  readonly members: readonly TemplateMember[];
}

export interface RuledScope extends ScopeVisit {
  readonly graph: FlowGraph;
}

export type StatesByType = {
  readonly [Type in StateType]: readonly RuledState<Extract<State, { Type: Type }>>[];
};

/** One rule: it looks at the machine and says what it finds. */
export type Rule = (input: RuleInput) => readonly Diagnostic[];

/** A rule that looks at more than one state, and at no expression. */
export type MachineRule = (input: MachineInput) => readonly Diagnostic[];
