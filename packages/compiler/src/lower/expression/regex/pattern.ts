import { readClass } from "./character-class.ts";
import { type Character, plainCharacter, readEscape } from "./escape.ts";

/** A regular expression as JSONata writes it, and what is known of its matches. */
export interface Pattern {
  readonly text: string;
  /** It can match nothing at all: JSONata ends the execution there (D1004). */
  readonly nullable: boolean;
  /** `^…$`: it matches the whole text or none of it. */
  readonly whole: boolean;
  readonly groups: number;
  /** A group may take no part in a match, or in more than one place of it. */
  readonly looseGroups: boolean;
  /** It counts characters, which JavaScript does in UTF-16 units. */
  readonly countsUnits: boolean;
}

/** Why a regular expression cannot be written, and what to do instead. */
export interface PatternRefusal {
  readonly reason: string;
  readonly instead: string;
}

/**
 * Reads a regular expression of JavaScript, as far as every engine that may evaluate JSONata reads it alike: literals,
 * classes, groups, alternatives, quantifiers and anchors. The text is written anew: JSONata's tokenizer counts
 * brackets, also those in a class, and takes a slash behind any backslash for a part of the pattern.
 */
export function readPattern(source: string, flags: string): Pattern | PatternRefusal {
  const odd = flags.replaceAll(/[gim]/g, "");
  if (odd !== "") return refusal(`There is no flag \`${odd.charAt(0)}\` in JSONata`, "Leave the flag out.");
  const reader: Reader = { source, at: 0, groups: 0, looseGroups: false, countsUnits: false, runs: noRun };
  const read = alternatives(reader);
  if ("reason" in read) return read;
  if (reader.runs.lazy) reader.countsUnits = true;
  const { groups, looseGroups, countsUnits } = reader;
  const whole = read.single && /^\^/.test(source) && /(?<!\\)\$$/.test(source) && !flags.includes("m");
  const suffix = flags.replaceAll("g", "");
  const text = `/${read.text}/${suffix}`;
  return { text, nullable: read.least === 0, whole, groups, looseGroups, countsUnits };
}

interface Reader {
  readonly source: string;
  at: number;
  groups: number;
  looseGroups: boolean;
  countsUnits: boolean;
  runs: Runs;
}

/** What stands before: a run of any characters that nothing has ended yet, and whether it takes as few as it can. */
interface Runs {
  readonly open: boolean;
  readonly lazy: boolean;
}

const noRun: Runs = { open: false, lazy: false };

interface Part {
  readonly text: string;
  /** The least number of characters that it matches. */
  readonly least: number;
}

function refusal(what: string, instead: string): PatternRefusal {
  return { reason: `${what}.`, instead };
}

function alternatives(reader: Reader): (Part & { readonly single: boolean }) | PatternRefusal {
  const [before, groups] = [reader.runs, reader.groups];
  const all: Part[] = [];
  let after = noRun;
  for (;;) {
    reader.runs = before;
    const one = sequence(reader);
    if ("reason" in one) return one;
    all.push(one);
    after = { open: after.open || reader.runs.open, lazy: after.lazy || reader.runs.lazy };
    if (reader.source.charAt(reader.at) !== "|") break;
    reader.at += 1;
  }
  reader.runs = after;
  if (all.length > 1 && reader.groups > groups) reader.looseGroups = true;
  const least = Math.min(...all.map((one) => one.least));
  return { text: all.map((one) => one.text).join("|"), least, single: all.length === 1 };
}

function sequence(reader: Reader): Part | PatternRefusal {
  let text = "";
  let least = 0;
  while (reader.at < reader.source.length && !"|)".includes(reader.source.charAt(reader.at))) {
    const one = term(reader);
    if ("reason" in one) return one;
    text += one.text;
    least += one.least;
  }
  return { text, least };
}

function term(reader: Reader): Part | PatternRefusal {
  const { source, at } = reader;
  const character = source.charAt(at);
  if (character === "^" || character === "$") {
    reader.at += 1;
    if (character === "$") reader.runs = { ...reader.runs, lazy: false };
    return { text: character, least: 0 };
  }
  if (character === "(") return group(reader);
  if (character === ".") return repeated(reader, { text: ".", many: true, end: at + 1 });
  if (character === "[") {
    const found = readClass(source, at);
    return "reason" in found ? found : repeated(reader, found);
  }
  const found = character === "\\" ? readEscape(source, at, false) : plainCharacter(source, at);
  if ("reason" in found) return found;
  if (!found.boundary) return repeated(reader, found);
  reader.at = found.end;
  return { text: found.text, least: 0 };
}

function group(reader: Reader): Part | PatternRefusal {
  const { source, at } = reader;
  const bare = source.startsWith("(?:", at);
  if (!bare && source.charAt(at + 1) === "?") {
    return refusal(
      "JSONata's regular expressions have no named groups and do not look ahead or behind",
      "Use plain groups `(…)`, or several simpler tests.",
    );
  }
  if (!bare) reader.groups += 1;
  const groups = bare ? reader.groups : reader.groups - 1;
  reader.at += bare ? 3 : 1;
  const inner = alternatives(reader);
  if ("reason" in inner) return inner;
  reader.at += 1;
  const quantifier = quantifierAt(reader);
  if ("reason" in quantifier) return quantifier;
  if (quantifier.text !== "") {
    if (reader.groups > groups) reader.looseGroups = true;
    if (reader.runs.open) reader.countsUnits = true;
  }
  const text = `${bare ? "(?:" : "("}${inner.text})${quantifier.text}`;
  return { text, least: inner.least * quantifier.least };
}

/** One character, as often as its quantifier says. */
function repeated(reader: Reader, { text, many, end }: Character): Part | PatternRefusal {
  reader.at = end;
  const quantifier = quantifierAt(reader);
  if ("reason" in quantifier) return quantifier;
  if (many) {
    if (!quantifier.unbounded || quantifier.least > 1 || reader.runs.open) reader.countsUnits = true;
    reader.runs = { open: true, lazy: quantifier.lazy };
  } else if (quantifier.least > 0) reader.runs = noRun;
  return { text: text + quantifier.text, least: quantifier.least };
}

interface Quantifier {
  readonly text: string;
  readonly least: number;
  readonly unbounded: boolean;
  readonly lazy: boolean;
}

/** What the engines agree on: more takes too much memory in some. */
const mostRepeats = 1000;

function quantifierAt(reader: Reader): Quantifier | PatternRefusal {
  const found = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(reader.source.slice(reader.at, reader.at + 30));
  if (!found) return { text: "", least: 1, unbounded: false, lazy: false };
  const [text, low, comma, high] = found;
  reader.at += text.length;
  if (Number(low ?? 0) > mostRepeats || Number(high ?? 0) > mostRepeats) {
    return refusal(
      `A repetition of more than ${mostRepeats} times`,
      "Use `*` or `+`, and ask for the length.",
    );
  }
  const sign = text.charAt(0);
  const least = sign === "{" ? Number(low) : sign === "+" ? 1 : 0;
  const unbounded = sign === "*" || sign === "+" || (sign === "{" && comma !== undefined && high === "");
  return { text, least, unbounded, lazy: text.length > 1 && text.endsWith("?") };
}
