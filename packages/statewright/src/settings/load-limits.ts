import { defaultLimits, type LoadLimits } from "../modules/loader.ts";
import type { Settings } from "./settings.ts";

/** How much a module may take under these settings. */
export function limitsOf({ loading }: Settings): LoadLimits {
  return { ...defaultLimits, ...loading };
}
