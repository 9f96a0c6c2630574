/**
 * A value as the next state sees it, after its way through JSON: a `Date` is a string, functions are gone.
 *
 * A class or interface becomes its fields, so that messages and hovers show what can be read.
 */
export type JsonOf<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends { toJSON(): infer J }
      ? J
      : T extends ((...args: never) => unknown) | symbol | bigint
        ? never
        : { [K in keyof T]: JsonOf<T[K]> };

/** What a function returns to Step Functions: nothing becomes null. */
export type JsonResult<T> = unknown extends T ? T : [T] extends [Nothing] ? null : JsonOf<T>;

type Nothing = ReturnType<() => void>;
