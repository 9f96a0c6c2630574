import type { Diagnostic } from "@statewright/diagnostics";
import { wrongType } from "../diagnostics/values.ts";
import type { JsonValue } from "../model/json-value.ts";
import type { StateMachine } from "../model/state-machine.ts";
import { copyJson } from "./copy-json.ts";
import { readScope } from "./read-scope.ts";
import { described } from "./read-value.ts";
import { Here, isRecord, type Reading } from "./reading.ts";

/** A definition that was read: the machine, as far as there is one, and what is wrong with it. */
export interface MachineReading {
  readonly machine?: StateMachine;
  /** At most so long is the definition as JSON text without blanks, escapes not counted. */
  readonly characters?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a definition from JSON data and checks its structure: which fields stand where, and their values.
 *
 * Never throws. A broken definition gives as much of a machine as can be read: a value of the wrong type is
 * left out, a required name that is missing is an empty text, and states of no known type are listed in
 * `unreadStates`. Only a value that is no object gives no machine.
 *
 * @example
 * ```ts
 * const { machine, diagnostics } = readMachine({ StartAt: "A", States: { A: { Type: "Succeed" } } });
 * // → machine.States.A.Type is "Succeed", diagnostics is empty
 * ```
 */
export function readMachine(json: unknown): MachineReading {
  const { value, characters, diagnostics } = copyJson(json);
  if (value === undefined) return { diagnostics };
  const { machine, diagnostics: found } = readDefinition(value);
  return { ...(machine && { machine }), characters, diagnostics: [...diagnostics, ...found] };
}

/** The same for a value that is frozen JSON already; says too which findings are about a key. */
export function readDefinition(
  value: JsonValue,
): MachineReading & { readonly aboutKeys: ReadonlySet<Diagnostic> } {
  const diagnostics: Diagnostic[] = [];
  const aboutKeys = new Set<Diagnostic>();
  if (!isRecord(value)) {
    const facts = { subject: "A definition", field: "", expected: "a JSON object", found: described(value) };
    const aws = { code: "SCHEMA_VALIDATION_FAILED", message: "Definition must be a valid JSON object" };
    return { diagnostics: [wrongType.at({ pointer: "" }, facts, { aws })], aboutKeys };
  }
  const language = Object.hasOwn(value, "QueryLanguage") ? value.QueryLanguage : "JSONPath";
  const reading: Reading = {
    diagnostics,
    aboutKeys,
    machineLanguage: language === "JSONPath" || language === "JSONata" ? language : undefined,
    report(diagnostic, aboutKey) {
      diagnostics.push(diagnostic);
      if (aboutKey !== undefined) aboutKeys.add(diagnostic);
    },
    readScope: (here, kind, record) => readScope(reading, here, kind, record),
  };
  const machine = readScope(reading, Here.start(reading.machineLanguage), "StateMachine", value);
  return { machine, diagnostics, aboutKeys };
}
