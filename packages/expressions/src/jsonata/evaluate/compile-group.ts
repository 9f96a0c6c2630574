import type { Span } from "@statewright/diagnostics";
import type { Pair } from "../operator-expression.ts";
import type { Closure, Scope } from "./closure.ts";
import { fail } from "./failure.ts";
import { append, setField } from "./fields.ts";
import { type Frame, frameOfTuple } from "./frame.ts";
import { type Fields, isList, type List, type Value } from "./value.ts";

interface CompiledPair {
  readonly key: Closure;
  readonly value: Closure;
}

/** The items with one key, and the pair that the key comes from. */
interface Group {
  readonly pair: CompiledPair;
  data: Value;
  /** `data` is an array of our own, to which more can be added. */
  owned: boolean;
}

/** `{key: value}`: an object; of an array, the items are put together by key before their values are made. */
export function compileGroup(pairs: readonly Pair[], span: Span, scope: Scope): Closure {
  const compiled = pairs.map(({ key, value }) => ({ key: scope.compile(key), value: scope.compile(value) }));
  const names = namesOf(pairs);
  const grouped: Closure = (input, frame) => {
    const reduce = isList(input) && input.tupleStream === true;
    const items = isList(input) && input.length > 0 ? input : [isList(input) ? undefined : input];
    const groups = groupItems(items, compiled, frame, reduce, span);
    const result: Fields = {};
    for (const [key, group] of groups) {
      const value = reduce ? reducedValue(group, frame) : group.pair.value(group.data, frame);
      if (value !== undefined) setField(result, key, value);
    }
    return result;
  };
  if (names === undefined) return grouped;
  const values = compiled.map(({ value }) => value);
  return (input, frame) => (isList(input) ? grouped(input, frame) : objectOf(names, values, input, frame));
}

/** The names where each is written out and different from the others: most objects. */
function namesOf(pairs: readonly Pair[]): readonly string[] | undefined {
  const names = pairs.flatMap(({ key }) => (key.kind === "string" ? [key.value] : []));
  return new Set(names).size === pairs.length ? names : undefined;
}

/** Of one item with such names there is nothing to put together. */
function objectOf(names: readonly string[], values: readonly Closure[], item: Value, frame: Frame): Fields {
  frame.run.meter.step();
  const result: Fields = {};
  for (let index = 0; index < names.length; index += 1) {
    const value = values[index]?.(item, frame);
    if (value !== undefined) setField(result, names[index] as string, value);
  }
  return result;
}

function groupItems(
  items: readonly Value[],
  pairs: readonly CompiledPair[],
  frame: Frame,
  reduce: boolean,
  span: Span,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const item of items) {
    frame.run.meter.step();
    const inner = reduce ? frameOfTuple(frame, item) : frame;
    const context = reduce ? (item as Fields | undefined)?.["@"] : item;
    for (const pair of pairs) {
      const key = pair.key(context, inner);
      if (key === undefined) continue;
      if (typeof key !== "string") return fail("T1003", { value: key }, span);
      const group = groups.get(key);
      if (!group) groups.set(key, { pair, data: item, owned: false });
      else if (group.pair !== pair) return fail("D1009", { value: key }, span);
      else add(group, item);
    }
  }
  return groups;
}

/** The same as `append`, without copying for every item. */
function add(group: Group, item: Value): void {
  if (!group.owned) {
    const joined = append(group.data, item);
    group.owned = group.data !== undefined && item !== undefined;
    group.data = joined;
  } else if (isList(item)) {
    for (const inner of item) (group.data as List).push(inner);
  } else if (item !== undefined) {
    (group.data as List).push(item);
  }
}

function reducedValue(group: Group, frame: Frame): Value {
  const tuple = mergeTuples(group.data);
  const { "@": context, ...variables } = tuple;
  return group.pair.value(context, frameOfTuple(frame, variables));
}

function mergeTuples(data: Value): Fields {
  if (!isList(data)) return (data ?? {}) as Fields;
  const merged: Fields = { ...(data[0] as Fields) };
  for (const tuple of data.slice(1)) {
    for (const [name, value] of Object.entries(tuple as Fields))
      setField(merged, name, append(Object.hasOwn(merged, name) ? merged[name] : undefined, value));
  }
  return merged;
}
