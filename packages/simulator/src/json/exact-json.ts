import type { Json } from "@statewright/json-types";
import { acceptJson } from "./json-text.ts";

/**
 * A copy of a value as plain data, or what in it JSON cannot say, with its place: a function, a symbol, a BigInt, a
 * number that is none, a circle. What has a form of its own in JSON keeps it: a Date its text, `undefined` its absence.
 */
export function acceptExactJson(
  value: unknown,
): { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: string } {
  const places = new WeakMap<object, string>();
  let lost: string | undefined;
  function look(this: unknown, key: string, inner: unknown): unknown {
    const above = typeof this === "object" && this !== null ? places.get(this) : undefined;
    const place = above === undefined ? "" : Array.isArray(this) ? `${above}[${key}]` : `${above}.${key}`;
    const kind = unsayable(inner);
    if (kind !== undefined) {
      lost ??= place === "" ? `it is ${kind}` : `\`${place.replace(/^\./, "")}\` is ${kind}`;
      return null;
    }
    if (typeof inner === "object" && inner !== null) places.set(inner, place);
    return inner;
  }
  try {
    const text = JSON.stringify(value, look);
    if (lost !== undefined) return { ok: false, problem: lost };
    return acceptJson(text === undefined ? null : JSON.parse(text));
  } catch (error) {
    const [line = ""] = error instanceof Error ? error.message.split("\n") : ["it is no JSON"];
    return { ok: false, problem: lost ?? line };
  }
}

function unsayable(value: unknown): string | undefined {
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  if (typeof value === "bigint") return "a BigInt";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return undefined;
}
