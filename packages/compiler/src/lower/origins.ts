import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import type { FieldOrigins, StateNode } from "../ir/workflow.ts";
import type { Lowerer } from "./fields/context.ts";

/** Notes where a state and its fields were written. */
export function stateOrigins(lowerer: Lowerer, pointer: JsonPointer, node: StateNode): void {
  lowerer.origin(pointer, node.origin);
  const fields: FieldOrigins = ("fieldOrigins" in node && node.fieldOrigins) || {};
  for (const [field, origin] of Object.entries(fields)) {
    lowerer.origin(childPointer(pointer, ...fieldPath(field)), origin);
  }
}

/** `retry.0` is the field `Retry/0`: fields carry ASL's names in camelCase. */
function fieldPath(field: string): string[] {
  const [first = "", ...rest] = field.split(".");
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest];
}
