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

/** A part as a node: what stands behind it is put around it. */
export function finish(part: Part): JsonataExpression {
  if (part.node.kind === "path") return part.node as JsonataExpression;
  if (!part.predicated && !part.group && !part.keepArray) return part.node as JsonataExpression;
  const { node, predicates, group, keepArray, span } = part;
  return {
    kind: "postfix",
    operand: node as JsonataExpression,
    predicates,
    ...(group && { group }),
    keepArray,
    span,
  };
}

/** A part that nothing stands behind yet. */
export function partOf(node: Part["node"], span: Span = node.span): Part {
  return { node, span, predicates: [], predicated: false, keepArray: false, tuple: false, seeking: [] };
}
