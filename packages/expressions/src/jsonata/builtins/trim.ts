import type { Builtin } from "./builtin.ts";

/** `$trim` */
export const builtinTrim: Builtin = {
  name: "trim",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text without blanks at its ends, and with single blanks inside.",
  examples: [["$trim('  a   b ')", "a b"]],
  evaluate([text]) {
    if (text === undefined) return undefined;
    const single = (text as string).replace(/[ \t\n\r]+/g, " ");
    return single.slice(
      single.startsWith(" ") ? 1 : 0,
      single.length > 1 && single.endsWith(" ") ? -1 : undefined,
    );
  },
};
