import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const algorithms: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = {
  MD5: md5,
  "SHA-1": sha1,
  "SHA-256": sha256,
  "SHA-384": sha384,
  "SHA-512": sha512,
};

/** The digest of a text in hexadecimal; nothing where there is no algorithm of this name. */
export function digestOf(text: string, algorithm: string): string | undefined {
  const digest = Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : undefined;
  return digest && bytesToHex(digest(utf8ToBytes(text)));
}
