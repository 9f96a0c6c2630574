import type { Settings } from "./settings.ts";

/**
 * Types the settings in `statewright.config.ts`; gives back what it is given.
 *
 * @example
 * ```ts
 * import { defineConfig } from "statewright";
 *
 * export default defineConfig({
 *   severity: { "data/no-choice-matches": "error" },
 *   ignore: [{ code: "transition/unreachable", file: "old.asl.json", reason: "kept until the next release" }],
 * });
 * ```
 */
export function defineConfig(settings: Settings): Settings {
  return settings;
}
