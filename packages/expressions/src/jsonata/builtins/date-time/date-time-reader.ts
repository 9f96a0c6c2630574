import { fail } from "../../evaluate/failure.ts";
import { integerReader } from "../integer/parse-integer.ts";
import { months, weekdays } from "./date-component.ts";
import { type Marker, type PicturePart, readDateTimePicture } from "./date-time-picture.ts";

/** How one part of a picture is found in a text and read. */
export interface PartReader {
  /** A regular expression without groups. */
  readonly pattern: string;
  readonly component?: string;
  readonly parse?: (text: string) => number | undefined;
}

/** The readers of a picture's parts, in order. */
export function dateTimeReaders(picture: string): readonly PartReader[] {
  return readDateTimePicture(picture).map(readerOf);
}

function readerOf(part: PicturePart): PartReader {
  if (part.kind === "literal") return { pattern: escaped(part.text) };
  if (part.component === "Z" || part.component === "z") return zoneReader(part);
  if (part.integer) return { ...integerReader(part.integer, part.digits ?? 0), component: part.component };
  const names = namesOf(part);
  return { pattern: "[a-zA-Z]+", component: part.component, parse: (text) => names.get(text) };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function zoneReader({ component, integer }: Marker): PartReader {
  const separator = integer?.regular?.character;
  const prefix = component === "z" ? "GMT" : "";
  const pattern = `${prefix}[-+][0-9]+${separator === undefined ? "" : `${escaped(separator)}[0-9]+`}`;
  return {
    pattern,
    component,
    parse(text) {
      const zone = text.slice(prefix.length);
      const hourEnd = separator === undefined ? 3 : zone.indexOf(separator);
      const minuteStart = separator === undefined ? 3 : hourEnd + 1;
      const minutes = zone.length > minuteStart ? Number.parseInt(zone.slice(minuteStart), 10) : 0;
      return Number.parseInt(zone.slice(0, hourEnd), 10) * 60 + minutes;
    },
  };
}

function namesOf({ component, longest }: Marker): ReadonlyMap<string, number> {
  const cut = (name: string): string => (longest ? name.slice(0, longest) : name);
  if (component === "M" || component === "x")
    return new Map(months.map((name, index) => [cut(name), index + 1]));
  if (component === "F") return new Map(weekdays.slice(1).map((name, index) => [cut(name), index + 1]));
  if (component === "P") return new Map(Object.entries({ am: 0, AM: 0, pm: 1, PM: 1 }));
  return fail("D3133", { value: component });
}
