import type { Origin } from "@statewright/compiler";
import { callOrigin } from "../chain/call-origin.ts";

const brand: unique symbol = Symbol.for("statewright.expression");

/** What `expression` keeps: the function as it was written, and where. */
interface Reusable {
  readonly fn: unknown;
  readonly origin: Origin | undefined;
}

/**
 * A piece of an arrow function for reuse. It goes in through the workflow's `constants`, and its body is put in where
 * an arrow calls it, with the types of what it is given. What it may hold is what an arrow may hold; a name from
 * outside of it is refused like there. Called in a test it is the function itself.
 *
 * @example
 * ```ts
 * const total = expression((order: Order) => order.items.reduce((sum, item) => sum + item.price * item.quantity, 0));
 * workflow("orders", { constants: { total } })
 *   .input(Order)
 *   .pass("Sum").output(({ input, constants }) => ({ total: constants.total(input) }))
 *   .end();
 * // → "Output": { "total": "{% $reduce($states.input.items, function($sum, $item) { … }, 0) %}" }
 * ```
 */
export function expression<Fn extends (...values: never[]) => unknown>(fn: Fn): Fn {
  const kept: Reusable = { fn, origin: callOrigin(expression) };
  const called = (...values: never[]): unknown => fn(...values);
  return Object.defineProperty(called, brand, { value: Object.freeze(kept) }) as unknown as Fn;
}

/** What {@link expression} made of a value, if it did. */
export function reusableOf(value: unknown): Reusable | undefined {
  if (typeof value !== "function" || !Object.hasOwn(value, brand)) return undefined;
  return (value as unknown as { readonly [brand]: Reusable })[brand];
}
