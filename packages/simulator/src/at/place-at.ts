import {
  effectiveQueryLanguage,
  type JsonRecord,
  type JsonValue,
  machineToJson,
  type QueryLanguage,
  type StateMachine,
  type StateVisit,
  walkStates,
} from "@statewright/asl";
import { type JsonPointer, jsonPointer, nearestName, pointerKeys } from "@statewright/diagnostics";

/** A value inside of a state. */
export interface StatePlace {
  readonly visit: StateVisit;
  readonly language: QueryLanguage;
  /** From the state to the value: `["Output", "total"]`. */
  readonly keys: readonly string[];
  readonly value: JsonValue;
}

/** The value at a pointer into a machine; where there is none, the pointers that are most like it. */
export function placeAt(
  machine: StateMachine,
  pointer: JsonPointer,
): StatePlace | { readonly kind: "nowhere"; readonly nearest: readonly JsonPointer[] } {
  const keys = pointerKeys(pointer);
  let value: JsonValue | undefined = machineToJson(machine);
  for (const [index, key] of keys.entries()) {
    const inner = memberOf(value, key);
    if (inner === undefined)
      return { kind: "nowhere", nearest: nearestPointers(keys.slice(0, index), key, value) };
    value = inner;
  }
  const visit = stateAround(machine, pointer);
  if (visit === undefined)
    return {
      kind: "nowhere",
      nearest: walkStates(machine)
        .slice(0, 3)
        .map((one) => one.pointer),
    };
  return {
    visit,
    language: effectiveQueryLanguage(machine, visit.state),
    keys: keys.slice(pointerKeys(visit.pointer).length),
    value: value ?? null,
  };
}

/** The innermost state that a pointer leads into, not to. */
function stateAround(machine: StateMachine, pointer: JsonPointer): StateVisit | undefined {
  return walkStates(machine).findLast((visit) => pointer.startsWith(`${visit.pointer}/`));
}

function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value) && !/^(0|[1-9]\d*)$/.test(key)) return undefined;
  return Object.hasOwn(value, key) ? (value as JsonRecord)[key] : undefined;
}

function nearestPointers(
  path: readonly string[],
  key: string,
  holder: JsonValue | undefined,
): readonly JsonPointer[] {
  const names = typeof holder === "object" && holder !== null ? Object.keys(holder) : [];
  const nearest = nearestName(key, names);
  const meant = nearest === undefined ? names.slice(0, 5) : [nearest];
  return meant.map((name) => jsonPointer([...path, name]));
}
