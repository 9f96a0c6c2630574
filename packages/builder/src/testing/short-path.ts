import { type Simulation, type TimelineEntry, timeline } from "@statewright/simulator";

/**
 * The way of an execution as text, for a snapshot: one line a transition, without data and times of day.
 *
 * ```text
 * Validate
 * Charge ↻ PaymentError, again in 2 s
 * Charge
 * Paid? → Ship
 * SUCCEEDED
 * ```
 */
export function shortPath(simulation: Simulation): string {
  return timeline(simulation).map(line).join("\n");
}

function line(entry: TimelineEntry): string {
  const place = entry.inside.at(-1);
  const label =
    place === undefined ? "" : place.kind === "item" ? `[${place.index}] ` : `${place.index + 1}: `;
  return `${"  ".repeat(entry.depth)}${label}${words(entry)}`;
}

function words(entry: TimelineEntry): string {
  const { state, next = "", type = "" } = entry;
  const error = entry.error ?? "";
  switch (entry.kind) {
    case "done":
      if (type === "Choice") return `${state} → ${next}`;
      return type === "Wait" ? `${state}, ${entry.tookSeconds ?? 0} s` : state;
    case "opened":
      return entry.length === undefined ? `${state}:` : `${state}: ${entry.length} items`;
    case "retry":
      return `${state} ↻ ${error}, again in ${entry.retryInSeconds ?? 0} s`;
    case "caught":
      return `${state} ↷ ${error} → ${next}`;
    case "failed":
      return `${state} ✗ ${error}`.trimEnd();
    case "waiting":
      return `${state} … waits to be called back`;
    case "ended":
      return entry.error === undefined ? type : `${type} ${entry.error}`;
  }
}
