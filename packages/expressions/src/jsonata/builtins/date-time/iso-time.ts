const isoPattern = /^\d{4}(-[01]\d)*(-[0-3]\d)*(T[0-2]\d:[0-5]\d:[0-5]\d)*(\.\d+)?([+-][0-2]\d:?[0-5]\d|Z)?$/;

/** Longer texts are no timestamps; the pattern need not look at them. */
const longestIso = 1000;

/** Whether `$toMillis` takes a text without a picture (D3110). */
export function isIsoTime(text: string): boolean {
  return text.length <= longestIso && isoPattern.test(text);
}
