import { type FieldOrigin, membersOf, printShape, type Shape } from "@statewright/json-types";

/** A field of a value, and the state and place that wrote it. */
export interface FieldSource {
  /** From the value itself: `$states.input.order.id`. */
  readonly path: string;
  readonly text: string;
  /** Whether there may be no such field. */
  readonly optional: boolean;
  readonly from: FieldOrigin;
}

/** What a person would read at once; it bounds the work on data with very many fields. */
const mostSources = 100;
const mostLooks = 2000;

interface Place {
  readonly shape: Shape;
  readonly path: string;
}

/**
 * Where the fields of a value were written, outer fields before inner ones. A field that was written in several
 * places is there once for each. Not recursive, and cut at a bound: a shape can have very many fields.
 */
export function fieldSources(shape: Shape, name: string, each: string): readonly FieldSource[] {
  const found = new Map<string, FieldSource>();
  const places: Place[] = [{ shape, path: name }];
  for (let at = 0; at < places.length && found.size < mostSources; at += 1) {
    const place = places[at];
    if (place === undefined) break;
    for (const member of membersOf(place.shape)) {
      if (member.kind === "array") {
        const inside = [...(member.items ?? []), member.element];
        for (const item of inside.slice(0, Math.max(mostLooks - places.length, 0)))
          places.push({ shape: item, path: `${place.path}${each}` });
      }
      if (member.kind !== "object") continue;
      for (const [key, { shape: inner, optional, from }] of Object.entries(member.fields)) {
        if (places.length >= mostLooks) break;
        const path = pathTo(place.path, key);
        places.push({ shape: inner, path });
        if (from === undefined) continue;
        const text = printShape(inner);
        found.set(
          `${path} ${from.pointer}`,
          Object.freeze({ path, text, optional, from: Object.freeze({ ...from }) }),
        );
      }
    }
  }
  return Object.freeze([...found.values()].slice(0, mostSources));
}

function pathTo(path: string, key: string): string {
  const name = /^[A-Za-z_]\w*$/.test(key) ? key : `\`${key}\``;
  return path === "" ? name : `${path}.${name}`;
}
