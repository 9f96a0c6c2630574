// What a chain remembers of its states: a union of labels and called tasks. A generic call goes through all that its
// type mentions, entry by entry, but not into the type of an arrow function. So where a state has an arrow, the chain
// keeps the arrow's type alone, whose parameter remembers what was there before: a state costs the same whether ten or
// five hundred came before it.

declare const states: unique symbol;

/** A parameter that remembers the states of its chain; in types only. */
export interface Remembers<L> {
  readonly [states]: L;
}

/** An entry. What there is of something is looked up in the whole union at once. */
export interface Memory {
  readonly called: unknown;
  readonly begin: unknown;
  readonly before: unknown;
}

/** Where a workflow begins, with its input. */
export interface Begin<In> {
  readonly called: never;
  readonly begin: In;
  readonly before: never;
}

/** What the parameter of the arrow `T` remembers. */
export interface Until<T> {
  readonly arrow: T;
  readonly called: never;
  readonly begin: never;
  readonly before: T extends (scope: infer S) => any ? S[typeof states & keyof S] : never;
}

/** `L`, by way of the arrow `T` if that remembers it. Once a state is enough. */
export type Remembered<T, L> = T extends (scope: infer S) => any
  ? [L] extends [Until<any>]
    ? L
    : unknown extends S
      ? L
      : S extends Remembers<any>
        ? Until<T>
        : L
  : L;

/** The tasks and errors among all that a chain remembers: what a Parallel or Map keeps of its inside. */
export type InsideOf<L> = Walked<L> extends Found<infer Tasks, any> ? Tasks : never;

/** The tasks among all that a chain remembers. */
export type TasksOf<L> = Extract<InsideOf<L>, { readonly task: unknown }>;

/** The input of the workflow that a chain belongs to. */
export type BeginOf<L> = Walked<L> extends Found<any, infer In> ? In : never;

interface Found<Tasks, In> {
  readonly tasks: Tasks;
  readonly begin: In;
}

// Two arrows a step: the compiler takes a thousand steps.
type Walked<L, Tasks = never, In = never> = [L] extends [never]
  ? Found<Tasks, In>
  : unknown extends L
    ? Found<any, In>
    : Walked<
        BeforeIn<BeforeIn<L>>,
        Tasks | TaskIn<L> | TaskIn<BeforeIn<L>>,
        In | BeginIn<L> | BeginIn<BeforeIn<L>>
      >;
type BeforeIn<L> = L["before" & keyof L];
type TaskIn<L> = L["called" & keyof L];
type BeginIn<L> = L["begin" & keyof L];

/** The label of the state `N`. */
export type LabelOf<L, N> = [L] extends [never]
  ? never
  : [LabelIn<L, N>] extends [never]
    ? LabelOf<BeforeIn<L>, N>
    : LabelIn<L, N>;
type LabelIn<L, N> = L extends { readonly name: N; readonly in: unknown } ? L : never;
