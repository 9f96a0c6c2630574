import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { noMock } from "../diagnostics/refusals.ts";
import { jsonText } from "../json/json-text.ts";
import { typeName } from "../json/json-type.ts";
import type { StatePlan } from "../program/plan.ts";
import { prepare } from "../program/prepare.ts";
import type { Program } from "../program/program.ts";
import { contextProblem } from "./check-context.ts";
import { inspectState } from "./inspect-state.ts";
import { type ReadRequest, readRequest, validation } from "./read-request.ts";
import type { TestStateRequest } from "./test-state-request.ts";
import type { TestStateException, TestStateResponse } from "./test-state-response.ts";
import { viewOfTest } from "./view-of-test.ts";

/**
 * Tests one state alone, as the TestState API answers: what it makes of an input, where it goes on, and with DEBUG
 * or TRACE the data from stage to stage. Tasks, Maps and Parallels are answered by `mock`; no service is called.
 *
 * Never throws: what the service would not take is an EXCEPTION, what cannot be tested here is REFUSED.
 *
 * @example
 * ```ts
 * testState({ definition: { Type: "Pass", Result: 1, ResultPath: "$.n", End: true }, input: { a: 2 } });
 * // → { status: "SUCCEEDED", output: { a: 2, n: 1 } }
 * ```
 */
export function testState(request: TestStateRequest): TestStateResponse {
  if (request.revealSecrets && request.mock !== undefined)
    return exception(validation("TestState does not support RevealSecrets when a mock is specified."));
  const read = readRequest(request);
  if ("code" in read) return exception(read);
  const { program, diagnostics } = prepare(read.machine);
  if (program === undefined) return refused(diagnostics);
  const plan = planNamed(read.state, program);
  if (plan === undefined) return exception(validation("State not found in definition"));
  const problem = problemOf(request, read, plan);
  if (problem !== undefined) return exception(problem);
  const view = viewOfTest(program, plan, request, read);
  const { mock } = read;
  if (plan.type === "Task" && mock === undefined)
    return refused([
      noMock.at(
        { state: plan.name, pointer: plan.pointer },
        {
          state: plan.name,
          resource: plan.resource.arn,
          arguments: jsonText(read.input),
          answered: 0,
          line: '"mock": { "result": "{}" }',
        },
      ),
    ]);
  const inspected = inspectState(plan, view, read);
  if (inspected.kind === "exception") return exception(inspected.exception);
  if (inspected.kind === "refused") return refused(inspected.diagnostics);
  const shown = request.inspectionLevel ?? "INFO";
  const { data, result } = inspected;
  const variables = Object.keys(read.variables).length > 0 ? { variables: read.variables } : {};
  return { ...result, ...(shown !== "INFO" && { inspectionData: { ...data, ...variables } }) };
}

/** The state of this name, at the top first, then inside of Parallels and Maps. */
function planNamed(name: string, { scopes, children }: Program): StatePlan | undefined {
  for (const { states } of scopes) if (Object.hasOwn(states, name)) return states[name];
  for (const child of children) {
    const found = planNamed(name, child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the service would not take, in the order in which it looks. */
function problemOf(
  request: TestStateRequest,
  { mock, configuration }: ReadRequest,
  plan: StatePlan,
): TestStateException | undefined {
  const { type } = plan;
  if (mock === undefined && configuration.mapIterationFailureCount !== undefined)
    return validation("TestState does not support MapIterationFailureCount when a mock is not specified.");
  if (mock === undefined && (type === "Map" || type === "Parallel"))
    return {
      code: "InvalidDefinition",
      message:
        "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]",
    };
  if (mock !== undefined && type !== "Task" && type !== "Map" && type !== "Parallel")
    return validation(`State type '${type}' is not supported when a mock is specified`);
  if (request.context !== undefined) {
    if (mock === undefined)
      return validation("TestState does not support Context when a mock is not specified.");
    const problem = contextProblem(request.context, plan.type === "Task" ? plan.resource : undefined);
    if (problem !== undefined) return validation(problem);
  }
  return mock !== undefined && "result" in mock ? resultProblem(mock.result, plan) : undefined;
}

/** Whether a mocked result is what such a state can have. */
function resultProblem(result: Json, plan: StatePlan): TestStateException | undefined {
  if (plan.type !== "Map" && plan.type !== "Parallel") return undefined;
  const exported = plan.type === "Map" && plan.distributed?.writer?.arguments !== undefined;
  if (exported) {
    // The result of an export says where it is (R-DMAP-12).
    return typeName(result) === "object" ? undefined : validation("Mocked result must be a JSON object.");
  }
  if (!Array.isArray(result)) return validation("Mocked result must be an array.");
  if (plan.type === "Parallel" && result.length !== plan.branches.length)
    return validation("Mocked result must contain the same number of items as number of Parallel branches.");
  return undefined;
}

function exception(found: TestStateException): TestStateResponse {
  return { status: "EXCEPTION", exception: found };
}

function refused(diagnostics: readonly Diagnostic[]): TestStateResponse {
  return { status: "REFUSED", diagnostics };
}
