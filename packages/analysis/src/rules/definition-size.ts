import { machineToJson, quotas, type State, type StateMachine } from "@statewright/asl";
import { type Diagnostic, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { MachineInput } from "./rule.ts";

/** A definition that AWS does not take for its size (R-Q-02). */
export const definitionSize: DiagnosticKind<{ bytes: number; limit: number; largest: readonly string[] }> =
  defineDiagnostic({
    code: "limit/definition-size",
    severity: "error",
    message: ({ bytes, limit }) =>
      `The definition has ${bytes} bytes even without blanks; AWS takes at most ${limit}.`,
    why: ({ largest }) => (largest.length === 0 ? undefined : `Its largest states: ${largest.join(", ")}.`),
    help: () => "Move a part of it into a state machine of its own, started with `startExecution.sync:2`.",
  });

/** The definition fits, printed as short as JSON allows. */
export const definitionSizes = ({
  machine,
  characters,
}: Pick<MachineInput, "machine" | "characters">): readonly Diagnostic[] => {
  // Most are far below: a character has at most three bytes.
  if (characters !== undefined && characters * 3 <= quotas.definitionBytes) return [];
  if (mostBytes(machine) <= quotas.definitionBytes) return [];
  const bytes = byteLength(machineToJson(machine));
  const limit = quotas.definitionBytes;
  if (bytes <= limit) return [];
  const sizes = Object.entries(machine.States).map(([name, state]) => ({ name, bytes: byteLength(state) }));
  const largest = sizes
    .sort((left, right) => right.bytes - left.bytes)
    .slice(0, mostNamed)
    .map(({ name, bytes: size }) => `"${name}" with ${size} bytes`);
  return [definitionSize.at({ pointer: "" }, { bytes, limit, largest })];
};

const mostNamed = 3;

/** States are frozen; where a machine is edited, most of them are what they were. */
const measured = new WeakMap<State, { readonly name: string; readonly bytes: number }>();

/** A bound on the bytes of the definition: what was read says more than what is printed. */
function mostBytes({ States, ...rest }: StateMachine): number {
  let bytes = byteLength({ ...rest, States: {} });
  for (const name of Object.keys(States)) {
    const state = States[name];
    if (state !== undefined) bytes += bytesOf(name, state);
  }
  return bytes;
}

function bytesOf(name: string, state: State): number {
  const before = measured.get(state);
  if (before?.name === name) return before.bytes;
  const bytes = byteLength(name) + byteLength(state) + ":,".length;
  measured.set(state, { name, bytes });
  return bytes;
}

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
