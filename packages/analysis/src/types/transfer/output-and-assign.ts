import type { JsonRecord, JsonValue } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import type { Shape } from "@statewright/json-types";
import { assignVariables, type Variables } from "../environment.ts";
import { evaluateAssign, evaluateTemplate } from "../evaluate-template.ts";
import type { Sight } from "../sight.ts";
import type { World } from "../world.ts";

/** The two fields with which a state, a choice rule or a catcher shapes what it hands on. */
export interface HandingOn {
  readonly Output?: JsonValue;
  readonly Assign?: JsonRecord;
}

/** What is handed on: `Output`, or what stands for it, and the variables after `Assign` (R-JA-12, R-JA-15). */
export function outputAndAssign(
  fields: HandingOn,
  otherwise: Shape,
  pointer: JsonPointer,
  sight: Sight,
  world: World,
): { readonly output: Shape; readonly variables: Variables } {
  const output =
    fields.Output === undefined
      ? otherwise
      : evaluateTemplate(fields.Output, childPointer(pointer, "Output"), sight, world);
  const assigned = evaluateAssign(fields.Assign, childPointer(pointer, "Assign"), sight, world);
  return { output, variables: assignVariables(sight.variables, assigned) };
}
