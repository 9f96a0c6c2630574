import type { RegexLiteral } from "../literal-expression.ts";
import { needsBackquotes } from "../parse/token-reader.ts";

/** A string in single quotes, or in double quotes where that saves escapes. */
export function printString(value: string, safe = false): string {
  const quote = value.includes("'") ? '"' : "'";
  let text = "";
  for (const character of value) text += printCharacter(character, quote);
  return quote + (safe ? text.replaceAll("${", "\\u0024{").replaceAll("%{", "\\u0025{") : text) + quote;
}

/** Whether a deployment tool would take part of `text` for its own. */
export function isTemplate(text: string): boolean {
  return text.includes("${") || text.includes("%{");
}

/** `/pattern/flags`. */
export function printRegex({ pattern, flags }: RegexLiteral, safe: boolean): string {
  return `/${safe && isTemplate(pattern) ? withoutTemplates(pattern) : pattern}/${flags}`;
}

/**
 * The same pattern without `${` and `%{`: as characters they are written by their number, and between the `$` that
 * is the end of the text and a brace there is an empty group.
 */
function withoutTemplates(pattern: string): string {
  let inClass = false;
  let text = "";
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    const escaped = character === "\\" ? pattern.charAt(index + 1) : "";
    const sign = escaped || character;
    const beforeBrace = pattern.charAt(index + (escaped ? 2 : 1)) === "{";
    if (beforeBrace && (sign === "$" || sign === "%")) {
      const plain = sign === "%" || escaped !== "" || inClass;
      text += plain ? `\\x${sign.charCodeAt(0).toString(16)}` : "$(?:)";
    } else {
      text += character + escaped;
    }
    if (!escaped && character === "[") inClass = true;
    if (!escaped && character === "]") inClass = false;
    if (escaped) index += 1;
  }
  return text;
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
export function printName(name: string, safe = false): string {
  if (!needsBackquotes(name)) return name;
  return name.includes("`") || (safe && isTemplate(name)) ? printString(name, safe) : `\`${name}\``;
}

/** A number as JSONata reads it. */
export function printNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
