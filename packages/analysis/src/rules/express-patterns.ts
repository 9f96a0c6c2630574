import type { State } from "@statewright/asl";
import { childPointer, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import { type Integration, integrationOf } from "@statewright/services";
import { schemaValidation } from "./aws-location.ts";
import type { MachineInput, MachineRule, RuledState } from "./rule.ts";

/** What an Express execution cannot do (R-PAT-01, R-DMAP-01). */
export const notInExpress: DiagnosticKind<{ state: string; what: string; child: boolean }> = defineDiagnostic(
  {
    code: "integration/not-in-express",
    severity: "error",
    message: ({ state, what }) => `"${state}" ${what}, which an Express execution cannot do.`,
    why: ({ child }) =>
      child
        ? "It runs in the child executions of a distributed Map, whose `ExecutionType` is EXPRESS."
        : "The state machine is of type EXPRESS; its executions end within five minutes and wait for nobody.",
    help: ({ child }) => (child ? "Set `ExecutionType` to STANDARD." : "Use a Standard state machine."),
  },
);

/** No callbacks, no `.sync`, no activities and no distributed Map in an Express execution. */
export const expressPatterns: MachineRule = (input) =>
  input.states.flatMap((visit) => {
    const host = executionOf(visit, input);
    if (host !== "EXPRESS" && host !== "EXPRESS child") return [];
    const child = host === "EXPRESS child";
    const { state, name, pointer } = visit;
    const refused = refusal(state);
    if (refused === undefined) return [];
    const at = childPointer(pointer, refused.field);
    const aws = refused.aws === undefined ? undefined : schemaValidation(at, refused.aws);
    const facts = { state: name, what: refused.what, child };
    return notInExpress.at({ state: name, pointer: at }, facts, { ...(aws && { aws }) });
  });

/** The innermost distributed Map around a state decides, else the machine. */
export function executionOf(
  { within }: RuledState,
  { type }: Pick<MachineInput, "type">,
): string | undefined {
  for (const { state } of [...within].reverse()) {
    if (state.Type !== "Map") continue;
    const { Mode, ExecutionType } = state.ItemProcessor.ProcessorConfig ?? {};
    if (Mode === "DISTRIBUTED") return ExecutionType === "EXPRESS" ? "EXPRESS child" : ExecutionType;
  }
  return type;
}

function refusal(state: State): { field: string; what: string; aws?: string } | undefined {
  if (state.Type === "Map" && state.ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED") {
    return { field: state.processorField ?? "ItemProcessor", what: "is a distributed Map" };
  }
  if (state.Type !== "Task") return undefined;
  const refused = refusedPattern(integrationOf(state.Resource));
  return refused && { field: "Resource", ...refused };
}

function refusedPattern({ kind, pattern }: Integration): { what: string; aws: string } | undefined {
  const words = "Express state machine does not support";
  if (kind === "activity") return { what: "waits for an activity", aws: `${words} Activity ARN` };
  switch (pattern) {
    case "waitForTaskToken":
      // AWS's text ends with a blank.
      return { what: "waits for a callback", aws: `${words} '.waitForTaskToken' service integration ` };
    case "sync":
    case "sync:2":
      return { what: "waits for a job to end", aws: `${words} '.${pattern}' service integration` };
    default:
      return undefined;
  }
}
