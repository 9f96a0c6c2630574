import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { brokenMachine, unsupported } from "../diagnostics/refusals.ts";
import type { Compiling } from "./compiling.ts";

/** The state that is being compiled. */
export interface StateCompiling {
  readonly compiling: Compiling;
  readonly name: string;
  readonly pointer: JsonPointer;
  readonly jsonata: boolean;
}

/** Refuses the machine for something in this state. */
export function refuse(state: StateCompiling, field: string, what: string, instead?: string): void {
  const place = { state: state.name, pointer: childPointer(state.pointer, ...field.split("/")) };
  const facts = { state: state.name, field, what, ...(instead !== undefined && { instead }) };
  state.compiling.findings.push(unsupported.at(place, facts));
}

/** Reports that AWS would not create the machine, for something in this state. */
export function reject(state: StateCompiling, field: string, what: string): void {
  const problem = `\`${field}\` of "${state.name}" cannot be read: ${what}`;
  state.compiling.findings.push(brokenMachine.at({ state: state.name, pointer: state.pointer }, { problem }));
}
