import type { Builtin } from "./builtin.ts";

/** `$substringAfter` */
export const builtinSubstringAfter: Builtin = {
  name: "substringAfter",
  signature: "<s-s:s>",
  arity: 2,
  doc: "What stands after the first occurrence of a text; all of it when there is none.",
  examples: [["$substringAfter('Hello World', ' ')", "World"]],
  evaluate([value, chars]) {
    if (value === undefined) return undefined;
    const text = value as string;
    const mark = String(chars);
    const at = text.indexOf(mark);
    return at === -1 ? text : text.slice(at + mark.length);
  },
};
