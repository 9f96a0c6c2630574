import { createHash } from "node:crypto";
import type { Expression } from "jsonata";

/** The functions that Step Functions adds to JSONata, for the `jsonata` package (R-INTR-06). */
export function registerBuiltins(expression: Expression): void {
  expression.registerFunction("partition", partition, "<an:a>");
  expression.registerFunction("range", range, "<nnn:a<n>>");
  expression.registerFunction("hash", hash, "<s-s:s>");
  expression.registerFunction("parse", parse, "<s-:x>");
  expression.registerFunction("uuid", () => crypto.randomUUID(), "<:s>");
  expression.registerFunction("random", () => Math.random(), "<n?:n>"); // of a seed: AWS's generator is not known
}

function partition(items: readonly unknown[] | undefined, size: number | undefined): unknown {
  if (items === undefined || size === undefined) return undefined;
  const length = Math.trunc(size);
  if (length < 1) throw new RangeError("the size of a partition must be at least 1");
  const count = Math.ceil(items.length / length);
  return Array.from({ length: count }, (_, part) => items.slice(part * length, (part + 1) * length));
}

/** One number alone is that number, as of any sequence. */
function range(from: number | undefined, to: number | undefined, by: number | undefined): unknown {
  if (from === undefined || to === undefined || by === undefined) return undefined;
  const [first, last, step] = [Math.trunc(from), Math.trunc(to), Math.trunc(by)];
  if (step === 0) throw new RangeError("the step of a range must not be 0");
  const numbers: number[] = [];
  for (let next = first; step > 0 ? next <= last : next >= last; next += step) numbers.push(next);
  return Object.defineProperty(numbers, "sequence", { value: true, enumerable: false });
}

const algorithms: ReadonlyMap<string, string> = new Map([
  ["MD5", "md5"],
  ["SHA-1", "sha1"],
  ["SHA-256", "sha256"],
  ["SHA-384", "sha384"],
  ["SHA-512", "sha512"],
]);

function hash(text: string | undefined, name: string): string | undefined {
  if (text === undefined) return undefined;
  const algorithm = algorithms.get(name);
  if (algorithm === undefined) throw new RangeError(`there is no hash algorithm "${name}"`);
  return createHash(algorithm).update(text).digest("hex");
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
