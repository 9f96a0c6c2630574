import { jsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { describe, expect, test, vi } from "vitest";
import { replay } from "../../src/index.ts";
import { seededRandom } from "../../src/json/seeded-random.ts";
import { masksOf } from "../../src/replay/masks.ts";
import { readRecordings, recordingsFolder } from "../recordings/recording.ts";

// The comparison can fail: a recording that is equal, changed in one place, differs in that place.

vi.setConfig({ testTimeout: 300_000 });

const folder = recordingsFolder();
const deep = Boolean(process.env.STATEWRIGHT_DEEP);
const rounds = deep ? 40 : 3;

type Keys = readonly (string | number)[];

/** One change of a recording: where, and what the comparison is to say of it. */
interface Change {
  readonly document: Json;
  readonly what: string;
  readonly event?: number;
  readonly path: string;
}

describe.skipIf(folder === undefined)("a recording changed in one place", () => {
  test("differs there, unless a mask stands there", async () => {
    const counts = new Map<string, number>();
    const wrong: string[] = [];
    let draws = 0;
    const draw = <Item>(list: readonly Item[]): Item => {
      draws += 1;
      return list[Math.floor(seededRandom(2026, draws) * list.length)] as Item;
    };
    for (const { document, recording } of readRecordings(folder ?? "")) {
      const unchanged = await replay(document, recording.id);
      if (unchanged.status !== "equal") continue;
      const unorderedRounds = recording.features.includes("event:TaskStateAborted") ? 100 : 1;
      for (let round = 0; round < rounds * unorderedRounds; round += 1) {
        const change = changed(document, recording.placeholders, draw);
        if (change === undefined) continue;
        counts.set(change.what, (counts.get(change.what) ?? 0) + 1);
        const found = await replay(change.document, recording.id);
        const unordered =
          recording.features.includes("history:parallel-ids-erased") ||
          recording.features.includes("event:TaskStateAborted");
        const named =
          found.status === "different" &&
          (unordered ||
            (found.difference.event === change.event && `${found.difference.path}/`.startsWith(change.path)));
        if (!named)
          wrong.push(
            `${recording.id}: ${change.what} at ${change.event} ${change.path} gave ${JSON.stringify(found).slice(0, 300)}`,
          );
      }
    }
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const list = [...counts].map(([what, count]) => `${what} ${count}`).join(", ");
    console.log(
      `changes of equal recordings found at their place: ${all - wrong.length} of ${all} (${list})`,
    );
    expect(wrong).toEqual([]);
    expect(all).toBeGreaterThan(900);
    expect(counts.size).toBeGreaterThan(6);
  });
});

function changed(
  document: Json,
  placeholders: readonly string[],
  draw: <Item>(list: readonly Item[]) => Item,
): Change | undefined {
  const copy = structuredClone(document) as { expected: { history: { id: number }[] | null } };
  const { history } = copy.expected;
  const at = draw(history === null ? [undefined] : [...history.keys(), undefined]);
  const place = at === undefined || history === null ? undefined : { history, at };
  const isMasked = (text: string) => {
    const masks = masksOf(placeholders);
    return masks.isMask(text) || masks.fits(text, text);
  };
  if (place === undefined) {
    const outcome = copy.expected as unknown as Record<string, Json>;
    const field = draw(["status", "output", "error", "cause"]);
    const change = changeValue(outcome[field] ?? null, isMasked, draw);
    if (change === undefined) return undefined;
    outcome[field] = change.value;
    const document_ = copy as unknown as Json;
    return {
      document: document_,
      what: `outcome: ${change.what}`,
      path: `/${field}${jsonPointer(change.keys)}`,
    };
  }
  const event = place.history[place.at] as unknown as Record<string, Json>;
  const number = place.at + 1;
  const give = (what: string, path: string): Change => ({
    document: copy as unknown as Json,
    what,
    event: number,
    path,
  });
  switch (draw(["type", "id", "previousEventId", "removed", "twice", "details", "details", "details"])) {
    case "type":
      event.type = `${String(event.type)}x`;
      return give("type", "/type");
    case "id":
      event.id = 10_000;
      return give("id", "/id");
    case "previousEventId":
      if (Array.isArray(event.id)) return undefined; // erased: nothing is judged by it
      event.previousEventId = 10_000;
      return give("previousEventId", "/previousEventId");
    case "removed":
      place.history.splice(place.at, 1);
      return give("event removed", "");
    case "twice":
      place.history.splice(place.at, 0, structuredClone(place.history[place.at] as { id: number }));
      return { ...give("event twice", ""), event: number + 1 };
    default: {
      // Who took the task of an activity comes from outside, and is recorded nowhere else.
      if (event.type === "ActivityStarted") return undefined;
      const change = changeValue(event.details ?? {}, isMasked, draw);
      if (change === undefined) return undefined;
      event.details = change.value;
      return give(change.what, `/details${jsonPointer(change.keys)}`);
    }
  }
}

/** Another value at a random place of a value, where no mask stands above or at it. */
function changeValue(
  value: Json,
  isMasked: (text: string) => boolean,
  draw: <Item>(list: readonly Item[]) => Item,
): { readonly value: Json; readonly what: string; readonly keys: Keys } | undefined {
  const keys = draw(placesIn(value));
  const old = keys.reduce<Json>((part, key) => (part as Readonly<Record<string, Json>>)[key] as Json, value);
  if (typeof old === "string" && isMasked(old)) return undefined;
  if (typeof old === "object" && old !== null && !Array.isArray(old)) {
    const extra = { ...old, "an extra member": 1 };
    return { value: replaced(value, keys, extra), what: "extra member", keys };
  }
  if (Array.isArray(old)) {
    return { value: replaced(value, keys, [...old, "an extra item"]), what: "extra item", keys };
  }
  const other: Json =
    typeof old === "string"
      ? `${old}x`
      : typeof old === "number"
        ? old + 1
        : typeof old === "boolean"
          ? !old
          : "x";
  return { value: replaced(value, keys, other), what: `other ${old === null ? "null" : typeof old}`, keys };
}

function placesIn(value: Json): readonly Keys[] {
  if (typeof value !== "object" || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, part]) =>
      placesIn(part as Json).map((keys) => [Array.isArray(value) ? Number(key) : key, ...keys]),
    ),
  ];
}

function replaced(value: Json, keys: Keys, other: Json): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return other;
  if (Array.isArray(value))
    return value.map((item: Json, index) => (index === key ? replaced(item, rest, other) : item));
  const holder = value as Readonly<Record<string, Json>>;
  return { ...holder, [key]: replaced(holder[key] as Json, rest, other) };
}
