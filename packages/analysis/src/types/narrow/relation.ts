import { isDisjoint, membersOf, neverShape, type Shape, unionShape } from "@statewright/json-types";
import { limitOf, type Ordering, type OtherKinds, opposite, within } from "./ordering.ts";
import { keep } from "./value-test.ts";

/** What a comparison of two values leaves of the one on the left. */
export interface Relation {
  readonly whenTrue: (left: Shape, right: Shape) => Shape;
  readonly whenFalse: (left: Shape, right: Shape) => Shape;
}

/** `a = b`. Nothing is equal to nothing; an array may stand for its one element. */
export function equalTo(kind?: Shape["kind"]): Relation {
  return {
    whenTrue: (left, right) =>
      keep(left, (member) => {
        if (member.kind === "missing" || (kind !== undefined && member.kind !== kind)) return [];
        return mayBeArray(right) || !isDisjoint(member, right) ? [member] : [];
      }),
    whenFalse: (left) => left,
  };
}

/** `a < b`, of numbers, or of texts. */
export function orderedTo(operator: Ordering, kinds: readonly Shape["kind"][], others: OtherKinds): Relation {
  const on = (left: Shape, right: Shape, side: Ordering, keepsOthers: boolean) =>
    keep(left, (member) => {
      if (member.kind === "missing") return keepsOthers ? [member] : [];
      if (!kinds.includes(member.kind)) return keepsOthers && others === "is false" ? [member] : [];
      const same = rightOf(right, member.kind);
      if (same === undefined) return [member];
      // Where there may be nothing, or a value of another kind, not to be less is no bound.
      const isOther = ({ kind }: Shape) =>
        kind === "missing" || (others === "is false" && kind !== member.kind);
      if (keepsOthers && membersOf(right).some(isOther)) return [member];
      if (same.kind === "never") return [];
      const limit = limitOf(same, side);
      return limit === undefined ? [member] : within(member, side, limit);
    });
  return {
    whenTrue: (left, right) => on(left, right, operator, false),
    whenFalse: (left, right) => on(left, right, opposite[operator], true),
  };
}

/** The members of one kind; nothing where there may be others that cannot be told. */
function rightOf(right: Shape, kind: Shape["kind"]): Shape | undefined {
  if (mayBeArray(right)) return undefined;
  const same = membersOf(right).filter((member) => member.kind === kind);
  return same.length === 0 ? neverShape : unionShape(...same);
}

function mayBeArray(shape: Shape): boolean {
  return shape.kind === "unknown" || membersOf(shape).some(({ kind }) => kind === "array");
}
