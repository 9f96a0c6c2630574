import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
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
    const digest = Object.hasOwn(algorithms, name) ? algorithms[name] : undefined;
    if (!digest) return failPlainly(`There is no hash algorithm "${name}"`, span);
    frame.run.meter.step((text as string).length);
    return bytesToHex(digest(utf8ToBytes(text as string)));
  },
};

const algorithms: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = {
  MD5: md5,
  "SHA-1": sha1,
  "SHA-256": sha256,
  "SHA-384": sha384,
  "SHA-512": sha512,
};
