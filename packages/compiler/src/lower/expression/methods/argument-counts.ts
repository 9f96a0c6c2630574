import type { CallExpression } from "../../../ir/arrow.ts";

/**
 * How many arguments of a method or function are compiled. JavaScript gives some of those behind them a meaning
 * (`includes(x, from)`, `toString(16)`), which would be lost.
 */
const most: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: "trim trimStart trimEnd toUpperCase toLowerCase toReversed reverse toString Date.now crypto.randomUUID Math.random toISOString toJSON getTime valueOf",
    1: `map filter find findLast findIndex findLastIndex some every flatMap toSorted sort includes indexOf lastIndexOf at
      join flat startsWith endsWith charAt repeat match String Number Boolean Math.floor Math.ceil Math.abs Math.sqrt
      Math.round Math.trunc Math.sign Number.isInteger Number.isSafeInteger Number.isFinite JSON.parse Object.keys
      Object.values Object.entries Object.fromEntries Array.isArray structuredClone encodeURIComponent decodeURIComponent
      encodeURI decodeURI Date.parse new\u00a0Date new\u00a0Set`,
    2: "slice substring split replace replaceAll reduce padStart padEnd Math.pow Object.hasOwn Array.from",
  }).flatMap(([count, names]) =>
    names.split(/[ \n]+/).map((name) => [name.replace("\u00a0", " "), Number(count)]),
  ),
);

/** Why a call has too many arguments, if it has. */
export function superfluous(node: CallExpression): readonly [reason: string, instead: string] | undefined {
  const count = most.get(node.method);
  if (count === undefined || node.arguments.length <= count) return undefined;
  const counted = count === 0 ? "no argument" : count === 1 ? "one argument" : `${count} arguments`;
  const instead = advice.get(node.method) ?? "Leave the others out.";
  return [`\`${node.method}\` takes ${counted} here.`, instead];
}

const advice: ReadonlyMap<string, string> = new Map([
  ["includes", "Take the part to look at first: `.slice(n).includes(x)`."],
  ["indexOf", "Look with `.findIndex((x, i) => i >= n && …)`."],
  ["startsWith", "Take the part to look at first: `.slice(n).startsWith(x)`."],
  ["endsWith", "Take the part to look at first: `.slice(0, n).endsWith(x)`."],
  [
    "toString",
    "JSONata writes numbers to other bases with no function of JavaScript; do it in a Lambda function.",
  ],
  ["map", "Leave the others out; an arrow function needs no `this`."],
]);
