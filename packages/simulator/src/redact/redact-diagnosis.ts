import type { Json } from "@statewright/json-types";
import type { Diagnosis } from "../diagnose/diagnosis.ts";
import { redact } from "./redact.ts";

/** A diagnosis without the values of the execution: names of states, fields and errors stay, and so do expressions. */
export function redactDiagnosis(diagnosis: Diagnosis): Diagnosis {
  const { cause, found, earlier, expected } = diagnosis;
  return {
    ...diagnosis,
    cause: redact(cause),
    ...(found && { found: { ...found, value: redact(found.value) } }),
    ...(expected !== undefined && { expected: withoutText(expected) }),
    ...(earlier && { earlier: { ...earlier, cause: redact(earlier.cause as Json) } }),
  };
}

/** What an expression threw may quote what it was given. */
function withoutText(expected: string): string {
  return expected.replace(/ \([A-Z]\d{4}: .*$/s, "");
}
