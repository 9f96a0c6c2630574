/** The characters of a text: code points, not UTF-16 units. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(text);
}

/** How many characters a text has. */
export function countCharacters(text: string): number {
  return surrogate.test(text) ? charactersOf(text).length : text.length;
}

const surrogate = /[\ud800-\udfff]/;

/** Part of a text in characters; a negative start counts from the end. */
export function substringOf(text: string, start: number, length: number | undefined): string {
  if (!surrogate.test(text)) return substringOfUnits(text, start, length);
  const characters = charactersOf(text);
  const from = characters.length + start < 0 ? 0 : start;
  if (length === undefined) return characters.slice(from).join("");
  if (length <= 0) return "";
  const to = from >= 0 ? from + length : characters.length + from + length;
  return characters.slice(from, to).join("");
}

/** The same where each character is one unit, as in most texts. */
function substringOfUnits(text: string, start: number, length: number | undefined): string {
  const from = text.length + start < 0 ? 0 : start;
  if (length === undefined) return text.slice(from);
  if (length <= 0) return "";
  return text.slice(from, from >= 0 ? from + length : text.length + from + length);
}
