import type { Origin, RawExpression } from "@statewright/compiler";
import { callOrigin } from "../chain/call-origin.ts";
import { type Hole, hole, holeIn } from "./hole.ts";

/** What a raw expression yields, as far as its text tells: its place in the data. */
export interface ByItsText {
  readonly [byItsText]: never;
}

declare const byItsText: unique symbol;
declare const value: unique symbol;

/** A path or an intrinsic function of JSONPath, as it was written. `Value` is declared, or read from the path. */
export interface JsonPathText<Text extends string, Value = ByItsText> extends Hole {
  readonly [hole]: "JSONPath";
  readonly text: Text;
  /** In types only. */
  readonly [value]?: Value;
  /** Says what the value is, where its path does not tell; the path is then taken as it stands. */
  as<T>(): JsonPathText<string, T>;
}

/** An expression of JSONata, as it was written. */
export interface JsonataText<Text extends string, Value = ByItsText> extends Hole {
  readonly [hole]: "JSONata";
  readonly text: Text;
  /** In types only. */
  readonly [value]?: Value;
  /** Says what the value is; the expression is then taken as it stands. */
  as<T>(): JsonataText<string, T>;
}

/**
 * A path, or the call of an intrinsic function, in the words of JSONPath: in a template of a JSONPath state, for what
 * an arrow function cannot say. A path is checked against the data, its names are completed, and its value has the
 * type of its place; where that is not known, say it: `jsonPath("$..price").as<number[]>()`.
 *
 * @example
 * ```ts
 * .parameters({ id: jsonPath("$.order.id"), hash: jsonPath("States.Hash($.order.id, 'SHA-256')") })
 * // → "Parameters": { "id.$": "$.order.id", "hash.$": "States.Hash($.order.id, 'SHA-256')" }
 * ```
 * @throws Never. What the checker finds in the text comes back from `compile`.
 */
export function jsonPath<const Text extends string>(text: Text): JsonPathText<Text> {
  return raw("JSONPath", text, callOrigin(jsonPath)) as unknown as JsonPathText<Text>;
}

/**
 * An expression in the words of JSONata, without `{%` and `%}`: in a template of a JSONata state, for what an arrow
 * function cannot say. A plain path is checked against the data and typed by it; of any other expression say what it
 * yields: `jsonata("$sum($states.input.items.price)").as<number>()`.
 *
 * @example
 * ```ts
 * .output({ id: jsonata("$states.input.id"), at: jsonata("$now('[Y0001]-[M01]')").as<string>() })
 * // → "Output": { "id": "{% $states.input.id %}", "at": "{% $now('[Y0001]-[M01]') %}" }
 * ```
 * @throws Never. What the checker finds in the text comes back from `compile`.
 */
export function jsonata<const Text extends string>(text: Text): JsonataText<Text> {
  return raw("JSONata", text, callOrigin(jsonata)) as unknown as JsonataText<Text>;
}

/** A path that was written without {@link jsonPath}, where the field says that it is one. */
export function writtenPath(path: string): object {
  return raw("JSONPath", path, undefined);
}

interface Raw extends RawExpression, Hole {
  readonly [hole]: RawExpression["language"];
}

function raw(language: RawExpression["language"], text: string, origin: Origin | undefined): object {
  const expression = {
    [hole]: language,
    kind: "raw" as const,
    language,
    text: String(text),
    ...(origin && { origin }),
    as: (): object => expression,
  };
  return Object.freeze(expression);
}

/** Whether a value is what {@link jsonPath} or {@link jsonata} made. */
export function isRaw(value: unknown): value is Raw {
  const kind = holeIn(value);
  return kind === "JSONPath" || kind === "JSONata";
}

/** The expression as the tree holds it: plain data. */
export function rawTemplate({ language, text, origin }: RawExpression): RawExpression {
  return { kind: "raw", language, text, ...(origin && { origin }) };
}
