import type { Workflow as WorkflowTree } from "@statewright/compiler";
import { callOrigin } from "./chain/call-origin.ts";
import { Chain } from "./chain/chain.ts";
import { constantsOf } from "./chain/constants.ts";
import { languageOf } from "./chain/work-fields.ts";
import type { PathNamed } from "./types/json-path-start.ts";
import type { JsonPathWorkflowOptions, NoConstants, WorkflowOptions } from "./types/options.ts";
import type { Named } from "./types/start.ts";
import { brand, type Workflow } from "./types/workflow.ts";

/**
 * Begins a workflow: `.input(…)`, `.output(…)`, then its states one after another, then `.end()`.
 *
 * @example
 * ```ts
 * export const hello = workflow("hello")
 *   .input<{ name: string }>()
 *   .pass("Greet").output(({ input }) => ({ text: `Hello ${input.name}` }))
 *   .end();
 * // → { "QueryLanguage": "JSONata", "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", … } } }
 * ```
 */
export function workflow<const Constants = NoConstants>(
  name: string,
  options?: WorkflowOptions<Constants>,
): Named<Constants>;
/**
 * The same in JSONPath, the older language: `.inputPath(…)`, `.parameters(…)`, `.resultSelector(…)`, `.resultPath(…)`
 * and `.outputPath(…)`, with paths that are checked and completed, or arrows that JSONPath has words for.
 *
 * @example
 * ```ts
 * workflow("hello", { queryLanguage: "JSONPath" })
 *   .input<{ name: string }>()
 *   .pass("Greet").parameters({ text: ({ input }) => `Hello ${input.name}` }).resultPath("$.greeting")
 *   .end();
 * // → "Greet": { "Type": "Pass", "Parameters": { "text.$": "States.Format('Hello {}', $.name)" }, "ResultPath": "$.greeting" }
 * ```
 */
export function workflow<const Constants = NoConstants>(
  name: string,
  options: JsonPathWorkflowOptions<Constants>,
): PathNamed<Constants>;
export function workflow(
  name: string,
  options: WorkflowOptions<unknown> | JsonPathWorkflowOptions<unknown> = {},
): unknown {
  const origin = callOrigin(workflow);
  const { comment, version, timeoutSeconds, constants, queryLanguage } = options;
  const { data, expressions, problems } = constantsOf(constants, origin);
  const header: Omit<WorkflowTree, "body" | "problems"> = {
    kind: "workflow",
    name: String(name),
    queryLanguage: languageOf(queryLanguage),
    ...(comment !== undefined && { comment }),
    ...(version !== undefined && { version }),
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(data && { constants: data }),
    ...(expressions && { expressions }),
    ...(origin && { origin }),
  };
  return new Chain({ workflow: header, steps: [], problems });
}

/** Whether a value is a finished workflow, also one of another copy of this package. */
export function isWorkflow(value: unknown): value is Workflow<unknown, unknown> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, brand);
}

/** The tree of a workflow: frozen, JSON-safe data, which can cross a process and be compiled there. */
export function workflowTree<Input, Output>(finished: Workflow<Input, Output>): WorkflowTree {
  return finished[brand] as WorkflowTree;
}
