const numerals: readonly (readonly [number, string])[] = [
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** A whole number in lower-case Roman numerals; every thousand is an `m`. */
export function romanOf(value: number): string {
  let text = "m".repeat(Math.floor(value / 1000));
  let rest = value % 1000;
  for (const [worth, numeral] of numerals) {
    for (; rest >= worth; rest -= worth) text += numeral;
  }
  return text;
}

const worths: ReadonlyMap<string, number> = new Map(
  Object.entries({ M: 1000, D: 500, C: 100, L: 50, X: 10, V: 5, I: 1 }),
);

/** The number that upper-case Roman numerals stand for; NaN when there is another character. */
export function numberOfRoman(text: string): number {
  let sum = 0;
  let largest = 1;
  for (const numeral of Array.from(text).reverse()) {
    const worth = worths.get(numeral) ?? Number.NaN;
    if (worth < largest) {
      sum -= worth;
    } else {
      largest = worth;
      sum += worth;
    }
  }
  return sum;
}
