import { fail } from "../../evaluate/failure.ts";
import { equalDistance } from "../integer/integer-picture.ts";
import type { NumberSymbols } from "./number-symbols.ts";

/** What one sub-picture of `$formatNumber` asks for. */
export interface NumberPicture {
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The distance at which separators repeat; 0 when they stand at `groupingPositions`. */
  readonly regularGrouping: number;
  readonly groupingPositions: readonly number[];
  readonly fractionGroupingPositions: readonly number[];
  readonly leastInteger: number;
  /** How many digits the integer part of a mantissa has. */
  readonly scale: number;
  readonly leastFraction: number;
  readonly mostFraction: number;
  readonly leastExponent: number;
}

interface Parts {
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly active: string;
  readonly mantissa: string;
  readonly exponent: string | undefined;
  readonly integer: string;
  readonly fraction: string;
}

/** Reads one sub-picture; errors D3081 to D3093. */
export function readNumberPicture(text: string, symbols: NumberSymbols): NumberPicture {
  const parts = splitPicture(text, symbols);
  const error = problemOf(parts, symbols);
  return error === undefined ? analyse(parts, symbols) : fail(error);
}

function isActive(character: string, symbols: NumberSymbols): boolean {
  const { digits, decimal, exponent, grouping, digit, separator } = symbols;
  return digits.includes(character) || [decimal, exponent, grouping, digit, separator].includes(character);
}

function splitPicture(text: string, symbols: NumberSymbols): Parts {
  const bounds: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (isActive(character, symbols) && character !== symbols.exponent) bounds.push(index);
  }
  const prefix = text.slice(0, bounds[0] ?? 0);
  const suffix = text.slice((bounds.at(-1) ?? text.length - 1) + 1);
  const active = text.substring(prefix.length, text.length - suffix.length);
  const at = text.indexOf(symbols.exponent, prefix.length);
  const scientific = at !== -1 && at <= text.length - suffix.length;
  const mantissa = scientific ? active.substring(0, at) : active;
  const point = mantissa.indexOf(symbols.decimal);
  return {
    text,
    prefix,
    suffix,
    active,
    mantissa,
    exponent: scientific ? active.substring(at + 1) : undefined,
    integer: point === -1 ? mantissa : mantissa.substring(0, point),
    fraction: point === -1 ? suffix : mantissa.substring(point + 1),
  };
}

/** The last rule that is broken, which is the one that JSONata reports. */
function problemOf(parts: Parts, symbols: NumberSymbols): string | undefined {
  const { text, mantissa, active, integer, fraction, exponent } = parts;
  const { digits, decimal, grouping, percent, perMille, digit } = symbols;
  const isDigit = (character: string): boolean => digits.includes(character);
  const twice = (symbol: string): boolean => text.indexOf(symbol) !== text.lastIndexOf(symbol);
  const point = text.indexOf(decimal);
  const nextToPoint = text.charAt(point - 1) === grouping || text.charAt(point + 1) === grouping;
  const firstOptional = integer.indexOf(digit);
  const lastOptional = fraction.lastIndexOf(digit);
  const scaled = text.includes(percent) || text.includes(perMille);
  const rules: readonly (readonly [string, boolean])[] = [
    ["D3081", twice(decimal)],
    ["D3082", twice(percent)],
    ["D3083", twice(perMille)],
    ["D3084", text.includes(percent) && text.includes(perMille)],
    ["D3085", !mantissa.split("").some((character) => isDigit(character) || character === digit)],
    ["D3086", active.split("").some((character) => !isActive(character, symbols))],
    ["D3087", point !== -1 && nextToPoint],
    ["D3088", point === -1 && integer.slice(-1) === grouping],
    ["D3089", text.includes(grouping + grouping)],
    ["D3090", firstOptional !== -1 && integer.slice(0, firstOptional).split("").some(isDigit)],
    ["D3091", lastOptional !== -1 && fraction.slice(lastOptional).split("").some(isDigit)],
    ["D3092", exponent !== undefined && exponent.length > 0 && scaled],
    ["D3093", exponent !== undefined && (exponent.length === 0 || !exponent.split("").every(isDigit))],
  ];
  return rules.findLast(([, broken]) => broken)?.[0];
}

function analyse(parts: Parts, symbols: NumberSymbols): NumberPicture {
  const { digits, digit } = symbols;
  const count = (text: string, optional: boolean): number =>
    text.split("").filter((character) => digits.includes(character) || (optional && character === digit))
      .length;
  const scale = count(parts.integer, false);
  const scientific = parts.exponent !== undefined;
  let leastInteger = scale;
  let leastFraction = count(parts.fraction, false);
  let mostFraction = count(parts.fraction, true);
  if (leastInteger === 0 && mostFraction === 0) {
    if (scientific) {
      leastFraction = 1;
      mostFraction = 1;
    } else {
      leastInteger = 1;
    }
  }
  if (scientific && leastInteger === 0 && parts.integer.includes(digit)) leastInteger = 1;
  if (leastInteger === 0 && leastFraction === 0) leastFraction = 1;
  const groupingPositions = separatorPositions(parts.integer, parts.integer, false, count, symbols.grouping);
  return {
    text: parts.text,
    prefix: parts.prefix,
    suffix: parts.suffix,
    regularGrouping: equalDistance(groupingPositions),
    groupingPositions,
    fractionGroupingPositions: separatorPositions(
      parts.fraction,
      parts.integer,
      true,
      count,
      symbols.grouping,
    ),
    leastInteger,
    scale,
    leastFraction,
    mostFraction,
    leastExponent: scientific ? count(parts.exponent ?? "", false) : 0,
  };
}

/** How many digits stand beside each separator. After the first, JSONata 2.0.6 looks on in the integer part. */
function separatorPositions(
  part: string,
  integer: string,
  toLeft: boolean,
  count: (text: string, optional: boolean) => number,
  grouping: string,
): readonly number[] {
  const positions: number[] = [];
  if (grouping === "") return positions;
  for (let at = part.indexOf(grouping); at !== -1; at = integer.indexOf(grouping, at + 1)) {
    positions.push(count(toLeft ? part.slice(0, at) : part.slice(at), true));
  }
  return positions;
}
