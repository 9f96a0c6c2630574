import type { StateMachine } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { AnalysisMemo, StateFindings } from "../types/analysis-memo.ts";

/** What is wrong within a state of the machine, looked for again only if it is another one than the last time. */
export function rememberedFindings(
  { findings }: AnalysisMemo,
  { States, QueryLanguage: language }: StateMachine,
  name: string,
  type: StateFindings["type"],
  find: () => readonly Diagnostic[],
): readonly Diagnostic[] {
  const state = States[name];
  if (state === undefined) return [];
  const before = findings.get(state);
  if (before?.name === name && before.language === language && before.type === type) return before.found;
  const found = find();
  findings.set(state, { name, language, type, found });
  return found;
}
