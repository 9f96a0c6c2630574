import { type Shape, sizeBounds } from "@statewright/json-types";

/** Names are for people: a path is not followed further than this. */
const deepest = 20;

/**
 * The path of the innermost field that makes up more than half of a value: `order.items`. Undefined where no field
 * does.
 *
 * @param certain by the least the value is; else by the most it can be.
 */
export function dominantField(shape: Shape, certain: boolean): string | undefined {
  const size = (part: Shape) => (certain ? sizeBounds(part).least : sizeBounds(part).bounded);
  const half = size(shape) / 2;
  let path = "";
  let at = shape;
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = membersOf(at).find(([, member]) => size(member) > half);
    if (next === undefined) break;
    const [name, member] = next;
    path += path === "" ? name.replace(/^\./, "") : name;
    at = member;
  }
  return path === "" ? undefined : path;
}

/** The members of an object or a list that have a name or a place of their own. */
function membersOf(shape: Shape): readonly (readonly [string, Shape])[] {
  if (shape.kind === "object")
    return Object.entries(shape.fields).map(([name, field]) => [memberName(name), field.shape]);
  if (shape.kind === "array") return (shape.items ?? []).map((item, index) => [`[${index}]`, item]);
  return [];
}

function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
