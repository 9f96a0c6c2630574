import { type AwsDiagnostic, type JsonPointer, pointerKeys } from "@statewright/diagnostics";

/** A pointer as AWS writes a location: `/States/C/Choices[0]/Next` (R-DIAG-03). */
export function awsLocation(pointer: JsonPointer): string {
  if (pointer === "") return "/";
  let location = "";
  let previous = "";
  for (const key of pointerKeys(pointer)) {
    location += /^\d+$/.test(key) && previous !== "States" ? `[${key}]` : `/${key}`;
    previous = key;
  }
  return location;
}

/** AWS's words for a structural finding. */
export function schemaValidation(pointer: JsonPointer, message: string): AwsDiagnostic {
  return { code: "SCHEMA_VALIDATION_FAILED", location: awsLocation(pointer), message };
}
