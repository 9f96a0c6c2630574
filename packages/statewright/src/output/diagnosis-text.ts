import { type Diagnostic, sourceExcerpt } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Diagnosis, Introduction } from "@statewright/simulator";
import colours from "picocolors";
import { inertLine, shortened } from "../terminal/inert-line.ts";

const longestValue = 300;
const longestCause = 600;

/** The document of `diagnose --json`: the diagnosis, and where its field stands in the user's file. */
export function diagnosisDocument(diagnosis: Diagnosis, placed: Diagnostic | undefined): unknown {
  const { file, range, emitted } = placed ?? {};
  return {
    ...diagnosis,
    ...(file !== undefined && { file }),
    ...(range && { range }),
    ...(emitted && { emitted }),
  };
}

/** A diagnosis for people: what happened where, the value and where it came from, what to do. */
export function diagnosisText(
  diagnosis: Diagnosis,
  placed: Diagnostic | undefined,
  text: string | undefined,
  { colour }: { readonly colour: boolean },
): string {
  const paint = colours.createColors(colour);
  const { status, error, cause, found, expected, introducedBy, recovery, earlier, redrive, event } =
    diagnosis;
  const head = `${paint.bold(paint.red(status))}  ${inertLine(error ?? "")}`.trimEnd();
  const rows: (readonly [string, string])[] = [
    ["what", `${diagnosis.summary}${insideText(diagnosis)}${event === null ? "" : ` (event ${event})`}`],
  ];
  if (cause !== null) rows.push(["cause", shown(cause, longestCause)]);
  if (diagnosis.pointer !== null) rows.push(["where", whereText(diagnosis.pointer, placed)]);
  if (diagnosis.expression !== null) rows.push(["expression", shown(diagnosis.expression, longestValue)]);
  if (found !== undefined) rows.push(["was there", `${found.name}: ${shownValue(found.value)}`]);
  if (expected !== undefined) rows.push(["expected", expected]);
  if (introducedBy !== undefined) rows.push(["from", fromText(introducedBy)]);
  if (recovery?.retrier !== undefined) {
    const { attempts, retrier } = recovery;
    rows.push(["retries", `${attempts - 1} of ${retrier.maxAttempts}, by ${retrier.pointer}`]);
  }
  if (earlier !== undefined)
    rows.push([
      "before",
      `"${earlier.state}" failed${earlier.error === null ? "" : ` with ${earlier.error}`} and was caught (event ${earlier.event})`,
    ]);
  rows.push(["redrive", `${redrive.helps}: ${redrive.why}`], ["next", diagnosis.next]);
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(
    ([name, value]) => `  ${paint.dim(name.padEnd(width))}  ${shortened(inertLine(value), 2000)}`,
  );
  return `${[head, ...lines, ...excerptOf(placed, text)].join("\n")}\n`;
}

/** The line of the field. */
function excerptOf(placed: Diagnostic | undefined, text: string | undefined): readonly string[] {
  if (placed?.range === undefined || text === undefined) return [];
  const { label, line, underline } = sourceExcerpt(text.split("\n"), placed.range);
  return ["", `  ${label} │ ${line}`, `  ${" ".repeat(label.length)} │ ${underline}`];
}

function insideText({ inside }: Diagnosis): string {
  if (inside.length === 0) return "";
  const levels = inside.map(({ state, item }) =>
    item === undefined ? `"${state}"` : `item ${item} of "${state}"`,
  );
  return ` It is in ${levels.join(", in ")}.`;
}

function whereText(pointer: string, placed: Diagnostic | undefined): string {
  const { file, range } = placed ?? {};
  if (file === undefined) return pointer;
  const place = range === undefined ? "" : `:${range.start.line + 1}:${range.start.character + 1}`;
  return `${file}${place}  ${pointer}`;
}

function fromText({ state, event, as }: Introduction): string {
  if (state === null) return "the input of the execution";
  const how = {
    input: "the input of",
    output: "the output of",
    variable: "a variable assigned by",
    result: "the result of",
    item: "an item of",
    dropped: "left out by",
  }[as];
  return `${how} "${state}" (event ${event})`;
}

function shown(value: Json, length: number): string {
  return shortened(inertLine(typeof value === "string" ? value : JSON.stringify(value)), length);
}

function shownValue(value: Json): string {
  return shortened(inertLine(JSON.stringify(value)), longestValue);
}
