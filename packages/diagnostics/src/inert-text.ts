/**
 * Text from outside, safe to print on a terminal: control characters, direction marks and line separators
 * are shown as their code, so that a state name can neither move the cursor nor forge a line.
 */
export function inertText(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
