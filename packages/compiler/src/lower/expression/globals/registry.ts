import { conversions } from "./conversions.ts";
import type { GlobalLowering } from "./global-call.ts";
import { jsonFunctions } from "./json.ts";
import { mathFunctions } from "./math.ts";
import { objectFunctions } from "./objects.ts";

/** Every global function that has a counterpart in JSONata, by its full name. */
export const globals: ReadonlyMap<string, GlobalLowering> = new Map(
  [conversions, mathFunctions, objectFunctions, jsonFunctions].flatMap((family) => Object.entries(family)),
);
