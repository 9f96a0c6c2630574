import type { Simulation } from "../driver/simulation.ts";
import { timeline } from "./timeline.ts";
import type { TimelineEntry } from "./timeline-entry.ts";

/** How {@link printTimeline} prints. */
export interface PrintTimelineOptions {
  readonly colour?: boolean;
  /** Characters of an output, an error or a cause; by default 80. */
  readonly maxValueLength?: number;
  /** Items of a Map that are shown besides those that fail; by default 20. */
  readonly maxItems?: number;
}

/**
 * Prints a run for people: one line a transition with the time on the execution's clock, its state and what
 * came of it; retries, catches and callbacks that nobody made are marked. Ends with a newline.
 *
 * @example
 * ```
 *    0s  ✓ Validate   {"orderId":"o-1"}
 *    0s  ↻ Charge     PaymentError: declined · again in 2s
 *    2s  ✓ Charge     {"id":"c-1"} · took 2s
 *    2s  ■ SUCCEEDED  {"id":"c-1"}
 * ```
 */
export function printTimeline(simulation: Simulation, options: PrintTimelineOptions = {}): string {
  const { maxItems = 20, maxValueLength = 80 } = options;
  const entries = timeline(simulation);
  const shown = entries.filter((entry) => isShown(entry, maxItems));
  const paint = options.colour ? colours : plain;
  const layout: Layout = {
    time: Math.max(5, ...shown.slice(0, 2000).map(({ seconds }) => duration(seconds).length)),
    name: Math.min(34, Math.max(9, ...shown.slice(0, 2000).map((entry) => heading(entry).length))),
    value: maxValueLength,
    paint,
  };
  const lines = shown.map((entry) => line(entry, layout));
  const hidden = entries.length - shown.length;
  const note =
    hidden === 0 ? [] : [paint.dim(`${" ".repeat(layout.time + 2)}… and ${hidden} lines of further items`)];
  const last = lines.splice(-1);
  return [...lines, ...note, ...last].map((text) => `${text}\n`).join("");
}

interface Layout {
  readonly time: number;
  readonly name: number;
  readonly value: number;
  readonly paint: Paint;
}

type Paint = Readonly<Record<"dim" | "good" | "warn" | "bad" | "wait" | "strong", (text: string) => string>>;

const same = (text: string): string => text;
const plain: Paint = { dim: same, good: same, warn: same, bad: same, wait: same, strong: same };
const colours: Paint = {
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  good: (text) => `\u001b[32m${text}\u001b[39m`,
  warn: (text) => `\u001b[33m${text}\u001b[39m`,
  bad: (text) => `\u001b[31m${text}\u001b[39m`,
  wait: (text) => `\u001b[36m${text}\u001b[39m`,
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
};

function isShown({ inside, kind }: TimelineEntry, maxItems: number): boolean {
  if (kind === "failed" || kind === "retry" || kind === "caught") return true;
  return inside.every((place) => place.kind === "branch" || place.index < maxItems);
}

function line(entry: TimelineEntry, { time, name, value, paint }: Layout): string {
  const at = paint.dim(duration(entry.seconds).padStart(time));
  const head = heading(entry).padEnd(name);
  const [mark, painted] = look(entry, paint);
  const body = words(entry, value, paint);
  return `${at}  ${painted(mark)} ${entry.kind === "ended" ? painted(head) : head}  ${body}`.trimEnd();
}

function look(entry: TimelineEntry, paint: Paint): readonly [string, (text: string) => string] {
  switch (entry.kind) {
    case "done":
      return ["✓", paint.good];
    case "opened":
      return ["▸", paint.dim];
    case "retry":
      return ["↻", paint.warn];
    case "caught":
      return ["↷", paint.warn];
    case "waiting":
      return ["…", paint.wait];
    case "failed":
      return ["✗", paint.bad];
    case "ended":
      return ["■", entry.type === "SUCCEEDED" ? paint.good : paint.bad];
  }
}

/** The state, indented as deep as it lies, with the item or branch it is in. */
function heading(entry: TimelineEntry): string {
  if (entry.kind === "ended") return entry.type ?? "";
  const place = entry.inside.at(-1);
  const label =
    place === undefined ? "" : place.kind === "item" ? `[${place.index}] ` : `${place.index + 1}: `;
  return `${"  ".repeat(entry.depth)}${label}${inert(entry.state)}`;
}

function words(entry: TimelineEntry, length: number, paint: Paint): string {
  const problem = problemOf(entry, length);
  switch (entry.kind) {
    case "opened":
      return paint.dim(
        entry.length === undefined
          ? "in parallel"
          : `${entry.length} ${entry.length === 1 ? "item" : "items"}`,
      );
    case "waiting":
      return paint.wait("waits for its task token; nobody has called back");
    case "retry":
      return `${problem} ${paint.warn(`· again in ${duration(entry.retryInSeconds ?? 0)}`)}`;
    case "caught":
      return `${problem} ${paint.warn(`→ ${inert(entry.next ?? "")}`)}`;
    case "failed":
      return problem;
    case "ended":
      return entry.output === undefined ? problem : shorten(entry.output, length);
    case "done":
      return done(entry, length, paint);
  }
}

function done(entry: TimelineEntry, length: number, paint: Paint): string {
  const took = entry.tookSeconds ?? 0;
  if (entry.type === "Wait") return paint.dim(`waited ${duration(took)}`);
  if (entry.type === "Choice") return `→ ${inert(entry.next ?? "")}`;
  const value = shorten(entry.output ?? "", length);
  return took > 0 ? `${value} ${paint.dim(`· took ${duration(took)}`)}` : value;
}

function problemOf({ error, cause }: TimelineEntry, length: number): string {
  return shorten([error, cause].filter((part) => part !== undefined && part !== "").join(": "), length);
}

function shorten(text: string, length: number): string {
  const safe = inert(text);
  return safe.length > length ? `${safe.slice(0, Math.max(0, length - 1))}…` : safe;
}

/** Control characters, also those that turn text around, become visible: content never steers a terminal. */
function inert(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (unit) => `\\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

const units: readonly (readonly [string, number])[] = [
  ["d", 86_400],
  ["h", 3600],
  ["m", 60],
  ["s", 1],
];

/** `2s`, `1m 30s`, `3d 4h`: the two largest units; below a second, milliseconds. */
function duration(seconds: number): string {
  if (seconds > 0 && seconds < 1) return `${Math.round(seconds * 1000)}ms`;
  const first = units.findIndex(([, size]) => seconds >= size);
  if (first < 0) return "0s";
  const [unit, size] = units[first] as (typeof units)[number];
  const whole = Math.floor(seconds / size);
  const next = units[first + 1];
  if (next === undefined) return `${Math.round(seconds * 10) / 10}s`;
  const rest = Math.floor((seconds - whole * size) / next[1]);
  return rest === 0 ? `${whole}${unit}` : `${whole}${unit} ${rest}${next[0]}`;
}
