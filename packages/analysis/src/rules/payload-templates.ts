import type { JsonRecord, JsonValue, StateVisit } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { memberOf } from "../json-record.ts";
import { fieldsOfStates } from "./fields-of-states.ts";

/** One member of an object in a payload template of a JSONPath state. */
export interface TemplateMember {
  readonly key: string;
  readonly value: JsonValue;
  readonly pointer: JsonPointer;
  /** The field that is the template: `/States/A/Parameters`. */
  readonly template: JsonPointer;
  /** The object it is a member of. */
  readonly object: JsonRecord;
}

/** The fields that are templates, or of which one member is. */
const templatesOf = fieldsOfStates(
  new Map([
    ["Parameters", ""],
    ["ItemSelector", ""],
    ["ResultSelector", ""],
    ["Assign", ""],
    ["Credentials", ""],
    ["ItemReader", "Parameters"],
    ["ItemBatcher", "BatchInput"],
    ["ResultWriter", "Parameters"],
  ]),
);

/**
 * The object members of the payload templates of a JSONPath state, at any depth, that are evaluated or look so:
 * those whose key ends in `.$` are paths or intrinsic functions, the others stand for themselves (R-JP-06).
 */
export function templateMembers({ state, pointer }: StateVisit): readonly TemplateMember[] {
  const members: TemplateMember[] = [];
  const fields = state as unknown as JsonRecord;
  for (const [field, inner] of templatesOf[state.Type]) {
    const value = fields[field];
    if (value === undefined) continue;
    if (inner === "") addMembers(members, value, childPointer(pointer, field));
    else addMembers(members, memberOf(value, inner), childPointer(pointer, field, inner));
  }
  if (state.Type === "Choice") {
    for (const [index, { Assign }] of state.Choices.entries()) {
      if (Assign !== undefined)
        addMembers(members, Assign, childPointer(pointer, "Choices", index, "Assign"));
    }
  }
  for (const [index, { Assign }] of ("Catch" in state ? (state.Catch ?? []) : []).entries()) {
    if (Assign !== undefined) addMembers(members, Assign, childPointer(pointer, "Catch", index, "Assign"));
  }
  return members;
}

/** What stands for itself beyond doubt is most of a template, and no rule speaks of it. */
function mayBeEvaluated(key: string, value: JsonValue): boolean {
  return key.endsWith(".$") || (typeof value === "string" && /^(\$|States\.|\{%)/.test(value));
}

/** Every such member of one template, at any depth. */
export function membersIn(root: JsonValue, template: JsonPointer): readonly TemplateMember[] {
  const members: TemplateMember[] = [];
  addMembers(members, root, template);
  return members;
}

function addMembers(members: TemplateMember[], root: JsonValue | undefined, template: JsonPointer): void {
  const pending = root === undefined ? [] : [{ value: root, pointer: template }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer } = next;
    if (typeof value !== "object" || value === null) continue;
    const inner: { value: JsonValue; pointer: JsonPointer }[] = [];
    const object = value as JsonRecord;
    for (const key of Object.keys(object)) {
      const member = object[key] ?? null;
      if (typeof member === "object") inner.push({ value: member, pointer: childPointer(pointer, key) });
      if (Array.isArray(value) || !mayBeEvaluated(key, member)) continue;
      members.push({ key, value: member, pointer: childPointer(pointer, key), template, object });
    }
    pending.push(...inner.reverse());
  }
}
