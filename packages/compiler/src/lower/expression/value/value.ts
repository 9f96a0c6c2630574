import type { Json, Shape } from "@statewright/json-types";
import type { Code } from "../code/code.ts";
import { anyKind, kindsOf } from "./kinds.ts";

/**
 * Whether a value can be JavaScript's `undefined`.
 *
 * `never`: its type says no. `trusted`: nothing is known here, and TypeScript was content. `possible`: its
 * type, or the way it was written (`?.`, `find`, an index), says yes.
 */
export type Absence = "never" | "trusted" | "possible";

/** What an expression became: its text, and what is known of its value. */
export interface Value {
  readonly code: Code;
  /** The value when it is there; never includes "missing". */
  readonly shape: Shape;
  readonly absent: Absence;
  /** Known while compiling: a literal, or a part of a constant. */
  readonly literal?: Json;
  /** The result of an arithmetic that can have a fraction: its digits are cut in a text. */
  readonly fraction?: true;
  /**
   * Built here with a field that may be undefined, somewhere in it: JavaScript lists the name of such a field and
   * lets it hide another in a spread, JSONata has no such field.
   */
  readonly holes?: true;
  /**
   * Built here with an array, somewhere in it, an element of which may be undefined in JavaScript and is null here.
   * `trusted`: nothing is known of that element, and TypeScript was content.
   */
  readonly gaps?: "possible" | "trusted";
  /** An element of an array with gaps of the kind `trusted`: its null may stand for undefined. */
  readonly filled?: true;
  /** Differs at each evaluation: a random number, an identifier, the time. */
  readonly volatile?: true;
}

/** The kinds the value can be of when it is there. */
export function kindsIn(value: Value): number {
  return kindsOf(value.shape);
}

export function isUnknown(value: Value): boolean {
  return kindsIn(value) === anyKind;
}

/** Whether the value, when it is there, is surely of these kinds. True for a value that is never there. */
export function isOnly(value: Value, set: number): boolean {
  return (kindsIn(value) & ~set) === 0;
}

export function canBe(value: Value, set: number): boolean {
  return (kindsIn(value) & set) !== 0;
}

/** Whether an emitted text has to reckon with nothing being there. */
export function mayBeAbsent(value: Value): boolean {
  return value.absent !== "never";
}

/** The weaker of two: what is known of a value that is one or the other. */
export function eitherAbsence(left: Absence, right: Absence): Absence {
  if (left === "possible" || right === "possible") return "possible";
  return left === "trusted" || right === "trusted" ? "trusted" : "never";
}

/** What a value built of others has inside. */
export type Inside = Pick<Value, "holes" | "gaps">;

/** What is inside a value that is built of these. */
export function insideOf(...parts: readonly Inside[]): Inside {
  const gaps = parts.some((part) => part.gaps === "possible")
    ? "possible"
    : parts.find((part) => part.gaps !== undefined)?.gaps;
  return { ...(parts.some((part) => part.holes) && { holes: true }), ...(gaps !== undefined && { gaps }) };
}

/** What an array has inside that has the value as an element. */
export function asElementOf(value: Value): Inside {
  return value.absent === "never" ? insideOf(value) : insideOf(value, { gaps: value.absent });
}

/** What carries over from two values to one that is either. */
export function marksOf(left: Value, right: Value): Partial<Value> {
  return {
    ...insideOf(left, right),
    ...((left.fraction || right.fraction) && { fraction: true }),
    ...((left.filled || right.filled) && { filled: true }),
    ...((left.volatile || right.volatile) && { volatile: true }),
  };
}
