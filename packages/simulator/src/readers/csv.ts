/** The separators by their names in `CSVDelimiter`. */
export const csvDelimiters: Readonly<Record<string, string>> = Object.freeze({
  COMMA: ",",
  PIPE: "|",
  SEMICOLON: ";",
  SPACE: " ",
  TAB: "\t",
});

/**
 * The rows of a CSV text as Step Functions reads them (R-DMAP-05): a quoted field may hold separators and line
 * breaks, `""` in it is a quote; a backslash escapes a backslash, a quote or the separator, and vanishes before
 * anything else. Empty lines are no rows.
 */
export function parseCsv(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  let wasQuoted = false;
  const endField = () => {
    row.push(field);
    field = "";
    wasQuoted = false;
  };
  const endRow = () => {
    if (row.length === 0 && field === "" && !wasQuoted) return;
    endField();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (character === "\\") {
      if (next !== "\\" && next !== '"' && next !== delimiter) continue;
      field += next;
      at += 1;
    } else if (quoted) {
      if (character !== '"') field += character;
      else if (next === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === "") {
      quoted = true;
      wasQuoted = true;
    } else if (character === delimiter) endField();
    else if (character === "\n" || character === "\r") {
      if (character === "\r" && next === "\n") at += 1;
      endRow();
    } else field += character;
  }
  endRow();
  return rows;
}
