import type { JsonRecord, JsonValue } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import type { RuledState } from "./rule.ts";

/** One member of an object in a payload template of a JSONPath state. */
export interface TemplateMember {
  readonly key: string;
  readonly value: JsonValue;
  readonly pointer: JsonPointer;
  /** The field that is the template: `/States/A/Parameters`. */
  readonly template: JsonPointer;
}

const templateFields = ["Parameters", "ItemSelector", "ResultSelector", "Assign", "Credentials"];

/**
 * Every object member of the payload templates of a JSONPath state, at any depth: those whose key ends in
 * `.$` are paths or intrinsic functions, the others stand for themselves.
 */
export function* templateMembers({ state, pointer }: RuledState): Generator<TemplateMember, void, undefined> {
  const fields = state as unknown as JsonRecord;
  for (const field of templateFields) yield* membersIn(fields[field], childPointer(pointer, field));
  const nested = [
    ["ItemReader", "Parameters"],
    ["ItemBatcher", "BatchInput"],
    ["ResultWriter", "Parameters"],
  ] as const;
  for (const [outer, inner] of nested) {
    yield* membersIn(memberOf(fields[outer], inner), childPointer(pointer, outer, inner));
  }
  if (state.Type === "Choice") {
    for (const [index, { Assign }] of state.Choices.entries()) {
      yield* membersIn(Assign, childPointer(pointer, "Choices", index, "Assign"));
    }
  }
  for (const [index, { Assign }] of ("Catch" in state ? (state.Catch ?? []) : []).entries()) {
    yield* membersIn(Assign, childPointer(pointer, "Catch", index, "Assign"));
  }
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as JsonRecord)[name] : undefined;
}

function* membersIn(
  root: JsonValue | undefined,
  template: JsonPointer,
): Generator<TemplateMember, void, undefined> {
  const pending = root === undefined ? [] : [{ value: root, pointer: template }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer } = next;
    if (typeof value !== "object" || value === null) continue;
    const inner: { value: JsonValue; pointer: JsonPointer }[] = [];
    for (const [key, member] of Object.entries(value)) {
      const at = childPointer(pointer, key);
      inner.push({ value: member, pointer: at });
      if (!Array.isArray(value)) yield { key, value: member, pointer: at, template };
    }
    pending.push(...inner.reverse());
  }
}
