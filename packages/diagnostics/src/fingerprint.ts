import type { Diagnostic } from "./diagnostic.ts";

/** What makes a finding the same one tomorrow: its kind and its place in the machine, never its line. */
export interface Fingerprint {
  readonly code: string;
  readonly machine?: string;
  /** The value in the machine; for a workflow, in the machine that it compiles to. */
  readonly pointer?: string;
  readonly state?: string;
}

/** The fingerprint of a finding in the machine of that name. Moving or formatting the text does not change it. */
export function fingerprint(found: Diagnostic, machine: string | undefined): Fingerprint {
  const pointer = found.emitted?.pointer ?? found.pointer;
  return Object.freeze({
    code: found.code,
    ...(machine !== undefined && { machine }),
    ...(pointer !== undefined && { pointer }),
    ...(found.state !== undefined && { state: found.state }),
  });
}

/** A fingerprint as one text, to be compared and counted. */
export function fingerprintKey({ code, machine, pointer, state }: Fingerprint): string {
  return JSON.stringify([code, machine ?? null, pointer ?? null, state ?? null]);
}
