import { fail, failBudget } from "../../evaluate/failure.ts";
import type { IntegerPicture } from "./integer-picture.ts";
import { lettersOf } from "./letters.ts";
import { wordsOf } from "./number-words.ts";
import { romanOf } from "./roman.ts";

/** Writes a whole number as `picture` says. */
export function formatInteger(value: number, picture: IntegerPicture): string {
  // Only digits can say so; with the others JSONata 2.0.6 does not come to an end.
  const endless = value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
  if (endless && picture.primary !== "decimal") return fail("D1001", { value });
  const text = formatPositive(Math.abs(value), picture);
  return value < 0 ? `-${text}` : text;
}

function formatPositive(value: number, picture: IntegerPicture): string {
  switch (picture.primary) {
    case "letters":
      return lettersOf(value, picture.case === "upper" ? "A" : "a");
    case "roman":
      if (value > largestRoman) failBudget("memory");
      return inCase(romanOf(value), picture);
    case "words":
      return inCase(wordsOf(value, picture.ordinal), picture);
    case "decimal":
      return formatDigits(value, picture);
    case "sequence":
      return fail("D3130", { value: picture.token });
  }
}

/** Beyond it the numerals alone would be longer than a payload may be. */
const largestRoman = 100_000_000;

function inCase(text: string, picture: IntegerPicture): string {
  if (picture.case === "upper") return text.toUpperCase();
  return picture.case === "lower" ? text.toLowerCase() : text;
}

function formatDigits(value: number, picture: IntegerPicture): string {
  if (picture.mandatoryDigits > mostDigits) failBudget("memory");
  let text = String(value).padStart(picture.mandatoryDigits, "0");
  if (picture.zeroCode !== 0x30) {
    text = Array.from(text, (digit) =>
      String.fromCodePoint((digit.codePointAt(0) ?? 0) + picture.zeroCode - 0x30),
    ).join("");
  }
  text = picture.regular
    ? separated(text, picture.regular.position, picture.regular.character)
    : atPositions(text, picture);
  return picture.ordinal ? text + ordinalSuffix(text) : text;
}

/** A width in a picture is a number that anybody can write. */
const mostDigits = 1_000_000;

function separated(text: string, distance: number, character: string): string {
  const parts: string[] = [];
  for (let end = text.length; end > 0; end -= distance)
    parts.unshift(text.slice(Math.max(0, end - distance), end));
  return parts.join(character);
}

function atPositions(text: string, { separators }: IntegerPicture): string {
  let result = text;
  for (const { position, character } of separators.toReversed()) {
    const at = result.length - position;
    result = result.slice(0, Math.max(0, at)) + character + result.slice(at < 0 ? result.length + at : at);
  }
  return result;
}

function ordinalSuffix(text: string): string {
  if (text.length > 1 && text.at(-2) === "1") return "th";
  return { 1: "st", 2: "nd", 3: "rd" }[text.at(-1) ?? ""] ?? "th";
}
