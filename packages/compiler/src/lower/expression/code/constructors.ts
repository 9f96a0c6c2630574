import { atom, type Code, levels } from "./code.ts";
import { quotedText } from "./literal.ts";

/** `[a, b]`. JSONata flattens an element that is an array, unless its text is an array constructor itself. */
export function arrayCode(elements: readonly Code[]): Code {
  return { ...atom(`[${elements.map((element) => element.text).join(", ")}]`), brackets: true };
}

/** What yields a sequence, as an array of the same length: `[e]`, or `[e[]]` where elements may be arrays. */
export function sequenceAsArray(sequence: Code, elementsMayBeArrays: boolean): Code {
  const inner = elementsMayBeArrays ? atom(`${sequence.text}[]`) : sequence;
  return { ...arrayCode([inner]), sequence };
}

/** `{'a': x}`; the keys are texts, or code that yields one. */
export function objectCode(members: readonly (readonly [key: string | Code, value: Code])[]): Code {
  const texts = members.map(([key, value]) => {
    const keyText = typeof key === "string" ? quotedText(key) : key.level < 40 ? `(${key.text})` : key.text;
    return `${keyText}: ${value.text}`;
  });
  return atom(`{${texts.join(", ")}}`);
}

/** Nothing: JSONata has no word for undefined. */
export const nothing: Code = atom("$lookup({}, 'x')");

export const nullCode: Code = atom("null");

export const trueCode: Code = atom("true");

export const falseCode: Code = atom("false");

/** A text that begins with a bracket is taken for an array constructor: parentheses prevent that. */
export function asElement(code: Code): Code {
  return code.text.startsWith("[") ? { text: `(${code.text})`, level: levels.atom, repeatable: false } : code;
}
