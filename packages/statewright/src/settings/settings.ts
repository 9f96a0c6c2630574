/** What `statewright.config.ts` (its default export) or `statewright.config.json` may say. */
export interface Settings {
  /** The severity of a diagnostic by its code; `"off"` leaves it out. */
  readonly severity?: Readonly<Record<string, "error" | "warning" | "hint" | "off">>;
  /** Findings that are known and accepted. One that no longer applies is reported. */
  readonly ignore?: readonly Ignore[];
  /** The modules with workflows that `check FOLDER` runs, seen from the folder of the settings. */
  readonly modules?: readonly string[];
  /** What `build` writes. */
  readonly target?: "asl";
  /** How much a module may take while it is loaded; by default 10 seconds and 1,024 MB. */
  readonly loading?: { readonly seconds?: number; readonly megabytes?: number };
}

/** One accepted finding. */
export interface Ignore {
  /** The diagnostic's code: `data/unknown-field`. */
  readonly code: string;
  /** The file it is reported in, seen from the folder of the settings. */
  readonly file: string;
  /** The value in the machine that it is about, or one that holds it; without it the whole file. */
  readonly pointer?: string;
  /** Why it is accepted, for those who read it later. */
  readonly reason: string;
}

/** Settings with the place they come from. */
export interface SettingsFile {
  readonly settings: Settings;
  /** The absolute path; absent when there is no settings file. */
  readonly path?: string;
}
