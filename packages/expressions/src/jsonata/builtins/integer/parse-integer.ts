import { fail } from "../../evaluate/failure.ts";
import type { IntegerPicture } from "./integer-picture.ts";
import { numberOfLetters } from "./letters.ts";
import { numberOfWords, wordValues } from "./number-words.ts";
import { numberOfRoman } from "./roman.ts";

/** How an integer of a picture is found in a text and read. */
export interface IntegerReader {
  /** A regular expression without groups, for matching in any case. */
  readonly pattern: string;
  parse(text: string): number;
}

/** The reader of a picture; `width` is how many digits there are, where neighbours leave no other way to tell. */
export function integerReader(picture: IntegerPicture, width = 0): IntegerReader {
  const upper = picture.case === "upper";
  switch (picture.primary) {
    case "letters":
      return {
        pattern: upper ? "[A-Z]+" : "[a-z]+",
        parse: (text) => numberOfLetters(text, upper ? "A" : "a"),
      };
    case "roman":
      return {
        pattern: upper ? "[MDCLXVI]+" : "[mdclxvi]+",
        parse: (text) => numberOfRoman(upper ? text : text.toUpperCase()),
      };
    case "words":
      return {
        pattern: `(?:${[...wordValues.keys(), "and", "[\\-, ]"].join("|")})+`,
        parse: (text) => numberOfWords(text.toLowerCase()),
      };
    case "decimal":
      return { pattern: digitPattern(picture, width), parse: (text) => numberOfDigits(text, picture) };
    case "sequence":
      return fail("D3130", { value: picture.token });
  }
}

function digitPattern({ optionalDigits, ordinal }: IntegerPicture, width: number): string {
  const least = optionalDigits === 0 ? `{${width}}` : `{${width - optionalDigits},${width}}`;
  return `[0-9]${width > 0 ? least : "+"}${ordinal ? "(?:th|st|nd|rd)" : ""}`;
}

function numberOfDigits(text: string, { ordinal, regular, separators, zeroCode }: IntegerPicture): number {
  let digits = ordinal ? text.slice(0, -2) : text;
  if (regular) digits = digits.replaceAll(",", "");
  else for (const { character } of separators) digits = digits.replaceAll(character, "");
  if (zeroCode !== 0x30) {
    const shift = (digit: string): number => Math.max(0, (digit.codePointAt(0) ?? 0) - zeroCode + 0x30);
    digits = digits
      .split("")
      .map((digit) => String.fromCodePoint(shift(digit)))
      .join("");
  }
  return Number.parseInt(digits, 10);
}
