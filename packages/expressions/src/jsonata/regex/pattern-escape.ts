/** What a backslash stands for in a JavaScript regular expression. */
export type PatternEscape =
  | { readonly kind: "character"; readonly code: number; readonly end: number }
  /** In the syntax of RE2, without brackets around it: `0-9`. */
  | { readonly kind: "set"; readonly inside: string; readonly negated: boolean; readonly end: number }
  | { readonly kind: "boundary"; readonly source: string; readonly end: number }
  | { readonly kind: "reference"; readonly end: number };

const sets: Readonly<Record<string, string>> = {
  d: "0-9",
  w: "0-9A-Za-z_",
  s: "\\t\\n\\x{b}\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}",
};

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

/** Reads the escape at `at`, in a pattern with `groups` groups; `named` tells that they have names. */
export function readPatternEscape(
  source: string,
  at: number,
  place: { readonly inClass: boolean; readonly groups: number; readonly named: boolean },
): PatternEscape {
  const letter = source.charAt(at + 1);
  const end = at + 2;
  const lower = letter.toLowerCase();
  if (Object.hasOwn(sets, lower)) {
    return { kind: "set", inside: sets[lower] ?? "", negated: letter !== lower, end };
  }
  if (lower === "b" && !place.inClass) return { kind: "boundary", source: `\\${letter}`, end };
  if (letter === "b") return { kind: "character", code: 8, end };
  if (Object.hasOwn(controls, letter)) return { kind: "character", code: controls[letter] ?? 0, end };
  if (letter >= "0" && letter <= "9") return readDigits(source, at, place.inClass ? 0 : place.groups);
  if (letter === "k" && place.named && !place.inClass) return { kind: "reference", end };
  if (letter === "c" && /^[A-Za-z]$/.test(source.charAt(end))) {
    return { kind: "character", code: source.charCodeAt(end) % 32, end: end + 1 };
  }
  if (letter === "c") return { kind: "character", code: 92, end: at + 1 };
  if (letter === "x") return readHex(source, end, 2, letter);
  if (letter === "u") return readHex(source, end, 4, letter);
  const code = source.codePointAt(at + 1) ?? 92;
  return { kind: "character", code, end: at + 1 + String.fromCodePoint(code).length };
}

function readDigits(source: string, at: number, groups: number): PatternEscape {
  const decimal = /^[0-9]+/.exec(source.slice(at + 1, at + 6))?.[0] ?? "";
  const number = Number(decimal);
  if (!decimal.startsWith("0") && number <= groups)
    return { kind: "reference", end: at + 1 + decimal.length };
  const octal = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(decimal)?.[0];
  if (octal === undefined) return { kind: "character", code: source.charCodeAt(at + 1), end: at + 2 };
  return { kind: "character", code: Number.parseInt(octal, 8), end: at + 1 + octal.length };
}

function readHex(source: string, from: number, digits: number, letter: string): PatternEscape {
  const code = hexAt(source, from, digits);
  if (code === undefined) return { kind: "character", code: letter.charCodeAt(0), end: from };
  const end = from + digits;
  const low = source.startsWith("\\u", end) ? hexAt(source, end + 2, 4) : undefined;
  const paired = code >= 0xd800 && code <= 0xdbff && low !== undefined && low >= 0xdc00 && low <= 0xdfff;
  if (!paired) return { kind: "character", code, end };
  return { kind: "character", code: (code - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000, end: end + 6 };
}

function hexAt(source: string, from: number, digits: number): number | undefined {
  const text = source.slice(from, from + digits);
  return text.length === digits && /^[0-9a-fA-F]+$/.test(text) ? Number.parseInt(text, 16) : undefined;
}
