/**
 * Text from a definition as the label of a Mermaid diagram, in quotes: whatever could mean something to
 * Mermaid, to Markdown or to HTML becomes a numbered entity, and control characters a blank.
 */
export function mermaidText(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  const inert = plain.replace(/[^\p{L}\p{M}\p{N} _.,:=+\-/()]/gu, (mark) => `#${mark.codePointAt(0)};`);
  return `"${inert === "" ? " " : inert}"`;
}

/** The first `most` characters of a text, with a mark where something is cut off. */
export function shortText(text: string, most: number): string {
  const characters = [...text.replace(/\s+/gu, " ").trim()];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("")}…`;
}
