import type { Assigned, JoinVars } from "./assigned.kernel.ts";
import type { Narrowed, Remaining } from "./choice-state.kernel.ts";
import type { InnerOf } from "./fixed.kernel.ts";
import type { PathFor } from "./json-path.kernel.ts";
import type { PathPart } from "./json-path-branch.kernel.ts";
import type { PathFlow } from "./json-path-flow.kernel.ts";
import type { Chosen, PathArgument } from "./json-path-scope.kernel.ts";
import type { PathOpenFor, PathResolved } from "./json-path-template.kernel.ts";
import type { Scope } from "./scope.kernel.ts";
import type { Unwritten } from "./template.kernel.ts";
import type { Entries, VarsFor } from "./variables.kernel.ts";

type Decided<N extends string, Rest, V, L, Ns extends string, P, O, F, JI, JV, OP> = [Rest] extends [never]
  ? PathFlow<JI, JV, L, Ns, P, O, F>
  : PathChoice<N, Rest, V, L, Ns, P, O, F, JI, JV, OP>;

/** What a branch begins with: the part of the input that OutputPath chooses. */
type Handed<Rest, V, OP> = [OP] extends [never] ? Rest : Chosen<OP, Rest, VarsFor<V>>;

interface RuleFields<Rest, V, F, CA> {
  readonly assign?: PathOpenFor<CA, Scope<Rest, V, F>, Rest>;
  readonly comment?: string;
}

type RuleVars<V, Rest, CA> = CA extends Unwritten
  ? V
  : Assigned<V, Entries<PathResolved<CA, Rest, VarsFor<V>>>>;

/** A Choice at its beginning: its paths come before its rules. */
export interface PathChoiceStart<
  in out N extends string,
  in out Rest,
  in out V,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
> extends PathChoice<N, Rest, V, L, Ns, P, O, F, never, never, never> {
  /** The part of the input that is asked about, and handed on. */
  inputPath<const T = Unwritten>(
    path: PathArgument<T, Rest, Scope<Rest, V, F>>,
  ): PathChoice<N, Chosen<T, Rest, VarsFor<V>>, V, L, Ns, P, O, F, never, never, never>;
  /** The part of the input that the branches begin with. */
  outputPath<const T extends string | null>(
    path: T extends string ? PathFor<Rest, VarsFor<V>, T> : T,
  ): PathChoice<N, Rest, V, L, Ns, P, O, F, never, never, T>;
}

/** A Choice. `Rest` is what no `when` has taken: when nothing is left, or after `otherwise`, the chain goes on. */
export interface PathChoice<
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
  in out OP,
> {
  readonly state: N;
  comment(text: string): this;
  /** A branch for the inputs that pass the test; a test of the input alone narrows its type. */
  when<T extends (input: Rest, scope: Scope<Rest, V, F>) => boolean, BI, BV, BL, BN extends string, BP, BO>(
    test: T,
    branch: PathPart<Handed<Narrowed<T, Rest>, V, OP>, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Decided<N, Remaining<T, Rest>, V, BL, BN, BP, BO, F, JI | BI, JoinVars<JI, JV, BI, BV>, OP>;
  /** The same with variables of the rule's own, which the branch begins with. */
  when<
    T extends (input: Rest, scope: Scope<Rest, V, F>) => boolean,
    BI,
    BV,
    BL,
    BN extends string,
    BP,
    BO,
    const CA = Unwritten,
  >(
    test: T,
    handed: RuleFields<Rest, V, F, CA>,
    branch: PathPart<
      Handed<Narrowed<T, Rest>, V, OP>,
      RuleVars<V, Rest, CA>,
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
  ): Decided<N, Remaining<T, Rest>, V, BL, BN, BP, BO, F, JI | BI, JoinVars<JI, JV, BI, BV>, OP>;
  /** The branch for all that is left. */
  otherwise<BI, BV, BL, BN extends string, BP, BO>(
    branch: PathPart<Handed<Rest, V, OP>, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): PathFlow<JI | BI, JoinVars<JI, JV, BI, BV>, BL, BN, BP, BO, F>;
}
