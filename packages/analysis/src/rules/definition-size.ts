import { machineToJson, quotas } from "@statewright/asl";
import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { Rule } from "./rule.ts";

/** A definition that AWS does not take for its size (R-Q-02). */
export const definitionSize: DiagnosticKind<{ bytes: number; limit: number; largest: string | undefined }> =
  defineDiagnostic({
    code: "limit/definition-size",
    severity: "error",
    message: ({ bytes, limit }) =>
      `The definition has ${bytes} bytes even without blanks; AWS takes at most ${limit}.`,
    why: ({ largest }) => largest && `Its largest state is "${largest}".`,
    help: () => "Move a part of it into a state machine of its own, started with `startExecution.sync:2`.",
  });

/** The definition fits, printed as short as JSON allows. */
export const definitionSizes: Rule = ({ machine, characters = JSON.stringify(machine).length }) => {
  // Most are far below: a character has at most three bytes.
  if (characters * 3 <= quotas.definitionBytes) return [];
  const bytes = byteLength(machineToJson(machine));
  const limit = quotas.definitionBytes;
  if (bytes <= limit) return [];
  let largest: { name: string; bytes: number } | undefined;
  for (const [name, state] of Object.entries(machine.States)) {
    const size = byteLength(state);
    if (largest === undefined || size > largest.bytes) largest = { name, bytes: size };
  }
  return [definitionSize.at({ pointer: "" }, { bytes, limit, largest: largest?.name })];
};

function byteLength(value: unknown): number {
  return utf8Length(JSON.stringify(value));
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}
