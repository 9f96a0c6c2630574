import type { Json, JsonObject } from "@statewright/json-types";
import type { ReadEvent } from "../history/read-history.ts";
import { memberOf } from "../json/json-object.ts";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const tokenText = /[A-Za-z0-9+/=_-]{100,}/g;
const isoTime = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/**
 * Puts masks where another execution has another value: task tokens, the times that states were entered at, the role,
 * and UUIDs that neither the input nor a task brought.
 */
export function maskChangingValues(recording: JsonObject, events: readonly ReadEvent[]): Json {
  const masks = new Map<string, string>();
  const mask = (value: string, name: string) => {
    if (!masks.has(value)) masks.set(value, `<${name}:${masks.size + 1}>`);
  };
  const { input, tasks, expected } = recording;
  const brought = new Set(JSON.stringify([input, tasks]).match(uuid));
  for (const { type, details, time, roleArn } of events) {
    if (roleArn !== undefined) mask(roleArn, "role-arn");
    if (type.endsWith("StateEntered") && time !== undefined)
      mask(new Date(time).toISOString(), "entered-time");
    const resource = memberOf(details, "resource");
    if (type === "TaskScheduled" && typeof resource === "string" && resource.endsWith("waitForTaskToken"))
      for (const [token] of JSON.stringify(details).matchAll(tokenText)) mask(token, "task-token");
    for (const [one] of JSON.stringify(details).matchAll(uuid)) if (!brought.has(one)) mask(one, "uuid");
  }
  const masked = (value: Json): Json => {
    let text = JSON.stringify(value);
    for (const pattern of [tokenText, isoTime, uuid])
      text = text.replace(pattern, (found) => masks.get(found) ?? found);
    for (const [found, name] of masks) if (name.startsWith("<role-arn")) text = text.replaceAll(found, name);
    return JSON.parse(text) as Json;
  };
  const [maskedInput = null, maskedTasks = null, maskedExpected = null] = [input, tasks, expected].map(
    (part) => masked(part ?? null),
  );
  return {
    ...recording,
    input: maskedInput,
    tasks: maskedTasks,
    expected: maskedExpected,
    placeholders: [...masks.values()],
  };
}
