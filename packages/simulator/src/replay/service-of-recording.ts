import type { ServiceBehaviour } from "../execution/service-behaviour.ts";
import type { Recording } from "./recording.ts";

/** From these days on recordings show the service as it is today. */
const redrives = "2023-11-15";
const objectItems = "2025-01-01";

/** How the service behaved when the recording was made; one without a date shows its age by what happened in it. */
export function serviceOf({ expected, recorded }: Recording): ServiceBehaviour {
  if (recorded !== undefined)
    return { objectItems: recorded >= objectItems, redriveCount: recorded >= redrives };
  const shown = textOf(expected);
  return {
    objectItems: !shown.includes("Expected 'array', but was 'object'"),
    redriveCount: shown.includes('"RedriveCount"') || !shown.includes('"RoleArn"'),
  };
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return ""; // deeper than any text
  }
}
