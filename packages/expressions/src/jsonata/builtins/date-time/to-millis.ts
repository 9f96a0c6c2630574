import { fail, failUnsupported } from "../../evaluate/failure.ts";
import type { Run } from "../../evaluate/frame.ts";
import { compilePattern } from "../../regex/compile-pattern.ts";
import { dateComponent } from "./date-component.ts";
import { dateTimeReaders, type PartReader } from "./date-time-reader.ts";
import { isIsoTime } from "./iso-time.ts";

/** What was read from a text: year, month and so on, by the letters of pictures. */
type Components = Partial<Record<string, number | undefined>>;

/** The milliseconds since 1970 of a time in ISO 8601, or as a picture says; missing when the text does not fit. */
export function toMillis(timestamp: string, picture: string | undefined, run: Run): number | undefined {
  if (picture !== undefined) return readByPicture(timestamp, picture, run);
  if (!isIsoTime(timestamp)) return fail("D3110", { value: timestamp });
  return Date.parse(timestamp);
}

function readByPicture(timestamp: string, picture: string, { now, meter }: Run): number | undefined {
  const readers = dateTimeReaders(picture);
  const pattern = compilePattern(`^${readers.map((reader) => `(${reader.pattern})`).join("")}$`, "i");
  if (!pattern.ok) return failUnsupported(`The picture "${picture}" cannot be read in linear time`);
  const found = pattern.pattern.exec(timestamp, 0, (steps) => meter.step(steps));
  if (!found) return undefined;
  const components = readComponents(readers, found.groups);
  return Object.keys(components).length === 0 ? undefined : millisOf(components, new Date(now));
}

function readComponents(readers: readonly PartReader[], texts: readonly (string | undefined)[]): Components {
  const components: Components = {};
  for (const [index, { component, parse }] of readers.entries()) {
    if (component !== undefined && parse) components[component] = parse(texts[index] ?? "");
  }
  return components;
}

function millisOf(components: Components, now: Date): number {
  const given = [..."YXMxWwdD"].filter((letter) => components[letter]);
  const within = (letters: string): boolean =>
    given.length > 0 && given.every((letter) => letters.includes(letter));
  if (!within("YMD") && (within("Xxw") || within("XW"))) fail("D3136");
  const byDayOfYear = !within("YMD") && within("Yd");
  const halfDays = isHalfDayTime(components);
  const complete = fillGaps(components, (byDayOfYear ? "YD" : "YMD") + (halfDays ? "Phmsf" : "Hmsf"), now);
  const { Y = 0, M = 0, D = 0, h = 0, m = 0, s = 0, f = 0, d = 0, Z, z } = complete;
  const hours = halfDays ? (h === 12 ? 0 : h) + (complete.P === 1 ? 12 : 0) : (complete.H ?? 0);
  const date = byDayOfYear
    ? new Date(Date.UTC(Y, 0) + (d - 1) * 86_400_000)
    : { getUTCMonth: () => (M > 0 ? M - 1 : 0), getUTCDate: () => D };
  const millis = Date.UTC(Y, date.getUTCMonth(), date.getUTCDate(), hours, m, s, f);
  return millis - (Z || z || 0) * 60_000;
}

function isHalfDayTime(components: Components): boolean {
  const given = [..."PHhmsf"].filter((letter) => components[letter]);
  return !given.includes("H") && given.some((letter) => letter === "P" || letter === "h");
}

/** What stands before the first component that is given is today's, what stands after the last is the least. */
function fillGaps(components: Components, letters: string, now: Date): Components {
  const complete: Components = { ...components };
  let started = false;
  let ended = false;
  for (const letter of letters) {
    if (complete[letter] !== undefined) {
      started = true;
      if (ended) fail("D3136");
    } else if (started) {
      complete[letter] = letter === "M" || letter === "D" ? 1 : 0;
      ended = true;
    } else {
      const current = dateComponent(now, letter);
      complete[letter] = typeof current === "number" ? current : 0;
    }
  }
  return complete;
}
