import type { YAMLError } from "yaml";
import type { JsonProblem } from "./parse-json.ts";

/** What is wrong with a text of YAML, in our words where the reader's are for its own kind. */
export function yamlProblem({ code, message, pos }: YAMLError, text: string): JsonProblem {
  const start = Math.min(pos[0], text.length);
  const end = Math.min(Math.max(pos[1], start), text.length, lineEnd(text, start));
  return { kind: "syntax", span: { start, end }, message: words.get(code) ?? sentence(message) };
}

const words: ReadonlyMap<string, string> = new Map([
  ["ALIAS_PROPS", "An alias has no tag and no anchor of its own."],
  ["BAD_INDENT", "This line is not indented as those around it."],
  ["BAD_SCALAR_START", "A text without quotes cannot begin with this character."],
  ["BAD_DQ_ESCAPE", "This escape does not exist."],
  ["BLOCK_AS_IMPLICIT_KEY", "A nested map must begin on a line of its own."],
  ["BLOCK_IN_FLOW", "Inside of brackets everything must stand in brackets."],
  ["IMPOSSIBLE", "This cannot be read."],
  ["KEY_OVER_1024_CHARS", "A key has at most 1,024 characters."],
  ["MULTILINE_IMPLICIT_KEY", "A key must stand on one line; a `:` may be missing."],
  ["MULTIPLE_DOCS", "A second document begins here; a file holds one."],
  ["TAB_AS_INDENT", "A tab cannot indent; use blanks."],
]);

function sentence(message: string): string {
  const [first = ""] = message.split("\n");
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function lineEnd(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  return newline < 0 ? text.length : Math.max(start, newline);
}
