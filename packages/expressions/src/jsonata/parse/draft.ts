import type { Span } from "@statewright/diagnostics";
import type { ParentExpression } from "../context-expression.ts";
import type { JsonataExpression } from "../expression.ts";
import type { Pair } from "../operator-expression.ts";
import type { PathExpression, PathStep, Stage } from "../path-expression.ts";

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A `%` that looks for the step which provides its value. Slots that meet on one step share a label. */
export interface Slot {
  label: number;
  level: number;
  readonly parent: Mutable<ParentExpression>;
}

/** A step of a path in the making. */
export interface DraftStep extends Mutable<Omit<PathStep, "stages" | "ancestor">> {
  stages: Stage[];
  /** A predicate or an index stands on the step already. */
  staged: boolean;
  provides?: Slot;
  ancestor?: number;
  seeking: Slot[];
}

/** A path in the making. */
export interface DraftPath extends Mutable<Omit<PathExpression, "steps">> {
  steps: DraftStep[];
}

/** What one raw expression has become so far. A path keeps its own `group` and `keepArray`. */
export interface Part {
  readonly node: JsonataExpression | DraftPath;
  readonly span: Span;
  predicates: JsonataExpression[];
  predicated: boolean;
  group?: readonly Pair[];
  keepArray: boolean;
  focus?: string;
  /** What its step will be when it becomes one. */
  tuple: boolean;
  provides?: Slot;
  /** The slots that look for a step outside of this expression. */
  seeking: Slot[];
}

/** The path that a part is, while it is in the making. */
export function pathOf(part: Part): DraftPath | undefined {
  return part.node.kind === "path" ? (part.node as DraftPath) : undefined;
}
