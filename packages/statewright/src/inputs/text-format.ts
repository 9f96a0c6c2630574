import type { TextFormat } from "@statewright/asl";

/** How a text is written: by the ending of its file's name; else, as on standard input, by its first character. */
export function textFormat(file: string, text: string): TextFormat {
  if (/\.ya?ml$/i.test(file)) return "yaml";
  if (/\.json$/i.test(file)) return "json";
  return /^\s*[{["]/.test(text) ? "json" : "yaml";
}
