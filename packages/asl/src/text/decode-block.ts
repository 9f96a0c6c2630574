import type { Span } from "@statewright/diagnostics";
import { type DecodedText, type Decoding, startDecoding } from "./text-run.ts";

/** A line of a block scalar: where its blanks begin, where its content does, and where that ends. */
interface Line {
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/** The header of a block scalar: `|`, `>-`, `|2+`, with a comment behind it. */
interface BlockHeader {
  readonly folded: boolean;
  readonly chomp: "-" | "+" | "";
  /** The indentation that is asked for; 0 where the first line gives it. */
  readonly explicit: number;
  /** Where the lines begin. */
  readonly end: number;
}

export function blockHeader(source: string, span: Span): BlockHeader {
  const newline = source.indexOf("\n", span.start);
  const end = newline < 0 || newline >= span.end ? span.end : newline + 1;
  const [marks] = /^[^\s#]*/.exec(source.slice(span.start + 1, Math.min(end, span.start + 8))) ?? [""];
  const [chomp = ""] = /[-+]/.exec(marks) ?? [];
  const [digit = "0"] = /[1-9]/.exec(marks) ?? [];
  return {
    folded: source[span.start] === ">",
    chomp: chomp === "-" || chomp === "+" ? chomp : "",
    explicit: Number(digit),
    end,
  };
}

/** How far the lines of a block scalar are indented; `parent` is the indentation it is counted from. */
export function blockIndent(source: string, span: Span, parent: number): number {
  const { explicit, end } = blockHeader(source, span);
  if (explicit > 0) return Math.max(0, parent + explicit);
  return indentOf(linesOf(source, end, span.end));
}

function indentOf(lines: readonly Line[]): number {
  const first = lines.find((line) => !isBlank(line));
  if (first !== undefined) return first.content - first.start;
  return lines.reduce((longest, { start, content }) => Math.max(longest, content - start), 0);
}

/** The text of a literal or folded scalar of YAML, whose lines are indented by `indent`. */
export function decodeBlock(source: string, span: Span, indent: number): DecodedText {
  const decoding = startDecoding();
  const { folded, chomp, end } = blockHeader(source, span);
  const lines = linesOf(source, end, span.end);
  const inner = (line: Line): number => Math.min(line.start + indent, line.content);
  let last = lines.length;
  while (last > 0 && isBlank(lines[last - 1])) last -= 1;
  if (last === 0) {
    const kept = chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
    decoding.add(kept, end, span.end);
    return decoding.finish();
  }
  // Blank lines at the end that are indented further than the others belong to the text.
  for (let index = lines.length - 1; index >= last; index -= 1) {
    const line = lines[index];
    if (line !== undefined && line.content - line.start > indent) last = index + 1;
  }
  if (folded) addFolded(decoding, source, lines.slice(0, last), indent);
  else {
    lines.slice(0, last).forEach((line, index) => {
      const before = lines[index - 1];
      if (before !== undefined) decoding.add("\n", before.end, inner(line));
      decoding.add(source.slice(inner(line), line.end), inner(line), line.end);
    });
  }
  addChomped(decoding, source, { lines, last, chomp, inner });
  return decoding.finish();
}

function addFolded(decoding: Decoding, source: string, lines: readonly Line[], indent: number): void {
  const firstContent = lines.findIndex((line) => !isBlank(line));
  let separator = "";
  let moreIndentedBefore = false;
  let end = lines[0]?.start ?? 0;
  lines.forEach((line, index) => {
    const from = Math.min(line.start + indent, line.content);
    const text = source.slice(from, line.end);
    if (index < firstContent) {
      decoding.add(`${text}\n`, from, lines[index + 1]?.start ?? line.end);
      end = lines[index + 1]?.start ?? line.end;
      return;
    }
    const further = line.content - line.start > indent || source[line.content] === "\t";
    if (further && line.end > from) {
      if (separator === " ") separator = "\n";
      else if (!moreIndentedBefore && separator === "\n") separator = "\n\n";
      decoding.add(separator, end, from);
      decoding.add(text, from, line.end);
      separator = "\n";
      moreIndentedBefore = true;
      end = line.end;
    } else if (isBlank(line)) {
      if (separator === "\n") {
        decoding.add("\n", end, line.end);
        end = line.end;
      } else separator = "\n";
    } else {
      decoding.add(separator, end, from);
      decoding.add(text, from, line.end);
      separator = " ";
      moreIndentedBefore = false;
      end = line.end;
    }
  });
}

interface Chomping {
  readonly lines: readonly Line[];
  readonly last: number;
  readonly chomp: "-" | "+" | "";
  readonly inner: (line: Line) => number;
}

function addChomped(decoding: Decoding, source: string, { lines, last, chomp, inner }: Chomping): void {
  if (chomp === "-") return;
  let end = lines[last - 1]?.end ?? 0;
  if (chomp === "" || last >= lines.length) {
    decoding.add("\n", end, Math.min(end + 1, source.length));
    return;
  }
  for (const line of lines.slice(last)) {
    decoding.add("\n", end, inner(line));
    decoding.add(source.slice(inner(line), line.end), inner(line), line.end);
    end = line.end;
  }
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.content >= line.end;
}

/** The lines from `start` to `end`; behind a last line break stands an empty one. */
function linesOf(source: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  if (start >= end) return lines;
  for (let at = start; ; ) {
    const newline = source.indexOf("\n", at);
    const last = newline < 0 || newline >= end;
    const lineEnd = last ? end : newline;
    let content = at;
    while (content < lineEnd && source[content] === " ") content += 1;
    const carriage = lineEnd > content && source[lineEnd - 1] === "\r" ? 1 : 0;
    lines.push({ start: at, content, end: lineEnd - carriage });
    if (last) return lines;
    at = newline + 1;
  }
}
