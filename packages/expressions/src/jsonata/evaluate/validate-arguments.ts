import type { Signature, SignatureParameter } from "../signature/parse-signature.ts";
import { fail } from "./failure.ts";
import { FunctionValue } from "./function-value.ts";
import { isList, type Value } from "./value.ts";

/**
 * Fits arguments to a signature: the context takes the place of one that is left out, a single value becomes
 * an array where an array is wanted. Errors T0410, T0411 and T0412 end the evaluation.
 */
export function validateArguments(
  signature: Signature,
  args: readonly Value[],
  context: Value,
): readonly Value[] {
  const { parameters } = signature;
  if (fitsOneToOne(parameters, args)) return inOrder(parameters, args);
  const symbols = args.map(symbolOf).join("");
  const lengths = distribute(parameters, symbols, true);
  if (!lengths) return rejectArguments(parameters, args, symbols);
  const fitted: Value[] = [];
  let index = 0;
  for (const [position, parameter] of parameters.entries()) {
    const length = lengths[position] ?? 0;
    if (length === 0 && parameter.context !== undefined) {
      if (!parameter.context.includes(symbolOf(context))) fail("T0411", { value: context, index: index + 1 });
      fitted.push(context);
    } else if (length === 0) {
      fitted.push(args[index]);
      index += 1;
    } else {
      // A repeated parameter that is no array gets its first argument again and again, as in JSONata 2.0.6.
      const first = args[index];
      for (let count = 0; count < length; count += 1) {
        const taken = symbols.slice(index - count, index - count + length);
        fitted.push(parameter.type === "a" ? arrayArgument(parameter, args[index], taken, index) : first);
        index += 1;
      }
    }
  }
  return fitted;
}

/** Whether each argument is that of the parameter at its place, and those left out are optional: nearly all calls. */
function fitsOneToOne(parameters: readonly SignatureParameter[], args: readonly Value[]): boolean {
  const given = args.length;
  const count = parameters.length;
  if (given > count) return false;
  for (let index = 0; index < count; index += 1) {
    const parameter = parameters[index];
    if (parameter === undefined || parameter.many) return false;
    if (index >= given) {
      if (parameter.least > 0 || parameter.context !== undefined) return false;
    } else if (!parameter.symbols.includes(symbolOf(args[index])) || (parameter.lazy && given < count)) {
      return false;
    }
  }
  return true;
}

function inOrder(parameters: readonly SignatureParameter[], args: readonly Value[]): readonly Value[] {
  const fitted: Value[] = [];
  for (let index = 0; index < parameters.length; index += 1) {
    const parameter = parameters[index];
    const value = args[index];
    fitted.push(
      parameter?.type === "a" && index < args.length
        ? arrayArgument(parameter, value, symbolOf(value), index)
        : value,
    );
  }
  return fitted;
}

/** The letter of a value's type: `m` is a missing value, `l` is null. */
function symbolOf(value: Value): string {
  if (value instanceof FunctionValue) return "f";
  switch (typeof value) {
    case "string":
      return "s";
    case "number":
      return "n";
    case "boolean":
      return "b";
    case "object":
      if (value === null) return "l";
      return Array.isArray(value) ? "a" : "o";
    default:
      return "m";
  }
}

const plurals: Readonly<Record<string, string>> = {
  a: "arrays",
  b: "booleans",
  f: "functions",
  n: "numbers",
  o: "objects",
  s: "strings",
};

function arrayArgument(parameter: SignatureParameter, value: Value, taken: string, index: number): Value {
  if (value === undefined) return undefined;
  const { subtype } = parameter;
  const fits = isList(value) ? fitsElements(value, subtype) : subtype === undefined || taken === subtype;
  if (!fits) fail("T0412", { value, index: index + 1, type: plurals[subtype ?? ""] });
  return isList(value) ? value : [value];
}

function fitsElements(list: readonly Value[], subtype: string | undefined): boolean {
  if (subtype === undefined || list.length === 0) return true;
  const wanted = subtype.charAt(0);
  for (const item of list) if (symbolOf(item) !== wanted) return false;
  return true;
}

/**
 * How many arguments each parameter takes, the earlier ones as many as they can; nothing when they do not fit.
 * Dead ends are remembered, so that hostile signatures cost no more than parameters times arguments.
 */
function distribute(
  parameters: readonly SignatureParameter[],
  symbols: string,
  whole: boolean,
): readonly number[] | undefined {
  const lengths: number[] = [];
  const dead = new Set<number>();
  const from = (position: number, at: number): boolean => {
    const parameter = parameters[position];
    if (!parameter) return !whole || at === symbols.length;
    const key = position * (symbols.length + 1) + at;
    if (dead.has(key)) return false;
    for (const length of choices(parameter, symbols, at)) {
      lengths[position] = length;
      if (from(position + 1, at + length)) return true;
    }
    dead.add(key);
    return false;
  };
  return from(0, 0) ? lengths : undefined;
}

function choices(parameter: SignatureParameter, symbols: string, at: number): readonly number[] {
  let most = 0;
  while (
    at + most < symbols.length &&
    (parameter.many || most === 0) &&
    parameter.symbols.includes(symbols.charAt(at + most))
  ) {
    most += 1;
  }
  const lengths: number[] = [];
  for (let length = most; length >= parameter.least; length -= 1) lengths.push(length);
  return parameter.lazy ? lengths.reverse() : lengths;
}

function rejectArguments(
  parameters: readonly SignatureParameter[],
  args: readonly Value[],
  symbols: string,
): never {
  let good = 0;
  for (let count = 1; count <= parameters.length; count += 1) {
    const lengths = distribute(parameters.slice(0, count), symbols, false);
    if (!lengths) break;
    good = lengths.reduce((sum, length) => sum + length, 0);
  }
  return fail("T0410", { value: args[good], index: good + 1 });
}
