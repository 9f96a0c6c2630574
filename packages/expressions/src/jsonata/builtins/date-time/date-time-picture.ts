import { fail } from "../../evaluate/failure.ts";
import { type IntegerPicture, readIntegerPicture } from "../integer/integer-picture.ts";

/** A part of a date/time picture: text as it is, or a component such as `[Y0001]`. */
export type PicturePart = { readonly kind: "literal"; readonly text: string } | Marker;

/** One component of a date or time and how it is written. */
export interface Marker {
  readonly kind: "marker";
  readonly component: string;
  /** `t` as the last modifier: UTC is written `Z`. */
  readonly traditional: boolean;
  /** The component is written as a name, in this case. */
  readonly names?: "upper" | "lower" | "title";
  readonly integer?: IntegerPicture;
  /** The most characters that a name may have. */
  readonly longest?: number;
  /** How many digits a year, month or day has; -1 when that is open. */
  readonly digits?: number;
}

/** How a component is written when the picture does not say. */
const defaultPresentation: Readonly<Record<string, string>> = {
  Y: "1",
  M: "1",
  D: "1",
  d: "1",
  F: "n",
  W: "1",
  w: "1",
  X: "1",
  x: "1",
  H: "1",
  h: "1",
  P: "n",
  m: "01",
  s: "01",
  f: "1",
  Z: "01:01",
  z: "01:01",
  C: "n",
  E: "n",
};

/** Reads a date/time picture such as `[D]/[M]/[Y]`; brackets are doubled where they are meant as text. */
export function readDateTimePicture(picture: string): readonly PicturePart[] {
  const parts: PicturePart[] = [];
  const addLiteral = (from: number, to: number): void => {
    if (to > from) parts.push({ kind: "literal", text: picture.slice(from, to).replaceAll("]]", "]") });
  };
  let start = 0;
  for (let open = picture.indexOf("["); open !== -1; open = picture.indexOf("[", start)) {
    addLiteral(start, open);
    if (picture.charAt(open + 1) === "[") {
      parts.push({ kind: "literal", text: "[" });
      start = open + 2;
      continue;
    }
    const close = picture.indexOf("]", open);
    if (close === -1) fail("D3135");
    parts.push(readMarker(picture.slice(open + 1, close).replace(/\s+/g, "")));
    start = close + 1;
  }
  addLiteral(start, picture.length);
  return parts;
}

function readMarker(marker: string): Marker {
  const component = marker.charAt(0);
  const comma = marker.lastIndexOf(",");
  const width = comma === -1 ? undefined : readWidth(marker.slice(comma + 1));
  const { presentation, modifier } = readPresentation(
    marker.slice(1, comma === -1 ? undefined : comma),
    component,
  );
  const plain = { kind: "marker", component, traditional: modifier === "t" } as const;
  const longest = width?.max === undefined ? {} : { longest: width.max };
  if (presentation.startsWith("n"))
    return { ...plain, ...longest, names: "lower", ...zoneFormat(component, presentation) };
  if (presentation.startsWith("N")) {
    const names = presentation.charAt(1) === "n" ? "title" : "upper";
    return { ...plain, ...longest, names, ...zoneFormat(component, presentation) };
  }
  if (!"YMDdFWwXxHhmsf".includes(component))
    return { ...plain, ...longest, ...zoneFormat(component, presentation) };
  const read = readIntegerPicture(modifier === undefined ? presentation : `${presentation};${modifier}`);
  const integer = widened(read, width?.min);
  if (!"YMD".includes(component)) return { ...plain, ...longest, integer };
  if (width?.max !== undefined) {
    return { ...plain, ...longest, integer: { ...integer, mandatoryDigits: width.max }, digits: width.max };
  }
  const written = integer.primary === "decimal" ? integer.mandatoryDigits + integer.optionalDigits : 0;
  return { ...plain, integer, digits: written >= 2 ? written : -1 };
}

function zoneFormat(component: string, presentation: string): { integer?: IntegerPicture } {
  return component === "Z" || component === "z" ? { integer: readIntegerPicture(presentation) } : {};
}

function widened(integer: IntegerPicture, least: number | undefined): IntegerPicture {
  if (least === undefined || integer.primary !== "decimal" || integer.mandatoryDigits >= least)
    return integer;
  return { ...integer, mandatoryDigits: least };
}

function readPresentation(
  text: string,
  component: string,
): { presentation: string; modifier: string | undefined } {
  if (text.length > 1 && "atco".includes(text.slice(-1))) {
    return { presentation: text.slice(0, -1), modifier: text.slice(-1) };
  }
  if (text.length > 0) return { presentation: text, modifier: undefined };
  const known = Object.hasOwn(defaultPresentation, component) ? defaultPresentation[component] : undefined;
  return { presentation: known ?? fail("D3132", { value: component }), modifier: undefined };
}

function readWidth(text: string): { min: number | undefined; max: number | undefined } {
  const dash = text.indexOf("-");
  const read = (part: string | undefined): number | undefined =>
    part === undefined || part === "*" ? undefined : Number.parseInt(part, 10);
  if (dash === -1) return { min: read(text), max: undefined };
  return { min: read(text.slice(0, dash)), max: read(text.slice(dash + 1)) };
}
