import { type JsonPointer, jsonPointer, pointerKeys } from "@statewright/diagnostics";

/** The innermost state that a pointer is in; keys of data that are called `States` are none. */
export function statePointerIn(pointer: JsonPointer): JsonPointer | undefined {
  const keys = pointerKeys(pointer);
  let found = 0;
  let body = 0;
  for (let at = 0; keys[at] === "States" && at + 1 < keys.length; at = found + body) {
    found = at + 2;
    body = lengthOfBody(keys[found]);
    if (body === 0) break;
  }
  return found === 0 ? undefined : jsonPointer(keys.slice(0, found));
}

/** The scope that the state at a pointer belongs to: the machine is the empty pointer. */
export function scopeOf(state: JsonPointer): JsonPointer {
  return jsonPointer(pointerKeys(state).slice(0, -2));
}

/** How many keys lead from a state into the states inside of it; 0 where the key leads to none. */
function lengthOfBody(key: string | undefined): number {
  if (key === "Branches") return 2;
  return key === "ItemProcessor" || key === "Iterator" ? 1 : 0;
}
