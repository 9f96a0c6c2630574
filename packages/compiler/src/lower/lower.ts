import type { MachineTypes, StateMachine, StateTypes } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { Origin } from "../ir/origin.ts";
import type { Workflow } from "../ir/workflow.ts";
import type { Lowering, TypesAt } from "../lowering.ts";
import { unsupportedNode } from "./diagnostics/builder-diagnostics.ts";
import { isDeeperThan } from "./expression/index.ts";
import type { Lowerer } from "./fields/context.ts";
import { frozen } from "./frozen.ts";
import { loweredScope, type Names } from "./scope.ts";
import { checkVariables } from "./variables.ts";
import { isTooDeep, workflowNames } from "./workflow-names.ts";

/**
 * Lowers a workflow tree to the Amazon States Language.
 *
 * Without `typesAt` nothing is assumed of the data: expressions choose by `$type` where their meaning depends on
 * it, and the machine is already right. With it they become the short texts that a person would write.
 *
 * The machine is frozen plain data with one state for each that the workflow names, in the order of the file.
 * What cannot be compiled is a diagnostic, and an expression of an unknown value stands in its place.
 *
 * @example
 * ```ts
 * const first = lower(tree);
 * const { facts } = analyze(first.machine, { types: first.types });
 * const second = lower(tree, (pointer) => knownAt(facts, pointer));
 * ```
 */
export function lower(workflow: Workflow, typesAt: TypesAt = () => undefined): Lowering {
  const diagnostics: Diagnostic[] = [...workflow.problems];
  const origins: Record<string, Origin> = Object.create(null);
  const states: Record<string, StateTypes> = Object.create(null);
  if (workflow.origin) origins[""] = workflow.origin;
  if (isTooDeep(workflow.body)) {
    const facts = {
      what: "A workflow nested so deeply",
      instead: "Move inner branches into workflows of their own.",
    };
    diagnostics.push(unsupportedNode.at({ pointer: "" }, facts));
    const nothing: StateMachine = { QueryLanguage: workflow.queryLanguage, StartAt: "", States: {} };
    return frozen({ machine: nothing, types: { version: 1 } as const, origins, diagnostics });
  }
  const constants = workflow.constants ?? {};
  const constantsTooDeep = isDeeperThan(constants, deepestConstants);
  if (constantsTooDeep) {
    const facts = {
      what: `A constant more than ${deepestConstants} levels deep`,
      instead: "Make it flatter.",
    };
    diagnostics.push(unsupportedNode.at({ pointer: "" }, facts));
  }
  const names: Names = { first: new Map(), all: workflowNames(workflow.body) };
  const lowerer: Lowerer = {
    queryLanguage: workflow.queryLanguage,
    constants: constantsTooDeep ? {} : constants,
    expressions: workflow.expressions ?? {},
    typesAt,
    report: (diagnostic) => void diagnostics.push(diagnostic),
    origin(pointer, origin) {
      if (origin) origins[pointer] = origin;
    },
    types(pointer, types) {
      if (Object.keys(types).length > 0) states[pointer] = { ...states[pointer], ...types };
    },
    scope: (block, container) => loweredScope(lowerer, names, block, container),
  };
  const body = lowerer.scope(workflow.body, { pointer: "", title: `The workflow "${workflow.name}"` });
  const machine: StateMachine = {
    ...(workflow.comment !== undefined && { Comment: workflow.comment }),
    QueryLanguage: workflow.queryLanguage,
    ...(workflow.version !== undefined && { Version: workflow.version }),
    ...body,
    ...(workflow.timeoutSeconds !== undefined && { TimeoutSeconds: workflow.timeoutSeconds }),
  };
  diagnostics.push(...checkVariables(machine));
  return frozen({ machine, types: typesFile(workflow, states), origins, diagnostics });
}

const deepestConstants = 100;

function typesFile(workflow: Workflow, states: Readonly<Record<string, StateTypes>>): MachineTypes {
  return {
    version: 1,
    ...(workflow.input !== undefined && { input: workflow.input }),
    ...(workflow.output !== undefined && { output: workflow.output }),
    ...(Object.keys(states).length > 0 && { states }),
  };
}
