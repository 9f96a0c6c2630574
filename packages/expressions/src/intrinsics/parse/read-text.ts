import { type PathText, report, spanFrom } from "../../json-path/parse/path-text.ts";
import type { IntrinsicText } from "../intrinsic-call.ts";

/** Reads `'…'`; a backslash stands before `'`, `{`, `}` and `\` (R-INTR-03). */
export function readText(source: PathText): IntrinsicText | undefined {
  const start = source.at;
  const parts: string[] = [];
  source.at += 1;
  let from = source.at;
  for (; source.at < source.end; source.at += 1) {
    const character = source.text.charAt(source.at);
    if (character !== "'" && character !== "\\") continue;
    parts.push(source.text.slice(from, source.at));
    if (character === "'") {
      source.at += 1;
      return Object.freeze({
        kind: "string",
        value: parts.join(""),
        raw: source.text.slice(start + 1, source.at - 1),
        span: spanFrom(source, start),
      });
    }
    source.at += 1;
    from = source.at;
    checkEscape(source);
  }
  return report(source, "The text needs a closing single quote.", start, source.end);
}

/** Reading stands after the backslash. */
function checkEscape(source: PathText): void {
  const escaped = source.text.charAt(source.at);
  if (source.at >= source.end || "'{}\\".includes(escaped)) return;
  const span = Object.freeze({ start: source.at - 1, end: source.at + 1 });
  const message = `A backslash stands before ', {, } or \\ only, not before ${escaped}.`;
  // Of the others AWS's refusal is measured for \" alone; machines in use hold \n.
  const severity = /[nrt]/.test(escaped) ? "warning" : "error";
  source.problems.push(Object.freeze({ kind: "escape", severity, message, span }));
}
