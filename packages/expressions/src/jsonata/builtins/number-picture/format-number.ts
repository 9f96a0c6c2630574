import { fail } from "../../evaluate/failure.ts";
import { bytesPerCharacter, type Meter } from "../../evaluate/meter.ts";
import type { Fields } from "../../evaluate/value.ts";
import { roundHalfEven } from "../rounding.ts";
import { type NumberPicture, readNumberPicture } from "./number-picture.ts";
import { type NumberSymbols, numberSymbols } from "./number-symbols.ts";

/** Writes a number as a picture says; the picture may have a second part for negative numbers. */
export function formatNumber(value: number, picture: string, options: Fields, meter: Meter): string {
  meter.allocate(picture.length * bytesPerCharacter);
  const symbols = numberSymbols(options);
  const texts = picture.split(symbols.separator);
  if (texts.length > 2) return fail("D3080");
  const pictures = texts.map((text) => readNumberPicture(text, symbols));
  const positive = pictures[0];
  if (!positive) return fail("D3085");
  const negative = pictures[1] ?? { ...positive, prefix: symbols.minus + positive.prefix };
  return format(value, value >= 0 ? positive : negative, symbols);
}

function format(value: number, picture: NumberPicture, symbols: NumberSymbols): string {
  const { mantissa, exponent } = scaled(adjusted(value, picture, symbols), picture);
  const rounded = roundHalfEven(mantissa, picture.mostFraction);
  let text = withPoint(rounded, picture, symbols);
  text = grouped(text, picture, symbols);
  const point = text.indexOf(symbols.decimal);
  if (!picture.text.includes(symbols.decimal) || point === text.length - 1) text = text.slice(0, -1);
  if (exponent !== undefined) {
    const digits = digitsOf(exponent, 0, symbols).padStart(picture.leastExponent, symbols.zero || " ");
    text += symbols.exponent + (exponent < 0 ? symbols.minus : "") + digits;
  }
  return picture.prefix + text + picture.suffix;
}

function adjusted(value: number, { text }: NumberPicture, { percent, perMille }: NumberSymbols): number {
  if (text.includes(percent)) return value * 100;
  return text.includes(perMille) ? value * 1000 : value;
}

/** A mantissa with as many integer digits as the picture has, and its power of ten. */
function scaled(value: number, picture: NumberPicture): { mantissa: number; exponent: number | undefined } {
  if (picture.leastExponent === 0) return { mantissa: value, exponent: undefined };
  let mantissa = value;
  let exponent = 0;
  if (value === 0 || !Number.isFinite(value)) return { mantissa, exponent };
  const most = 10 ** picture.scale;
  const least = 10 ** (picture.scale - 1);
  for (; Math.abs(mantissa) < least; exponent -= 1) mantissa *= 10;
  for (; Math.abs(mantissa) > most; exponent += 1) mantissa /= 10;
  return { mantissa, exponent };
}

function digitsOf(value: number, places: number, { zero, digits }: NumberSymbols): string {
  if (places > 100) return fail("D3001", { value });
  const text = Math.abs(value).toFixed(places);
  if (zero === "0") return text;
  return text.replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);
}

/** The digits with the decimal separator, cut and filled up to what the picture asks for. */
function withPoint(value: number, picture: NumberPicture, symbols: NumberSymbols): string {
  const digits = digitsOf(value, picture.mostFraction, symbols);
  let text = digits.includes(".") ? digits.replace(".", () => symbols.decimal) : digits + symbols.decimal;
  const { zero } = symbols;
  if (zero !== "") {
    let start = 0;
    while (text.charAt(start) === zero.charAt(0) && zero.length === 1) start += 1;
    let end = text.length;
    while (end > start && text.charAt(end - 1) === zero) end -= 1;
    text = text.slice(start, end);
  }
  const point = text.indexOf(symbols.decimal);
  const left = Math.max(0, picture.leastInteger - point);
  const right = Math.max(0, picture.leastFraction - (text.length - point - 1));
  return zero.repeat(left) + text + zero.repeat(right);
}

function grouped(text: string, picture: NumberPicture, { decimal, grouping }: NumberSymbols): string {
  let result = text;
  const insert = (at: number): void => {
    result = result.slice(0, at) + grouping + result.slice(at);
  };
  let point = result.indexOf(decimal);
  if (picture.regularGrouping > 0) {
    const groups = Math.floor((point - 1) / picture.regularGrouping);
    for (let group = 1; group <= groups; group += 1) insert(point - group * picture.regularGrouping);
  } else {
    for (const position of picture.groupingPositions) {
      insert(point - position);
      point += 1;
    }
  }
  point = result.indexOf(decimal);
  for (const position of picture.fractionGroupingPositions) insert(position + point + 1);
  return result;
}
