import { type Character, plainCharacter, readEscape } from "./escape.ts";
import type { PatternRefusal } from "./pattern.ts";

/** `[a-z_]`, `[^,]` */
export function readClass(source: string, at: number): Character | PatternRefusal {
  const negated = source.charAt(at + 1) === "^";
  let position = at + (negated ? 2 : 1);
  let text = "";
  let many = negated;
  while (source.charAt(position) !== "]") {
    const first = itemAt(source, position);
    if ("reason" in first) return first;
    many ||= first.many;
    const isRange = source.charAt(first.end) === "-" && source.charAt(first.end + 1) !== "]";
    const last = isRange ? itemAt(source, first.end + 1) : undefined;
    if (last && "reason" in last) return last;
    if (last && (first.code === undefined || last.code === undefined)) {
      return {
        reason: "A range needs a character at both ends.",
        instead: "Write `\\-` for the sign itself.",
      };
    }
    text += last ? `${first.text}-${last.text}` : first.text;
    position = last?.end ?? first.end;
  }
  if (text === "")
    return { reason: "A class without characters matches nothing, or everything.", instead: "Name them." };
  return { text: `[${negated ? "^" : ""}${text}]`, many, end: position + 1 };
}

function itemAt(source: string, at: number): Character | PatternRefusal {
  if (source.charAt(at) === "\\") return readEscape(source, at, true);
  const found = plainCharacter(source, at);
  if ("reason" in found || found.code === undefined) return found;
  const inClass = readEscape(`\\${String.fromCharCode(found.code)}`, 0, true);
  const needsEscape = "[^-(){}/&~".includes(String.fromCharCode(found.code)) && !("reason" in inClass);
  return { ...found, text: needsEscape ? inClass.text : plainText(found) };
}

/** Outside of a class more signs need a backslash than inside. */
function plainText(found: Character): string {
  const { code = 0, text } = found;
  return "$.*+?|".includes(String.fromCharCode(code)) ? String.fromCharCode(code) : text;
}
