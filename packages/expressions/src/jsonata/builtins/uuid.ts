import type { Builtin } from "./builtin.ts";

/** `$uuid` */
export const builtinUuid: Builtin = {
  name: "uuid",
  signature: "<:s>",
  arity: 0,
  only: "aws",
  doc: "A random UUID (version 4).",
  examples: [["$length($uuid())", 36]],
  evaluate(_, { frame }) {
    const digits = Array.from({ length: 32 }, () => Math.floor(frame.run.random() * 16));
    digits[12] = 4;
    digits[16] = ((digits[16] ?? 0) & 3) | 8;
    const text = digits.map((digit) => digit.toString(16)).join("");
    return [
      [0, 8],
      [8, 12],
      [12, 16],
      [16, 20],
      [20, 32],
    ]
      .map(([from, to]) => text.slice(from, to))
      .join("-");
  },
};
