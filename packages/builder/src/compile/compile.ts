import { analyze, type Facts } from "@statewright/analysis";
import { type MachineTypes, printMachine, type StateMachine } from "@statewright/asl";
import {
  type KnownData,
  lower,
  type Origins,
  relocate,
  type TypesAt,
  type Workflow as WorkflowTree,
} from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import { frozen } from "../chain/frozen.ts";
import type { Workflow } from "../types/workflow.ts";
import { workflowTree } from "../workflow.kernel.ts";

/** A compiled workflow. */
export interface Compilation {
  readonly name: string;
  readonly machine: StateMachine;
  /** The machine as it is deployed: the same text for the same workflow, whoever compiles it. */
  readonly text: string;
  /** What the machine alone does not say: the content of `<name>.types.json`. */
  readonly types: MachineTypes;
  /** Where each part of the machine was written. */
  readonly origins: Origins;
  /** What was found, at the lines of the TypeScript. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a workflow to a state machine of Amazon States Language.
 *
 * The workflow is lowered twice. The first machine assumes nothing of its data; what the analysis finds out on it
 * makes the expressions of the second short, and it is the second that is checked and printed.
 */
export function compile<Input, Output>(workflow: Workflow<Input, Output>): Compilation {
  const known = compilations.get(workflow);
  if (known !== undefined) return known;
  const compilation = compileTree(workflowTree(workflow));
  compilations.set(workflow, compilation);
  return compilation;
}

/** A workflow is frozen, so it compiles to the same each time: a test file that runs it a hundred times compiles it once. */
const compilations = new WeakMap<object, Compilation>();

/** The same for a tree that came from another process. */
export function compileTree(tree: WorkflowTree): Compilation {
  const first = lower(tree);
  const { facts } = analyze(first.machine, { types: first.types });
  const { machine, types, origins, diagnostics } = lower(tree, typesFrom(facts));
  const checked = analyze(machine, { types });
  const found = relocate([...diagnostics, ...checked.diagnostics.filter(isNews(diagnostics))], origins);
  const { name } = tree;
  return frozen({ name, machine, text: printMachine(machine), types, origins, diagnostics: found });
}

/** What both the lowering and the checker see is told once, in the words of the builder. */
function isNews(told: readonly Diagnostic[]): (diagnostic: Diagnostic) => boolean {
  const unreachable = told.filter(({ code }) => code === "builder/unreachable-state");
  const places = new Set(unreachable.map(({ pointer }) => pointer));
  return ({ code, pointer }) => code !== "transition/unreachable" || !places.has(pointer);
}

function typesFrom(facts: Facts): TypesAt {
  return (pointer): KnownData | undefined =>
    Object.hasOwn(facts.states, pointer) ? facts.states[pointer] : undefined;
}
