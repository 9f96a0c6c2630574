import type { Json } from "@statewright/json-types";
import type { RandomSource } from "./random-source.ts";

const texts = [
  "",
  "a",
  "ab",
  "b c",
  "10",
  "é",
  "x1y22",
  "Hello world",
  "a,b,,c",
  "2020-01-02T03:04:05.678Z",
  "😀!",
];
const numbers = [0, 1, 2, 3, -1, -3, 9, 0.5, 2.25, 1e21, -1.5, 1234567.891];

/** A document with the fields that the random expressions ask for. */
export function randomDocument(random: RandomSource): Json {
  const fields: [string, () => Json][] = [
    ["a", () => value(random, 3)],
    ["b", () => orders(random)],
    ["c", () => value(random, 2)],
    ["n", () => random.pick(numbers)],
    ["s", () => random.pick(texts)],
  ];
  return Object.fromEntries(fields.filter(() => random.chance(85)).map(([name, make]) => [name, make()]));
}

function orders(random: RandomSource): Json {
  return Array.from({ length: random.below(5) }, () => ({
    a: random.below(6),
    s: random.pick(["p", "q", "r"]),
    ...(random.chance(50) && { c: [{ n: random.below(4) }, { n: random.below(4), s: "x" }] }),
  }));
}

function value(random: RandomSource, depth: number): Json {
  const kind = random.below(depth > 0 ? 9 : 5);
  if (kind < 2) return random.pick(numbers);
  if (kind < 4) return random.pick(texts);
  if (kind === 4) return random.pick<Json>([true, false, null]);
  if (kind < 7) return Array.from({ length: random.below(4) }, () => value(random, depth - 1));
  const names = ["a", "b", "c", "n", "s"].filter(() => random.chance(50));
  return Object.fromEntries(names.map((name) => [name, value(random, depth - 1)]));
}
