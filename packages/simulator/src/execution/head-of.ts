import type { Draft } from "./draft.ts";
import type { Execution } from "./execution.ts";
import type { Part, PartId } from "./part.ts";
import type { Patch } from "./patch.ts";

/** What a draft has come to, but for its parts. */
export function headOf(draft: Draft): Patch["head"] {
  const { base, output, error, cause } = draft;
  return {
    format: 1,
    definition: base.definition,
    identity: base.identity,
    status: draft.status === "REFUSED" ? "ABORTED" : draft.status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    eventCount: draft.eventCount,
    transitions: draft.transitions,
    draws: draft.draws,
    ready: draft.ready.slice(draft.head),
    ...unfinishedOf(draft),
  };
}

/** What a redrive goes on with: everything as it was before the failure closed it (R-ERR-26). */
function unfinishedOf(draft: Draft): Pick<Execution, "unfinished"> {
  const { base, changed, closing, left, status, now } = draft;
  const unsuccessful = status === "FAILED" || status === "TIMED_OUT" || status === "ABORTED";
  if (!unsuccessful || base.status !== "RUNNING" || base.identity.type !== "STANDARD") return {};
  const parts: Record<PartId, Part> = Object.assign(Object.create(null) as Record<PartId, Part>, base.parts);
  for (const [id, part] of [...changed, ...(closing ?? [])]) {
    if (part === undefined) delete parts[id];
    else parts[id] = part;
  }
  return { unfinished: { endedAt: now, parts, ready: left } };
}
