import type { Origin, StateNode, Step, Workflow } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";

/** What a chain is: the steps so far. The one thing that a builder object holds. */
export interface ChainNode {
  /** Of the workflow itself; absent in a branch. */
  readonly workflow?: Omit<Workflow, "body" | "problems">;
  /** Of a branch: its own, written before its first state. */
  readonly comment?: { readonly text: string; readonly origin?: Origin };
  readonly steps: readonly Step[];
  readonly problems: readonly Diagnostic[];
}

export const emptyBranch: ChainNode = Object.freeze({ steps: [], problems: [] });

export function withStep(node: ChainNode, step: Step, problems: readonly Diagnostic[] = []): ChainNode {
  return { ...node, steps: [...node.steps, step], problems: [...node.problems, ...problems] };
}

export function withProblems(node: ChainNode, problems: readonly Diagnostic[]): ChainNode {
  return problems.length === 0 ? node : { ...node, problems: [...node.problems, ...problems] };
}

/** The state that a configuring call is about: the last one, if nothing but it came last. */
export function currentState(node: ChainNode): StateNode | undefined {
  const last = node.steps.at(-1);
  if (last === undefined || last.kind === "jump" || last.kind === "end") return undefined;
  return last.kind === "catchGroup" ? undefined : last;
}

/** The chain with its last state changed. */
export function withState(node: ChainNode, state: StateNode, problems: readonly Diagnostic[]): ChainNode {
  return {
    ...node,
    steps: [...node.steps.slice(0, -1), state],
    problems: [...node.problems, ...problems],
  };
}

/** The state with a note of where one of its fields was written. */
export function noted(state: StateNode, field: string, origin: Origin | undefined): StateNode {
  if (!origin) return state;
  const fieldOrigins = "fieldOrigins" in state ? state.fieldOrigins : undefined;
  return { ...state, fieldOrigins: { ...fieldOrigins, [field]: origin } };
}
