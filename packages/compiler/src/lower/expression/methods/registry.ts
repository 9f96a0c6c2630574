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
  ["unshift", "Build a new array: `[x, ...xs]`."],
  ["pop", "Take `xs.at(-1)`, and `xs.slice(0, -1)` for the others."],
  ["shift", "Take `xs[0]`, and `xs.slice(1)` for the others."],
  ["splice", "Build a new array with `slice` and `concat`."],
  ["toSpliced", "Build a new array with `slice` and `concat`."],
  ["fill", "Build a new array: `xs.map(() => x)`."],
  ["with", "Build a new array: `xs.map((x, i) => (i === n ? y : x))`."],
  ["forEach", "Use `map`: an expression has no side effects."],
  ["reduceRight", "Use `xs.toReversed().reduce(…)`."],
  ["keys", "Use `xs.map((_, i) => i)`."],
  ["values", "Leave it out: the array itself has the values."],
  ["entries", "Use `xs.map((x, i) => …)`, which gives the position as well."],
  ["Object.groupBy", "Use `reduce`, or do it in a Lambda function."],
  ["Object.is", "Use `===`."],
  ["Object.freeze", "Leave it out: nothing changes in an expression."],
  ["hasOwnProperty", "Use `key in object`."],
  ["parseInt", "Use `Math.trunc(Number(text))`."],
  ["parseFloat", "Use `Number(text)`."],
  ["Number.parseInt", "Use `Math.trunc(Number(text))`."],
  ["Number.parseFloat", "Use `Number(text)`."],
  ["isNaN", "JSON has no NaN: leave the test out."],
  ["Number.isNaN", "JSON has no NaN: leave the test out."],
  ["isFinite", "Use `Number.isFinite(x)`."],
  ["toFixed", "Use `Math.round(x * 100) / 100`."],
  ["toPrecision", "Use `Math.round(x * 100) / 100`."],
  ["toLocaleString", "Format it where it is shown."],
  ["localeCompare", "Compare with `a < b ? -1 : a > b ? 1 : 0`."],
  ["search", "Use `/…/.test(text)`, or `text.match(/…/)`."],
  ["matchAll", "Use `text.match(/…/g)`."],
  ["substr", "Use `.slice(a, b)`."],
  ["lastIndexOf", "Use `.split(…)`, and count its parts."],
  ["charCodeAt", "Compare the characters themselves."],
  ["codePointAt", "Compare the characters themselves."],
  ["Date.UTC", "Give the time as ISO 8601: `Date.parse('2026-01-31T00:00:00Z')`."],
]);

/** What to write instead of something that has no counterpart. */
export function adviceFor(method: string): string {
  return advice.get(method) ?? "Compute it in a Lambda function, or pass it in through the input.";
}
