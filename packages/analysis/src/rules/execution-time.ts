import { quotas } from "@statewright/asl";
import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
} from "@statewright/diagnostics";
import { executionOf } from "./express-patterns.ts";
import type { MachineInput, MachineRule, RuledState } from "./rule.ts";

/** A Wait that is longer than the execution it stands in may last (R-Q-04). */
export const executionTime: DiagnosticKind<{
  state: string;
  seconds: number;
  most: number;
  why: string;
}> = defineDiagnostic({
  code: "limit/execution-time",
  severity: "error",
  message: ({ state, seconds, most }) =>
    `"${state}" waits ${seconds} seconds, but the execution ends after ${most} with \`States.Timeout\`.`,
  why: ({ why }) => why,
  help: ({ most }) => `Wait less than ${most} seconds, or let the wait stand in an execution that may last.`,
});

/** Every Wait of a known number of seconds ends before its execution has to. */
export const executionTimes: MachineRule = (input) => {
  const found: Diagnostic[] = [];
  for (const visit of input.ofType.Wait) {
    const { state, name, pointer } = visit;
    if (state.Seconds === undefined || typeof state.Seconds !== "number") continue;
    const limit = limitOf(visit, input);
    if (state.Seconds < limit.most) continue;
    const facts = { state: name, seconds: state.Seconds, ...limit };
    found.push(executionTime.at({ state: name, pointer: childPointer(pointer, "Seconds") }, facts));
  }
  return found;
};

/** The innermost execution around a state, and the machine's own timeout where that is the machine's. */
function limitOf(visit: RuledState, input: MachineInput): { readonly most: number; readonly why: string } {
  const host = executionOf(visit, input) ?? "STANDARD";
  const express = host !== "STANDARD";
  const most = express ? quotas.expressExecutionSeconds : quotas.standardExecutionSeconds;
  const why = express
    ? "An Express execution lasts at most five minutes."
    : "An execution lasts at most a year.";
  const { TimeoutSeconds } = input.machine;
  const ofMachine = executionOf(visit, { type: undefined }) === undefined;
  if (!ofMachine || TimeoutSeconds === undefined || TimeoutSeconds >= most) return { most, why };
  return { most: TimeoutSeconds, why: "`TimeoutSeconds` of the state machine says so." };
}
