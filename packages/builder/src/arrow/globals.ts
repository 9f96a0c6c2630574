/** Functions of JavaScript that an arrow may call by their name. */
export const globalFunctions: ReadonlySet<string> = new Set([
  "String",
  "Number",
  "Boolean",
  "parseInt",
  "parseFloat",
  "isNaN",
  "isFinite",
  "encodeURIComponent",
  "decodeURIComponent",
  "encodeURI",
  "decodeURI",
  "structuredClone",
]);

/** Objects of JavaScript whose functions an arrow may call: `Math.max(a, b)`. */
export const globalObjects: ReadonlySet<string> = new Set([
  "Math",
  "JSON",
  "Object",
  "Array",
  "Number",
  "String",
  "Date",
  "crypto",
]);

/** Constants of those objects. */
export const globalConstants: ReadonlyMap<string, number> = new Map([
  ["Math.PI", Math.PI],
  ["Math.E", Math.E],
  ["Math.SQRT2", Math.SQRT2],
  ["Math.LN2", Math.LN2],
  ["Math.LN10", Math.LN10],
  ["Number.MAX_SAFE_INTEGER", Number.MAX_SAFE_INTEGER],
  ["Number.MIN_SAFE_INTEGER", Number.MIN_SAFE_INTEGER],
  ["Number.EPSILON", Number.EPSILON],
]);

/** Functions that take one value alone, so that `xs.map(String)` is `xs.map((x) => String(x))`. */
export const conversions: ReadonlySet<string> = new Set(["String", "Number", "Boolean"]);
