import type { Shape } from "@statewright/json-types";

/** The kinds of JSON values, as bits of a set. "Missing" is no kind: see {@link Value}. */
export const kinds: {
  readonly null: number;
  readonly boolean: number;
  readonly number: number;
  readonly string: number;
  readonly array: number;
  readonly object: number;
} = { null: 1, boolean: 2, number: 4, string: 8, array: 16, object: 32 };

export const anyKind: number = 63;
export const scalarKinds: number = kinds.null | kinds.boolean | kinds.number | kinds.string;

/** The set of kinds that the values of a shape can be. */
export function kindsOf(shape: Shape): number {
  switch (shape.kind) {
    case "never":
    case "missing":
      return 0;
    case "unknown":
      return anyKind;
    case "union":
      return shape.members.reduce((all, member) => all | kindsOf(member), 0);
    default:
      return kinds[shape.kind];
  }
}

/** Puts a set of kinds into words. */
export function kindNames(set: number): string {
  const names = Object.entries(kinds).flatMap(([name, bit]) => ((set & bit) !== 0 ? [name] : []));
  return names.join(" or ");
}
