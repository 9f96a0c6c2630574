const day = 86_400_000;

/** The number of one component of a time in UTC; what is no number is given as text. */
export function dateComponent(date: Date, component: string): number | string | undefined {
  switch (component) {
    case "Y":
      return date.getUTCFullYear();
    case "M":
      return date.getUTCMonth() + 1;
    case "D":
      return date.getUTCDate();
    case "d":
      return (startOfDay(date) - Date.UTC(date.getUTCFullYear(), 0)) / day + 1;
    case "F":
      return date.getUTCDay() || 7;
    case "W":
      return weekIn(date, date.getUTCFullYear(), 0, 12, 52);
    case "w":
      return weekIn(date, date.getUTCFullYear(), date.getUTCMonth(), 1, 4);
    case "X":
      return weekYear(date);
    case "x":
      return weekMonth(date);
    case "H":
      return date.getUTCHours();
    case "h":
      return date.getUTCHours() % 12 || 12;
    case "P":
      return date.getUTCHours() >= 12 ? "pm" : "am";
    case "m":
      return date.getUTCMinutes();
    case "s":
      return date.getUTCSeconds();
    case "f":
      return date.getUTCMilliseconds();
    case "C":
    case "E":
      return "ISO";
    default:
      return undefined;
  }
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

/** The Monday of the week that holds the first Thursday of a month; months count on over the ends of a year. */
function startOfFirstWeek(year: number, month: number): number {
  const first = Date.UTC(year + Math.floor(month / 12), ((month % 12) + 12) % 12);
  const weekday = new Date(first).getUTCDay() || 7;
  return weekday > 4 ? first + (8 - weekday) * day : first - (weekday - 1) * day;
}

/** The week within a year or month, which is `months` long and has at least `weeks` weeks. */
function weekIn(date: Date, year: number, month: number, months: number, weeks: number): number {
  const today = startOfDay(date);
  const count = (start: number): number => (today - start) / (7 * day) + 1;
  const week = count(startOfFirstWeek(year, month));
  if (week > weeks && today >= startOfFirstWeek(year, month + months)) return 1;
  if (week < 1) return Math.floor(count(startOfFirstWeek(year, month - months)));
  return Math.floor(week);
}

function weekYear(date: Date): number {
  const year = date.getUTCFullYear();
  const now = date.getTime();
  if (now < startOfFirstWeek(year, 0)) return year - 1;
  return now >= startOfFirstWeek(year + 1, 0) ? year + 1 : year;
}

function weekMonth(date: Date): number {
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const now = date.getTime();
  if (now < startOfFirstWeek(year, month)) return month === 0 ? 12 : month;
  return now >= startOfFirstWeek(year, month + 1) ? ((month + 1) % 12) + 1 : month + 1;
}

/** Monday is 1. */
export const weekdays: readonly string[] = [
  "",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];

/** January is at 0. */
export const months: readonly string[] =
  "January February March April May June July August September October November December".split(" ");
