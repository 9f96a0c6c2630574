import { type PathText, peek, report, spanFrom, takePattern } from "../../json-path/parse/path-text.ts";
import { readPath } from "../../json-path/parse/read-path.ts";
import type { IntrinsicArgument, IntrinsicCall } from "../intrinsic-call.ts";
import { readText } from "./read-text.ts";

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /(?:true|false|null)(?![\w.(])/y;
const name = /[A-Za-z_]/;

/** Reads one argument: text, number, boolean, null, path or, by `readCall`, a call (R-INTR-01). */
export function readArgument(
  source: PathText,
  readCall: () => IntrinsicCall | undefined,
): IntrinsicArgument | undefined {
  const start = source.at;
  const next = peek(source);
  if (next === "'") return readText(source);
  if (next === "$") {
    const path = readPath(source, "argument", 0);
    return path && Object.freeze({ kind: "path", path, span: path.span });
  }
  const digits = takePattern(source, number);
  if (digits !== undefined) {
    return Object.freeze({ kind: "number", value: Number(digits), span: spanFrom(source, start) });
  }
  const literal = takePattern(source, word);
  if (literal !== undefined) {
    const span = spanFrom(source, start);
    if (literal === "null") return Object.freeze({ kind: "null", span });
    return Object.freeze({ kind: "boolean", value: literal === "true", span });
  }
  if (name.test(next)) return readCall();
  const what = "An argument is a text in single quotes, a number, true, false, null, a path or a call.";
  return report(source, next === '"' ? "Text stands in single quotes." : what, start);
}
