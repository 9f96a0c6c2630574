import type { Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "../expression.ts";
import type { FieldName, SortStep } from "../path-expression.ts";
import type { DraftPath, DraftStep, Part, Slot } from "./draft.ts";

/** Tells that no step can be the parent that a `%` asks for. */
export type Unprovided = (span: Span) => void;

/** The slots that `inner`, a part of `outer`, does not find by itself become those of `outer`. */
export function passOn(outer: { seeking: Slot[] }, inner: Part, slots: ReadonlyMap<object, Slot>): void {
  addSlots(outer, seekersOf(inner, slots));
}

/** Adds slots, of which there can be too many for the arguments of one call. */
export function addSlots(to: { seeking: Slot[] }, slots: readonly Slot[]): void {
  for (const slot of slots) to.seeking.push(slot);
}

/** The slots that look beyond `part`; a lone `%` looks for itself. */
export function seekersOf(part: Part, slots: ReadonlyMap<object, Slot>): readonly Slot[] {
  const own = slots.get(part.node);
  return own ? [...part.seeking, own] : part.seeking;
}

/** Looks among the steps before the last for those that provide what the last step's slots ask for. */
export function resolveLast(
  path: DraftPath,
  part: Part,
  slots: ReadonlyMap<object, Slot>,
  fail: Unprovided,
): void {
  const last = path.steps.at(-1);
  if (!last) return;
  const own = slots.get(last.node);
  for (const slot of own ? [...last.seeking, own] : last.seeking) {
    let index = path.steps.length - 2;
    while (slot.level > 0) {
      let step = path.steps[index];
      if (!step) {
        part.seeking.push(slot);
        break;
      }
      index -= 1;
      // Steps that bind their items with "@" leave the context where it was, so they count as one.
      while (index >= 0 && step?.focus !== undefined && path.steps[index]?.focus !== undefined) {
        step = path.steps[index];
        index -= 1;
      }
      if (step && !seekInStep(step, slot, fail)) break;
    }
  }
}

/** Lets `step`, or a part that may become one, provide `slot` if the level fits; false when it never can. */
export function seekInStep(
  step: Pick<DraftStep, "tuple" | "provides"> & { readonly node: DraftStep["node"] | DraftPath },
  slot: Slot,
  fail: Unprovided,
): boolean {
  let { node } = step;
  while (node.kind === "postfix") node = node.operand;
  if (node.kind === "block") {
    const found = seekInNode(node, slot, fail);
    if (node.expressions.length > 0) step.tuple = true;
    return found;
  }
  // A string with a grouping behind it, as a step, is a field within a postfix.
  const isField = node.kind === "name" || (node.kind === "path" && step.node.kind === "postfix");
  if (!isField && node.kind !== "wildcard") return seekInNode(node, slot, fail);
  slot.level -= 1;
  if (slot.level === 0) {
    if (step.provides) slot.label = step.provides.label;
    step.provides = slot;
    step.tuple = true;
  }
  return true;
}

/** The same for an expression that is no step: the last of a block, or a path inside it. */
function seekInNode(
  start: JsonataExpression | FieldName | SortStep | DraftPath,
  slot: Slot,
  fail: Unprovided,
): boolean {
  let node = start;
  for (;;) {
    switch (node.kind) {
      case "parent":
        slot.level += 1;
        return true;
      case "wildcard":
        slot.level -= 1;
        return true;
      case "postfix":
        node = node.operand;
        continue;
      case "block": {
        const last = node.expressions.at(-1);
        if (!last) return true;
        node = last;
        continue;
      }
      case "path":
        return seekInPath(node as DraftPath, slot, fail);
      default:
        fail(node.span);
        return false;
    }
  }
}

function seekInPath(path: DraftPath, slot: Slot, fail: Unprovided): boolean {
  path.tuple = true;
  let index = path.steps.length - 1;
  let first = true;
  while (index >= 0 && (first || slot.level > 0)) {
    const step = path.steps[index];
    if (!step || !seekInStep(step, slot, fail)) return false;
    first = false;
    index -= 1;
  }
  return true;
}
