import { needsBackquotes } from "../parse/token-reader.ts";

/** A string in single quotes, or in double quotes where that saves escapes. */
export function printString(value: string): string {
  const quote = value.includes("'") ? '"' : "'";
  let text = "";
  for (const character of value) text += printCharacter(character, quote);
  return quote + text + quote;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function printCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${character}`;
  const known = escapes.get(character);
  if (known !== undefined) return known;
  const code = character.charCodeAt(0);
  const visible = code >= 0x20 && code !== 0x7f && code !== 0x2028 && code !== 0x2029;
  const lone = character.length === 1 && code >= 0xd800 && code <= 0xdfff;
  return visible && !lone ? character : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** A field's name, in backquotes if need be. A name with a backquote is written as a string, which a step may be. */
export function printName(name: string): string {
  if (!needsBackquotes(name)) return name;
  return name.includes("`") ? printString(name) : `\`${name}\``;
}

/** A number as JSONata reads it. */
export function printNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
