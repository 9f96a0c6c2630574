const few =
  "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen".split(
    " ",
  );
const fewOrdinals =
  "Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth".split(
    " ",
  );
const tens = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety Hundred".split(" ");
const magnitudes = ["Thousand", "Million", "Billion", "Trillion"];

/** A whole number in English words: `One Hundred and Five`, as an ordinal `One Hundred and Fifth`. */
export function wordsOf(value: number, ordinal: boolean): string {
  return inWords(value, false, ordinal);
}

/** `follows` tells that a larger part stands before. */
function inWords(value: number, follows: boolean, ordinal: boolean): string {
  if (value <= 19) return (follows ? " and " : "") + ((ordinal ? fewOrdinals : few)[value] ?? "");
  if (value < 100) return (follows ? " and " : "") + inTens(value, ordinal);
  const magnitude = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), magnitudes.length);
  const factor = magnitude === 0 ? 100 : 10 ** (magnitude * 3);
  const count = Math.floor(value / factor);
  const rest = value - count * factor;
  const unit = magnitude === 0 ? "Hundred" : magnitudes[magnitude - 1];
  const start = `${follows ? ", " : ""}${inWords(count, false, false)} ${unit}`;
  if (rest > 0) return start + inWords(rest, true, ordinal);
  return ordinal ? `${start}th` : start;
}

function inTens(value: number, ordinal: boolean): string {
  const word = tens[Math.floor(value / 10) - 2] ?? "";
  if (value % 10 > 0) return `${word}-${inWords(value % 10, false, ordinal)}`;
  return ordinal ? `${word.slice(0, -1)}ieth` : word;
}

/** Every word that a number can be written with, and what it counts. */
export const wordValues: ReadonlyMap<string, number> = new Map([
  ...few.map((word, value) => [word.toLowerCase(), value] as const),
  ...fewOrdinals.map((word, value) => [word.toLowerCase(), value] as const),
  ...tens.flatMap((word, index) => {
    const lower = word.toLowerCase();
    const value = (index + 2) * 10;
    return [[lower, value] as const, [`${lower.slice(0, -1)}ieth`, value] as const];
  }),
  ["hundredth", 100] as const,
  ...magnitudes.flatMap((word, index) => {
    const value = 10 ** ((index + 1) * 3);
    return [[word.toLowerCase(), value] as const, [`${word.toLowerCase()}th`, value] as const];
  }),
]);

/** The number that lower-case words stand for; NaN for a word that is no number. */
export function numberOfWords(text: string): number {
  const parts: number[] = [0];
  for (const word of text.split(/,\s|\sand\s|[\s\\-]/)) {
    const value = wordValues.get(word) ?? Number.NaN;
    const last = parts.pop() ?? 0;
    if (!(value < 100)) parts.push(last * value);
    else if (last >= 1000) parts.push(last, value);
    else parts.push(last + value);
  }
  return parts.reduce((sum, part) => sum + part, 0);
}
