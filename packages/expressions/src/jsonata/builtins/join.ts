import { bytesPerCharacter } from "../evaluate/meter.ts";
import type { Builtin } from "./builtin.ts";

/** `$join` */
export const builtinJoin: Builtin = {
  name: "join",
  signature: "<a<s>s?:s>",
  arity: 2,
  doc: "The texts of an array put together, with a separator between them.",
  examples: [["$join(['a', 'b'], '-')", "a-b"]],
  evaluate([texts, separator], { frame }) {
    if (texts === undefined) return undefined;
    const joined = (texts as string[]).join((separator as string | undefined) ?? "");
    frame.run.meter.allocate(joined.length * bytesPerCharacter);
    return joined;
  },
};
