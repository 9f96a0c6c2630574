import { conversions } from "./conversions.ts";
import type { GlobalLowering } from "./global-call.ts";
import { jsonFunctions } from "./json.ts";
import { madeValues } from "./made.ts";
import { mathFunctions } from "./math.ts";
import { objectFunctions } from "./objects.ts";
import { textFunctions } from "./texts.ts";

/** Every global function that has a counterpart in JSONata, by its full name. */
export const globals: ReadonlyMap<string, GlobalLowering> = new Map(
  [conversions, mathFunctions, objectFunctions, jsonFunctions, textFunctions, madeValues].flatMap((family) =>
    Object.entries(family),
  ),
);
