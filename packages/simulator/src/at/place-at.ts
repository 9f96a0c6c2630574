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
  /** From the state to the value, an element by its number: `["Choices", 0, "Output"]`. */
  readonly keys: readonly (string | number)[];
  readonly value: JsonValue;
}

/** Where no value of a state stands. */
export interface Nowhere {
  readonly kind: "nowhere";
  /** Whether something of the machine stands there all the same. */
  readonly exists: boolean;
  /** The pointer that was probably meant; the given one where something stands there. */
  readonly meant: JsonPointer;
}

/** The value at a pointer into a machine; where there is none, the pointer that was probably meant. */
export function placeAt(machine: StateMachine, pointer: JsonPointer): StatePlace | Nowhere {
  const { keys, value, exists } = follow(machineToJson(machine), pointerKeys(pointer));
  const meant = jsonPointer(keys);
  if (!exists) return { kind: "nowhere", exists, meant };
  const visit = stateAround(machine, pointer);
  if (visit === undefined) return { kind: "nowhere", exists, meant };
  const { length } = pointerKeys(visit.pointer);
  return {
    visit,
    language: effectiveQueryLanguage(machine, visit.state),
    keys: keys.slice(length),
    value,
  };
}

/** What stands at a pointer of the machine. */
export function jsonAt(machine: StateMachine, pointer: JsonPointer): JsonValue {
  return follow(machineToJson(machine), pointerKeys(pointer)).value;
}

/** The innermost state that a pointer leads into, not to. */
function stateAround(machine: StateMachine, pointer: JsonPointer): StateVisit | undefined {
  return walkStates(machine).findLast((visit) => pointer.startsWith(`${visit.pointer}/`));
}

interface Followed {
  readonly keys: readonly (string | number)[];
  readonly value: JsonValue;
  /** Whether every key was one as given. */
  readonly exists: boolean;
}

/** Follows keys into a value; a misspelt one is taken for its nearest, and the way ends where there is none. */
function follow(root: JsonValue, wanted: readonly string[]): Followed {
  const keys: (string | number)[] = [];
  let value = root;
  let exists = true;
  for (const key of wanted) {
    const found = Object.hasOwn(childrenOf(value), key) ? key : nearestKey(key, value);
    exists &&= found === key;
    if (found === undefined) return { keys, value, exists: false };
    keys.push(Array.isArray(value) ? Number(found) : found);
    value = childrenOf(value)[found] ?? null;
  }
  return { keys, value, exists };
}

function nearestKey(key: string, holder: JsonValue): string | undefined {
  if (!Array.isArray(holder)) return nearestName(key, Object.keys(childrenOf(holder)));
  return holder.length > 0 && /^\d+$/.test(key) ? String(holder.length - 1) : undefined;
}

const childless: JsonRecord = Object.freeze({});

/** The members of an object, or the elements of an array by their numbers. */
function childrenOf(value: JsonValue): JsonRecord {
  if (Array.isArray(value)) return elementsOf(value);
  return typeof value === "object" && value !== null ? (value as JsonRecord) : childless;
}

function elementsOf(list: readonly JsonValue[]): JsonRecord {
  return Object.fromEntries(list.entries());
}
