import type { Builtin } from "./builtin.ts";

/** `$substringBefore` */
export const builtinSubstringBefore: Builtin = {
  name: "substringBefore",
  signature: "<s-s:s>",
  arity: 2,
  doc: "What stands before the first occurrence of a text; all of it when there is none.",
  examples: [["$substringBefore('Hello World', ' ')", "Hello"]],
  evaluate([value, chars]) {
    if (value === undefined) return undefined;
    const text = value as string;
    const mark = String(chars);
    const at = text.indexOf(mark);
    return at === -1 ? text : text.slice(0, at);
  },
};
