import { arrayMethods } from "./array-methods.ts";
import type { MethodLowering } from "./invocation.ts";
import { reducingMethods } from "./reducing.ts";
import { searchMethods } from "./searching.ts";
import { sharedMethods } from "./shared.ts";
import { sortingMethods } from "./sorting.ts";
import { textMethods } from "./text.ts";

/** Every method that has a counterpart in JSONata. */
export const methods: ReadonlyMap<string, MethodLowering> = new Map(
  [arrayMethods, searchMethods, reducingMethods, sortingMethods, sharedMethods, textMethods].flatMap(
    (family) => Object.entries(family),
  ),
);

const advice: ReadonlyMap<string, string> = new Map([
  ["push", "Build a new array: `[...xs, x]`."],
  ["splice", "Build a new array with `slice` and `concat`."],
  ["forEach", "Use `map`: an expression has no side effects."],
  ["parseInt", "Use `Math.floor(Number(text))`."],
  ["parseFloat", "Use `Number(text)`."],
  ["toFixed", "Use `Math.round(x * 100) / 100`."],
  ["localeCompare", "Compare with `a < b ? -1 : 1`."],
  ["match", "Do it in a Lambda function."],
  ["test", "Use `includes`, `startsWith` or `endsWith`."],
]);

/** What to write instead of something that has no counterpart. */
export function adviceFor(method: string): string {
  return advice.get(method) ?? "Compute it in a Lambda function, or pass it in through the input.";
}
