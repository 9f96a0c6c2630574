/** What of an expression decides how far two engines can be compared on it. */
export interface ExpressionTraits {
  /** It holds a regular expression. */
  readonly regex: boolean;
  /** It draws random values, or completes a date with today's. */
  readonly changing: boolean;
  /** It makes arrays or objects, whose parts the package evaluates side by side. */
  readonly constructs: boolean;
  readonly lambda: boolean;
  /** `*` or `**` */
  readonly wildcard: boolean;
  /** A step is bound: `#$index` or `@$item`. */
  readonly bound: boolean;
  /** A function is applied partially. */
  readonly partial: boolean;
  /** It decodes Base64. */
  readonly base64: boolean;
}

const randomNames: ReadonlySet<unknown> = new Set(["random", "uuid", "shuffle"]);

/** Looks through the tree of the `jsonata` package, however deep it is. */
export function traitsOf(tree: unknown): ExpressionTraits {
  const traits = {
    regex: false,
    changing: false,
    constructs: false,
    lambda: false,
    wildcard: false,
    bound: false,
    partial: false,
    base64: false,
  };
  const left: unknown[] = [tree];
  const seen = new Set<unknown>();
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const part of Object.values(next)) left.push(part);
    const node = next as Node;
    if (node.type === "regex") traits.regex = true;
    if (node.type === "lambda") traits.lambda = true;
    if (node.type === "partial") traits.partial = true;
    if (node.type === "wildcard" || node.type === "descendant") traits.wildcard = true;
    if (node.index !== undefined || node.focus !== undefined) traits.bound = true;
    if (node.type === "variable" && node.value === "base64decode") traits.base64 = true;
    if (node.type === "variable" && randomNames.has(node.value)) traits.changing = true;
    const completesDate = node.procedure?.value === "toMillis" && (node.arguments?.length ?? 0) > 1;
    if (completesDate) traits.changing = true;
    if (node.group !== undefined) traits.constructs = true;
    if (node.type === "unary" && (node.value === "[" || node.value === "{")) traits.constructs = true;
  }
  return traits;
}

interface Node {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly procedure?: { readonly value?: unknown };
  readonly arguments?: { readonly length: number };
  readonly group?: unknown;
  readonly index?: unknown;
  readonly focus?: unknown;
}
