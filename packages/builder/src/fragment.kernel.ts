import type { Assigned } from "./types/assigned.kernel.ts";
import type { End } from "./types/end.kernel.ts";
import type { Inner } from "./types/fixed.kernel.ts";
import type { Flow } from "./types/flow.kernel.ts";
import type { NoConstants } from "./types/options.ts";
import type { InsideOf } from "./types/remembered.kernel.ts";
import type { Kept, Needing } from "./types/unfinished.kernel.ts";

/** A piece of a workflow, to be put in with `.use(…)`. */
export type Fragment<I, BI, BV, BN extends string, BO, BT = never, BP = never> = <
  In,
  V,
  L,
  Ns extends string,
  P,
  O,
  F,
>(
  branch: Flow<In, V, L, Ns, P, O, F>,
) => End<BI, Assigned<V, BV>, L | BT, Ns | BN, P | BP | Needing<In, I>, O | BO>;

/**
 * A piece of a workflow for reuse: states that begin with an input of type `I`. Its states keep their names, so a
 * workflow can use it once.
 *
 * @example
 * ```ts
 * const notify = fragment<{ email: string }>()((branch) =>
 *   branch.task("Notify", sendMail).arguments(({ input }) => ({ to: input.email })));
 * workflow("orders").input(Order).use(notify).end();
 * ```
 */
export function fragment<I>(): <BI, BV, BL, BN extends string, BP, BO>(
  build: (
    branch: Flow<I, never, never, never, never, never, Inner<unknown, NoConstants>>,
  ) => End<BI, BV, BL, BN, BP, BO>,
) => Fragment<I, BI, BV, BN, BO, InsideOf<BL>, Kept<BP, "fragment">> {
  return (build) => build as any;
}
