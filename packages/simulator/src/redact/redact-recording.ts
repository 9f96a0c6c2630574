import type { Json } from "@statewright/json-types";
import { isJsonObject, memberOf } from "../json/json-object.ts";
import { setMember } from "../json/json-text.ts";
import { redact } from "./redact.ts";

/** Members of a recording that hold values of the execution. */
const values = new Set([
  "input",
  "output",
  "result",
  "submitted",
  "cause",
  "parameters",
  "assignedVariables",
]);

/**
 * A recording without the values of its execution: the machine, names of states and errors, ids and types stay. Such a
 * recording can be shown and diagnosed; run again it may go another way, since its data says nothing.
 */
export function redactRecording(document: Json): Json {
  const tasks = memberOf(document, "tasks");
  const expected = memberOf(document, "expected");
  const history = memberOf(expected, "history");
  return {
    ...shallow(document),
    ...(tasks !== undefined && { tasks: each(tasks, shallow) }),
    ...(expected !== undefined && {
      expected: {
        ...shallow(expected),
        ...(history !== undefined && {
          history: each(history, (event) => {
            const details = memberOf(event, "details") ?? null;
            return { ...(isJsonObject(event) && event), details: shallow(details) };
          }),
        }),
      },
    }),
  };
}

/** The same with its values redacted. */
function shallow(holder: Json): Readonly<Record<string, Json>> {
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(isJsonObject(holder) ? holder : {}))
    setMember(copy, key, values.has(key) ? redact(value) : value);
  return copy;
}

function each(list: Json, change: (item: Json) => Json): Json {
  return Array.isArray(list) ? list.map((item: Json) => change(item)) : list;
}
