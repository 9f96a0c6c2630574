import { fail } from "../../evaluate/failure.ts";

/** A separator and how many digits stand to its right. */
export interface Separator {
  readonly position: number;
  readonly character: string;
}

/** What an integer picture such as `#,##0`, `Ww` or `I;o` asks for. */
export interface IntegerPicture {
  readonly primary: "decimal" | "letters" | "roman" | "words" | "sequence";
  readonly case: "upper" | "lower" | "title";
  readonly ordinal: boolean;
  /** The picture, where it is a sequence that is not supported. */
  readonly token: string;
  /** The code of the digit zero. */
  readonly zeroCode: number;
  readonly mandatoryDigits: number;
  readonly optionalDigits: number;
  /** The separators from right to left, or one that repeats at equal distances. */
  readonly separators: readonly Separator[];
  readonly regular: Separator | undefined;
}

const words: Readonly<Record<string, Pick<IntegerPicture, "primary" | "case">>> = {
  A: { primary: "letters", case: "upper" },
  a: { primary: "letters", case: "lower" },
  I: { primary: "roman", case: "upper" },
  i: { primary: "roman", case: "lower" },
  W: { primary: "words", case: "upper" },
  Ww: { primary: "words", case: "title" },
  w: { primary: "words", case: "lower" },
};

/** Reads an integer picture. */
export function readIntegerPicture(picture: string): IntegerPicture {
  const semicolon = picture.lastIndexOf(";");
  const token = semicolon === -1 ? picture : picture.slice(0, semicolon);
  const ordinal = semicolon !== -1 && picture.charAt(semicolon + 1) === "o";
  const plain = {
    primary: "sequence",
    case: "lower",
    ordinal,
    token,
    zeroCode: 0x30,
    mandatoryDigits: 0,
    optionalDigits: 0,
    separators: [],
    regular: undefined,
  } as const;
  if (Object.hasOwn(words, token)) return { ...plain, ...words[token] };
  return { ...plain, ...readDigits(token) };
}

function readDigits(token: string): Partial<IntegerPicture> {
  let zeroCode: number | undefined;
  let mandatoryDigits = 0;
  let optionalDigits = 0;
  const separators: Separator[] = [];
  for (const character of Array.from(token).reverse()) {
    const code = character.codePointAt(0) ?? 0;
    const zero = zeroCodes.find((candidate) => code >= candidate && code <= candidate + 9);
    if (zero !== undefined) {
      mandatoryDigits += 1;
      zeroCode ??= zero;
      if (zero !== zeroCode) fail("D3131");
    } else if (character === "#") {
      optionalDigits += 1;
    } else {
      separators.push({ position: mandatoryDigits + optionalDigits, character });
    }
  }
  if (mandatoryDigits === 0 || zeroCode === undefined) return {};
  return {
    primary: "decimal",
    zeroCode,
    mandatoryDigits,
    optionalDigits,
    separators,
    regular: repeating(separators),
  };
}

function repeating(separators: readonly Separator[]): Separator | undefined {
  const character = separators[0]?.character;
  if (character === undefined || separators.some((separator) => separator.character !== character))
    return undefined;
  const position = equalDistance(separators.map((separator) => separator.position));
  return position > 0 ? { position, character } : undefined;
}

/** The distance between positions that are all multiples of it, without a gap; 0 when there is none. */
export function equalDistance(positions: readonly number[]): number {
  if (positions.length === 0) return 0;
  const divisor = (left: number, right: number): number =>
    right === 0 ? left : divisor(right, left % right);
  const factor = positions.reduce((left, right) => divisor(left, right));
  return positions.every((_, index) => positions.includes((index + 1) * factor)) ? factor : 0;
}

/** The zeros of the decimal digits of Unicode's first plane. */
const zeroCodes: readonly number[] = [
  0x30, 0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
  0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
  0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];
