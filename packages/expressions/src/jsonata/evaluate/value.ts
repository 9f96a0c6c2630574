import type { FunctionValue } from "./function-value.ts";

/** What an expression can have as its value while it is evaluated; `undefined` is a missing value. */
export type Value = undefined | null | boolean | number | string | List | Fields | FunctionValue;

/**
 * An array. JSONata's sequences are arrays that dissolve: of one item into the item, of none into a missing
 * value. The marks below are set on arrays made here and never on data, and they never leave an evaluation.
 */
export interface List extends Array<Value> {
  /** It is a sequence. */
  sequence?: true;
  /** A sequence that keeps the array of one: `[]` was written. */
  keepSingleton?: true;
  /** Its items are tuples: the value under `@` and the variables that were bound beside it. */
  tupleStream?: true;
  /** Made by an array constructor in a path: an item of its own, not spread. */
  cons?: true;
  /** The sequence around an input document that is an array itself. */
  outerWrapper?: true;
}

/** An object. */
export interface Fields {
  [key: string]: Value;
}

/** Whether `value` is an array. */
export function isList(value: Value): value is List {
  return Array.isArray(value);
}

/** A new sequence of a few items. */
export function sequenceOf(...items: Value[]): List {
  return asSequence(items);
}

/** Makes a list that was just made a sequence. */
export function asSequence(list: List): List {
  list.sequence = true;
  return list;
}

/** A sequence of one dissolves, an empty one is a missing value. */
export function dissolve(value: Value): Value {
  if (!Array.isArray(value) || value.sequence !== true || value.tupleStream === true) return value;
  if (value.length === 0) return undefined;
  return value.length === 1 && value.keepSingleton !== true ? value[0] : value;
}
