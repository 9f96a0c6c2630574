import { digestOf } from "../../digest/digest-of.ts";
import { failPlainly } from "../evaluate/failure.ts";
import type { Builtin } from "./builtin.ts";

/** `$hash` */
export const builtinHash: Builtin = {
  name: "hash",
  signature: "<s-s:s>",
  arity: 2,
  only: "aws",
  doc: "The digest of a text in hexadecimal: MD5, SHA-1, SHA-256, SHA-384 or SHA-512.",
  examples: [["$hash('input data', 'SHA-1')", "aaff4a450a104cd177d28d18d74485e8cae074b7"]],
  evaluate([text, algorithm], { frame, span }) {
    if (text === undefined) return undefined;
    const name = String(algorithm);
    frame.run.meter.step((text as string).length);
    const digest = digestOf(text as string, name);
    return digest ?? failPlainly(`There is no hash algorithm "${name}"`, span);
  },
};
