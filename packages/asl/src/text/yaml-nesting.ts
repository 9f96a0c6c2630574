import type { Span } from "@statewright/diagnostics";

/**
 * Where a text of YAML is nested deeper than `limit`, by its indentation, its dashes and its brackets; nothing
 * where it is not. It is asked before the text is read: readers of YAML recurse.
 *
 * Brackets in texts and comments count as well, which matters only where they are not closed there.
 */
export function yamlNesting(text: string, limit: number): Span | undefined {
  /** The columns at which the open levels of the block style begin. */
  const columns: number[] = [];
  let brackets = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    let at = start;
    while (text[at] === " ") at += 1;
    if (at < end && text[at] !== "\r" && text[at] !== "#") {
      const column = at - start;
      while (columns.length > 0 && (columns.at(-1) ?? 0) >= column) columns.pop();
      columns.push(column);
      // `- - - x`: each dash begins a level of its own.
      while ((text[at] === "-" || text[at] === "?") && (text[at + 1] === " " || text[at + 1] === "\t")) {
        at += 2;
        while (text[at] === " ") at += 1;
        columns.push(at - start);
        if (columns.length > limit) break;
      }
    }
    for (let index = at; index < end; index += 1) {
      const character = text[index];
      if (character === "[" || character === "{") brackets += 1;
      else if (character === "]" || character === "}") brackets = Math.max(0, brackets - 1);
      if (brackets + columns.length > limit) return { start: index, end: index + 1 };
    }
    if (columns.length > limit) return { start, end };
    start = end + 1;
  }
  return undefined;
}
