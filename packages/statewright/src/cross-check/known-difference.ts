import type { ExpressionTraits } from "./expression-traits.ts";

interface KnownDifference {
  readonly reason: string;
  applies(traits: ExpressionTraits, own: string, reference: string): boolean;
}

const known: readonly KnownDifference[] = [
  {
    reason: "it writes a missing value into an empty array that an object is made for",
    applies: ({ constructs }, own, reference) =>
      constructs && own.replaceAll("[]", "[null]") === reference.replaceAll("[]", "[null]"),
  },
  {
    reason: "it shows what its functions are made of to `*` and `**`",
    applies: ({ lambda, wildcard }) => lambda && wildcard,
  },
  {
    reason: "it keeps its marks of sequences as members of the array, and `*` shows them",
    applies: ({ constructs, wildcard, bound }) => constructs && wildcard && bound,
  },
  {
    reason: "it does not check what a built-in that was applied partially is given",
    applies: ({ partial }, own) => partial && /^(T041[012]|D3121)$/.test(own),
  },
  {
    reason: "what it makes of characters that Base64 does not have depends on where it runs",
    applies: ({ base64 }) => base64,
  },
];

/** Why the `jsonata` package is known to give something else, where it is. */
export function knownReason(
  traits: ExpressionTraits | undefined,
  own: string,
  reference: string,
): string | undefined {
  return traits && known.find((one) => one.applies(traits, own, reference))?.reason;
}
