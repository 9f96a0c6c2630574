import type { ObjectKind } from "../../../asl/src/fields/field.ts";
import { objectFields } from "../../../asl/src/fields/object-fields.ts";
import { stateFields } from "../../../asl/src/fields/state-fields.ts";

// Which fields of the language stand in a machine, by the kind of object that has them.

/** A field that stands somewhere: `Task.TimeoutSeconds`, and the value it has there. */
export interface UsedField {
  readonly field: string;
  readonly value: unknown;
}

/** Every field of every object of a machine, as its text has it. */
export function usedFields(machine: unknown): readonly UsedField[] {
  const used: UsedField[] = [];
  const visit = (kind: string, object: unknown): void => {
    if (Array.isArray(object)) {
      for (const one of object) visit(kind, one);
      return;
    }
    if (typeof object !== "object" || object === null) return;
    const name = kind === "State" ? String((object as { Type?: unknown }).Type) : kind;
    const row = name in stateFields ? stateFields[name as "Task"] : objectFields[name as ObjectKind];
    for (const [field, value] of Object.entries(object)) {
      used.push({ field: `${name}.${field}`, value });
      const inner = row?.fields[field]?.kind;
      if (inner === "states") visit("State", Object.values(value as object));
      else if (inner !== undefined && inner in objectFields) visit(inner, value);
    }
  };
  visit("StateMachine", machine);
  return used;
}
