let lastTime = Number.NaN;
let lastText = "";
let lastLong = "";
let lastShort = "";

/** An instant as the service's API writes it: `2026-01-01T00:00:00.000Z`. */
export function isoTime(milliseconds: number): string {
  if (milliseconds !== lastTime) {
    lastText = new Date(milliseconds).toISOString();
    lastTime = milliseconds;
  }
  return lastText;
}

/** An instant as the context object writes it: without trailing zeros of the fraction (R-CTX-07). */
export function contextTime(milliseconds: number): string {
  const text = isoTime(milliseconds);
  if (text !== lastLong) {
    lastShort = text.replace(/\.?0*Z$/, "Z");
    lastLong = text;
  }
  return lastShort;
}

const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})$/;

/** Reads an RFC 3339 timestamp with upper-case `T` and `Z` or an offset (R-WAIT-02, R-WAIT-04), as milliseconds. */
export function parseTimestamp(text: string): number | undefined {
  const parts = rfc3339.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts.map(Number) as number[];
  const date = Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0);
  const read = new Date(date);
  const real = read.getUTCMonth() + 1 === month && read.getUTCDate() === day && read.getUTCHours() === hour;
  if (!real || read.getUTCMinutes() !== minute || read.getUTCSeconds() !== second) return undefined;
  const offset = offsetMinutes(parts[8] ?? "Z");
  if (offset === undefined) return undefined;
  const fraction = Math.floor(Number(`0.${parts[7] ?? "0"}`) * 1000);
  return date + fraction - offset * 60_000;
}

function offsetMinutes(text: string): number | undefined {
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  if (hours > 18 || minutes > 59) return undefined;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
