import type { JsonataExpression } from "../expression.ts";
import type { Frame } from "./frame.ts";
import type { Value } from "./value.ts";

/** A compiled expression: its value for a context, in a frame. */
export type Closure = (input: Value, frame: Frame) => Value;

/** What is known at a place while an expression is compiled. */
export interface Scope {
  /** How many expressions are around this one, up to the function's body. */
  readonly depth: number;
  /** The variables that anything in the expression binds; all others belong to the environment. */
  readonly bound: ReadonlySet<string>;
  /** Text evaluated by `$eval` sees variables that it does not bind itself. */
  readonly open: boolean;
  /** The place one level further in. */
  inside(): Scope;
  /** Compiles an expression below this place. */
  compile(node: JsonataExpression): Closure;
  /** The same, but a sequence of one is still a sequence, for what stands behind it. */
  compileSequence(node: JsonataExpression): Closure;
  /** Compiles the body of a function, whose calls in tail position are left to the caller's loop. */
  compileBody(node: JsonataExpression): Closure;
}
