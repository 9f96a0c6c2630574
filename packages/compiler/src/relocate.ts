import type { Diagnostic, JsonPointer, Related } from "@statewright/diagnostics";
import type { Origin } from "./ir/origin.ts";
import type { Origins } from "./lowering.ts";

/**
 * Brings findings on an emitted machine home to the TypeScript that wrote it.
 *
 * A finding gets the file and position of the nearest call: the origin with the longest pointer that leads to
 * it. Its place in the machine stands in `emitted`. A fix that would change the machine's text is left out,
 * because the next build would write the old text again. What already has a file stays as it is.
 *
 * @example
 * ```ts
 * relocate([{ code: "data/unknown-field", pointer: "/States/Charge/Output", … }], origins);
 * // → [{ …, file: "file:///order.ts", range: …, emitted: { pointer: "/States/Charge/Output" } }]
 * ```
 */
export function relocate(diagnostics: readonly Diagnostic[], origins: Origins): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => relocated(diagnostic, origins));
}

function relocated(diagnostic: Diagnostic, origins: Origins): Diagnostic {
  const { pointer, fixes, related, within, range, ...rest } = diagnostic;
  if (pointer === undefined) return diagnostic;
  const emitted = diagnostic.emitted ?? { pointer };
  const kept = related && { related: related.map((one) => relatedHome(one, origins)) };
  if (diagnostic.file !== undefined) {
    return { ...rest, pointer, ...(range && { range }), emitted, ...(fixes && { fixes }), ...kept };
  }
  const origin = originOf(pointer, origins);
  if (!origin) return diagnostic;
  const ownFixes = fixes?.filter((fix) => fix.edits.every((edit) => edit.pointer === undefined));
  return {
    ...rest,
    pointer,
    file: origin.file,
    range: { start: origin.position, end: origin.position },
    emitted,
    ...(ownFixes && ownFixes.length > 0 && { fixes: ownFixes }),
    ...kept,
  };
}

function relatedHome(related: Related, origins: Origins): Related {
  if (related.pointer === undefined || related.file !== undefined) return related;
  const origin = originOf(related.pointer, origins);
  if (!origin) return related;
  const { within: _, ...rest } = related;
  return { ...rest, file: origin.file, range: { start: origin.position, end: origin.position } };
}

function originOf(pointer: JsonPointer, origins: Origins): Origin | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    if (Object.hasOwn(origins, at)) return origins[at];
    if (at === "" || !at.includes("/")) return undefined;
  }
}
