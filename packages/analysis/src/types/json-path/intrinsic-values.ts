import type { IntrinsicCall } from "@statewright/expressions";
import { membersOf, type Shape } from "@statewright/json-types";

/** An argument of the right type with a value that the function refuses, whatever the others are. */
export interface ValueProblem {
  /** Its place in the call. */
  readonly argument: number;
  readonly expected: string;
  readonly found: Shape;
}

/** Items that a range may have, and characters of a text that is coded or hashed (R-INTR-05). */
const mostItems = 1000;
const mostCharacters = 10_000;

type ValueRule = (
  given: readonly Shape[],
  call: IntrinsicCall,
) => readonly [argument: number, expected: string] | undefined;

/** What a call fails of for certain though the types of its arguments are right: only known values are judged. */
export function valueProblem(call: IntrinsicCall, given: readonly Shape[]): ValueProblem | undefined {
  const [argument, expected] =
    (Object.hasOwn(rules, call.name) ? rules[call.name] : undefined)?.(given, call) ?? [];
  const found = argument === undefined ? undefined : given[argument];
  return argument === undefined || expected === undefined || found === undefined
    ? undefined
    : { argument, expected, found };
}

const rules: Readonly<Record<string, ValueRule>> = {
  "States.Format": (given, call) => {
    const [first] = call.arguments;
    const text = first?.kind === "string" && textOf(given[0]) !== undefined ? first.raw : textOf(given[0]);
    if (text === undefined) return undefined;
    const holes = (text.match(/\{\}|\\[{}'\\]/g) ?? []).filter((found) => found === "{}").length;
    return holes === given.length - 1
      ? undefined
      : [0, `a template with a \`{}\` for each of the ${given.length - 1} values`];
  },
  "States.StringToJson": ([text]) => {
    const json = textOf(text);
    return json === undefined || json.trim() === "" || isJson(json) ? undefined : [0, "JSON text"];
  },
  "States.ArrayPartition": ([, size]) => {
    const length = wholeOf(size);
    return length !== undefined && length <= 0 ? [1, "greater than 0"] : undefined;
  },
  "States.ArrayRange": ([first, last, step]) => {
    const [from, to, by] = [wholeOf(first), wholeOf(last), wholeOf(step)];
    if (by === 0) return [2, "another number than 0"];
    if (from === undefined || to === undefined || by === undefined) return undefined;
    return Math.floor((to - from) / by) + 1 > mostItems
      ? [1, `at most ${mostItems} numbers away`]
      : undefined;
  },
  "States.ArrayGetItem": ([array, index]) => {
    const at = wholeOf(index);
    if (at === undefined || array === undefined) return undefined;
    const most = longest(array);
    return at < 0 || at >= most
      ? [1, `an index of the array, which has ${most === 0 ? "no items" : `at most ${most}`}`]
      : undefined;
  },
  "States.Base64Decode": ([text]) => {
    const coded = textOf(text);
    if (coded === undefined) return undefined;
    const digits = coded.replace(/=*$/, "").length;
    return !/^[A-Za-z0-9+/]*={0,2}$/.test(coded) || digits % 4 === 1 ? [0, "Base64 text"] : tooLong(coded);
  },
  "States.Base64Encode": ([text]) => tooLong(textOf(text)),
  "States.Hash": ([data, algorithm]) => {
    const name = textOf(algorithm);
    if (name !== undefined && !algorithms.has(name)) return [1, `one of ${[...algorithms].join(", ")}`];
    return tooLong(textOf(data));
  },
  "States.JsonMerge": ([, , deep]) =>
    deep?.kind === "boolean" && deep.value === true
      ? [2, "false: objects are not merged in depth"]
      : undefined,
  "States.MathRandom": ([start, end]) => {
    const [least, most] = [wholeOf(start), wholeOf(end)];
    return least !== undefined && most !== undefined && least >= most
      ? [1, `greater than ${least}`]
      : undefined;
  },
};

const algorithms: ReadonlySet<string> = new Set(["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"]);

function tooLong(text: string | undefined): readonly [number, string] | undefined {
  return text !== undefined && text.length > mostCharacters
    ? [0, `at most ${mostCharacters} characters`]
    : undefined;
}

function textOf(shape: Shape | undefined): string | undefined {
  return shape?.kind === "string" ? shape.value : undefined;
}

/** Numbers are rounded, halves up, as recorded of MathAdd. */
function wholeOf(shape: Shape | undefined): number | undefined {
  return shape?.kind === "number" && shape.value !== undefined ? Math.floor(shape.value + 0.5) : undefined;
}

function longest(array: Shape): number {
  return Math.max(
    ...membersOf(array).map((member) => (member.kind === "array" ? (member.maxItems ?? Infinity) : Infinity)),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
