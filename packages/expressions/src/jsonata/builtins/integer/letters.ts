/** A whole number in letters, as columns of a sheet are counted: a, b … z, aa, ab. */
export function lettersOf(value: number, first: "A" | "a"): string {
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(((rest - 1) % 26) + first.charCodeAt(0)) + text;
  }
  return text;
}

/** The number that letters count. */
export function numberOfLetters(text: string, first: "A" | "a"): number {
  let number = 0;
  // From the right, as JSONata adds them: with many letters the order shows in the last digits.
  for (let place = 0; place < text.length; place += 1) {
    number += (text.charCodeAt(text.length - place - 1) - first.charCodeAt(0) + 1) * 26 ** place;
  }
  return number;
}
