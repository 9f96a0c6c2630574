import type { Diagnostic } from "../diagnostic.ts";

/** What was found in one machine, with the file that was looked at: what every sink takes. */
export interface CheckedFile {
  /** The input as it was named; findings that name no other file are in it. */
  readonly file: string;
  /** The machine's name; absent for findings about a file that holds none, such as the settings. */
  readonly machine?: string;
  readonly diagnostics: readonly Diagnostic[];
}
