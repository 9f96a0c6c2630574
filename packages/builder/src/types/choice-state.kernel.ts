import type { AfterBranches, JoinVars } from "./assigned.kernel.ts";
import type { Part } from "./end.kernel.ts";
import type { InnerOf } from "./fixed.kernel.ts";
import type { Flow } from "./flow.kernel.ts";
import type { Handed, HandedData, HandedInput, HandedVars } from "./handed.kernel.ts";
import type { Scope } from "./scope.kernel.ts";
import type { Came, Unclosed } from "./unfinished.kernel.ts";
import type { Entered } from "./variables.kernel.ts";

export type Narrowed<T, Rest> = T extends (input: any, scope: any) => input is infer S
  ? Extract<S, Rest>
  : Rest;
export type Remaining<T, Rest> = T extends (input: any, scope: any) => input is infer S
  ? Exclude<Rest, S>
  : Rest;

type Decided<N extends string, Rest, V, L, Ns extends string, P, O, F, JI, JV> = [Rest] extends [never]
  ? Flow<JI, AfterBranches<V, JV>, L, Ns, P, O, F>
  : ChoiceWithoutOtherwise<N, Rest, V, L, Ns, P, O, F, JI, JV>;

/** A Choice. `Rest` is what no `when` has taken: when nothing is left, or after `otherwise`, the chain goes on. */
export interface ChoiceWithoutOtherwise<
  in out N extends string,
  in out Rest,
  in out V,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out JI,
  in out JV,
> extends Flow<[JI] extends [never] ? Rest : JI, AfterBranches<V, JV>, L, Ns, P | Unclosed<N>, O, F> {
  comment(text: string): ChoiceWithoutOtherwise<N, Rest, V, L, Ns, P, O, F, JI, JV>;
  /** A branch for the inputs that pass the test; a test of the input alone narrows its type. */
  when<T extends (input: Rest, scope: Scope<Rest, V, F>) => boolean, BI, BV, BL, BN extends string, BP, BO>(
    test: T,
    branch: Part<Narrowed<T, Rest>, Entered<V>, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Decided<N, Remaining<T, Rest>, V, BL, BN, BP, BO, F, JI | Came<BI, BN>, JoinVars<JI, JV, BI, BV>>;
  /** The same with an output or variables of the rule's own, which the branch begins with. */
  when<
    T extends (input: Rest, scope: Scope<Rest, V, F>) => boolean,
    CO,
    CA,
    BI,
    BV,
    BL,
    BN extends string,
    BP,
    BO,
    S extends string = never,
  >(
    test: T,
    handed: Handed<S, Scope<Rest, V, F>, CO, CA>,
    branch: Part<
      HandedInput<CO, Narrowed<T, Rest>>,
      HandedVars<V, CA>,
      L,
      Ns,
      P,
      O,
      InnerOf<F>,
      BI,
      BV,
      BL,
      BN,
      BP,
      BO
    >,
  ): Decided<N, Remaining<T, Rest>, V, BL, BN, BP, BO, F, JI | Came<BI, BN>, JoinVars<JI, JV, BI, BV>>;
  /** The branch for all that is left. */
  otherwise<BI, BV, BL, BN extends string, BP, BO>(
    branch: Part<Rest, Entered<V>, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Flow<JI | Came<BI, BN>, AfterBranches<V, JoinVars<JI, JV, BI, BV>>, BL, BN, BP, BO, F>;
  /** The same with an output or variables, which apply when no rule does. */
  otherwise<CO, CA, BI, BV, BL, BN extends string, BP, BO, S extends string = never>(
    handed: HandedData<S, Scope<Rest, V, F>, CO, CA>,
    branch: Part<HandedInput<CO, Rest>, HandedVars<V, CA>, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Flow<JI | Came<BI, BN>, AfterBranches<V, JoinVars<JI, JV, BI, BV>>, BL, BN, BP, BO, F>;
}
