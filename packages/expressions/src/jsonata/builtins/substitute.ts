import type { MatchFields } from "../evaluate/matches.ts";

/** A replacement with `$1` … replaced by the groups of the match, `$0` by all of it, `$$` by a dollar sign. */
export function substitute(replacement: string, match: MatchFields): string {
  const groups = Array.isArray(match.groups) ? match.groups : [];
  let result = "";
  let position = 0;
  let at = replacement.indexOf("$");
  while (at !== -1 && position < replacement.length) {
    result += replacement.slice(position, at);
    position = at + 1;
    const next = replacement.charAt(position);
    if (next === "$" || next === "0") {
      result += next === "$" ? "$" : String(match.match);
      position += 1;
    } else {
      const reference = groupReference(replacement, position, groups.length);
      if (Number.isNaN(reference)) {
        result += "$";
      } else {
        result += String(groups[reference - 1] ?? "");
        position += String(reference).length;
      }
    }
    at = replacement.indexOf("$", position);
  }
  return result + replacement.slice(position);
}

/** As many digits as the number of groups has, one fewer when that group does not exist. */
function groupReference(replacement: string, position: number, groups: number): number {
  const digits = groups === 0 ? 1 : Math.floor(Math.log(groups) * Math.LOG10E) + 1;
  const number = Number.parseInt(replacement.slice(position, position + digits), 10);
  if (digits === 1 || number <= groups) return number;
  return Number.parseInt(replacement.slice(position, position + digits - 1), 10);
}
