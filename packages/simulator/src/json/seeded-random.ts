/** The `draw`-th number of the stream of `seed`, in [0, 1): the same for the same two, in any order. */
export function seededRandom(seed: number, draw: number): number {
  return mix(Math.imul(seed | 0, 0x9e3779b1) ^ mix(draw + 0x6d2b79f5)) / 4294967296;
}

/** A 32-bit hash of a text, for seeds and ids that must not depend on the order of work. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** An id in the form of a UUID, made from `text`. */
export function uuidOf(text: string): string {
  const hex = [1, 2, 3, 4].map((seed) => hashText(text, seed).toString(16).padStart(8, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
