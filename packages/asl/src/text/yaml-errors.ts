import type { Span } from "@statewright/diagnostics";
import type { ErrorCode, YAMLError } from "yaml";

/** What an error of the package means to the author of the text, and where. */
export function explainYamlError(text: string, error: YAMLError): { span: Span; message: string } {
  const start = Math.min(Math.max(0, error.pos[0]), text.length);
  const end = Math.min(Math.max(start, error.pos[1]), text.length);
  const span = { start, end };
  return { span, message: messageOf(error, text.slice(start, Math.min(end, start + 40))) };
}

function messageOf({ code, message }: YAMLError, source: string): string {
  if (code === "MISSING_CHAR") return missing.find(([words]) => message.includes(words))?.[1] ?? unreadable;
  if (code === "BAD_INDENT" && message.includes("end with a")) return notClosed;
  if (code === "BAD_INDENT" && message.startsWith("Flow")) return flowIndent;
  if (code === "UNEXPECTED_TOKEN") return unexpected(message, source);
  return messages[code] ?? unreadable;
}

function unexpected(message: string, source: string): string {
  if (message.includes("Block scalar header")) {
    return "Behind `|` or `>` stand only `+`, `-`, a digit and a comment; the text begins on the next line.";
  }
  const shown = source.trim();
  return shown === "" ? "A value is missing here." : `\`${shown.split("\n")[0]}\` makes no sense here.`;
}

const unreadable = "The text cannot be read from here on.";
const notClosed = "A `[` or `{` is never closed, or is closed at a line that is not indented far enough.";
const flowIndent =
  "The lines between `[` and `]` or `{` and `}` must be indented further than the field they belong to.";

/** By words of the package's message. */
const missing: readonly (readonly [words: string, message: string])[] = [
  ["quote", "The text has no closing quote."],
  ["Comments", "A comment needs a blank before its `#`."],
  ["followed by map values", "There is no `:` and value for this key."],
  ["white space", "A tag or an anchor needs a blank behind it."],
  ["end with a", notClosed],
  ["Missing , or :", "There is no comma between two values."],
  ["Missing ,", "There is no comma between two values."],
  ["space after :", "There is no blank behind this `:`."],
  ["Sequence item", "There is no `-` before this element."],
  ["directives-end", "The directives above the document end with a line `---`."],
  ["same line with directives-end", "The document begins on the line after `---`."],
  ["block sequence props", "A list begins on the line after its tag or anchor."],
  [
    "leading empty lines",
    "The empty lines at the beginning of this text are indented further than the text.",
  ],
];

const messages: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: "An alias takes neither a tag nor an anchor.",
  BAD_ALIAS: "An anchor or alias has no name.",
  BAD_DIRECTIVE: "YAML has no such directive.",
  BAD_DQ_ESCAPE: "There is no such escape in a text in double quotes.",
  BAD_INDENT: "This line is not indented like those it belongs to.",
  BAD_PROP_ORDER: "A tag or an anchor stands behind `-`, `?` and `:`, right before its value.",
  BAD_SCALAR_START: "A text that begins with this character needs quotes.",
  BLOCK_AS_IMPLICIT_KEY: "Only one field stands on a line: a text with `: ` in it needs quotes.",
  BLOCK_IN_FLOW: "Between `[` and `]` or `{` and `}`, values are separated by commas, not by lines.",
  KEY_OVER_1024_CHARS: "A key has at most 1024 characters.",
  MULTILINE_IMPLICIT_KEY: "A key stands on one line: is there a `:` missing in the lines before its `:`?",
  MULTIPLE_ANCHORS: "A value has at most one anchor.",
  MULTIPLE_TAGS: "A value has at most one tag.",
  TAB_AS_INDENT: "A tab cannot indent a line: use blanks.",
  TAG_RESOLVE_FAILED: "This tag cannot stand before this value.",
};
