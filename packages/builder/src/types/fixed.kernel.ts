/** What is fixed for a chain: the constants, the promised output, and whether it is the workflow itself. */
export interface Top<Out, Constants> {
  readonly top: true;
  readonly out: Out;
  readonly constants: Constants;
}

export interface Inner<Out, Constants> {
  readonly out: Out;
  readonly constants: Constants;
}

export type InnerOf<F> = F extends Inner<infer Out, infer Constants> ? Inner<Out, Constants> : never;
export type BranchOf<F> = F extends Inner<any, infer Constants> ? Inner<unknown, Constants> : never;
export type ConstantsOf<F> = F extends { readonly constants: infer Constants } ? Constants : never;
