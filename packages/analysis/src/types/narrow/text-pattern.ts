/** The pattern of `StringMatches`: its parts between the stars, unescaped; nothing for a broken one (R-CHOICE-19). */
export function readPattern(pattern: string): readonly string[] | undefined {
  const parts: string[] = [];
  let part = "";
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === "*") {
      parts.push(part);
      part = "";
      continue;
    }
    if (character === "\\") {
      at += 1;
      const escaped = pattern.charAt(at);
      if (escaped !== "*" && escaped !== "\\") return undefined;
      part += escaped;
    } else part += character;
  }
  return [...parts, part];
}

/** Whether a text is the parts of a pattern with anything between them. */
export function matchesPattern(parts: readonly string[], text: string): boolean {
  const [first = "", ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
