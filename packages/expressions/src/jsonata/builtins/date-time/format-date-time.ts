import { fail } from "../../evaluate/failure.ts";
import { formatInteger } from "../integer/format-integer.ts";
import { readIntegerPicture } from "../integer/integer-picture.ts";
import { dateComponent, months, weekdays } from "./date-component.ts";
import { type Marker, readDateTimePicture } from "./date-time-picture.ts";

/** Writes a time as a picture says, by default in ISO 8601; a timezone is an offset such as `-0500`. */
export function formatDateTime(
  millis: number,
  picture = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]",
  timezone?: string,
): string {
  const offset = timezone === undefined ? 0 : Number.parseInt(timezone, 10);
  const hours = Math.floor(offset / 100);
  const minutes = offset % 100;
  const local = new Date(millis + (60 * hours + minutes) * 60_000);
  return readDateTimePicture(picture)
    .map((part) => (part.kind === "literal" ? part.text : formatComponent(local, part, hours, minutes)))
    .join("");
}

function formatComponent(date: Date, marker: Marker, hours: number, minutes: number): string {
  const { component, names, integer } = marker;
  if (component === "Z" || component === "z") return formatZone(marker, hours, minutes);
  const value = dateComponent(date, component);
  if (typeof value !== "number") {
    return component === "P" && names === "upper" ? String(value).toUpperCase() : String(value);
  }
  if (names && component !== "f") return formatName(value, marker);
  const { digits } = marker;
  const shown = component === "Y" && digits !== undefined && digits !== -1 ? value % 10 ** digits : value;
  return integer ? formatInteger(shown, integer) : String(shown);
}

function formatName(value: number, { component, names, longest }: Marker): string {
  const name = nameOf(component, value);
  const cased = names === "upper" ? name.toUpperCase() : names === "lower" ? name.toLowerCase() : name;
  return longest !== undefined && cased.length > longest ? cased.slice(0, longest) : cased;
}

function nameOf(component: string, value: number): string {
  if (component === "M" || component === "x") return months[value - 1] ?? "";
  if (component === "F") return weekdays[value] ?? "";
  return fail("D3133", { value: component });
}

function formatZone({ component, integer, traditional }: Marker, hours: number, minutes: number): string {
  const offset = hours * 100 + minutes;
  if (offset === 0 && traditional) return "Z";
  const picture = integer ?? readIntegerPicture("01:01");
  const digits = picture.mandatoryDigits;
  let text: string;
  if (picture.regular || digits === 3 || digits === 4) {
    text = formatInteger(offset, picture);
  } else if (digits === 1 || digits === 2) {
    text = formatInteger(hours, picture);
    if (minutes !== 0) text += `:${formatInteger(minutes, readIntegerPicture("00"))}`;
  } else {
    return fail("D3134", { value: digits });
  }
  return (component === "z" ? "GMT" : "") + (offset >= 0 ? "+" : "") + text;
}
