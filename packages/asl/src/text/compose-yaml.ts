import { Composer, type CST, type Document, type Node, Schema, type YAMLError } from "yaml";

/** A document of the `yaml` package, and the parts of it that were composed apart, by the tokens in their place. */
export interface ComposedYaml {
  readonly contents: Node | null;
  readonly parts: ReadonlyMap<CST.Token, Node | null>;
  /** In the order of the text. */
  readonly errors: readonly YAMLError[];
}

const mostErrors = 1000;

/** The package composes values in values by recursion. */
const deepestRecursion = 50;

/** Composes the tokens of a stream that holds one document at most. */
export function composeYaml(given: readonly CST.Token[]): ComposedYaml | undefined {
  let wrong = 0;
  const tokens = given.filter(({ type }) => type !== "error" || ++wrong <= mostErrors);
  const options = {
    schema: new Schema({ schema: "core", merge: false, resolveKnownTags: false }),
    // Looked for while the tree is built: the package compares each key with each.
    uniqueKeys: false,
    keepSourceTokens: true,
    logLevel: "silent",
  } as const;
  const errors: YAMLError[] = [];
  const budget = { left: mostErrors };
  const compose = (stream: Iterable<CST.Token>): Document.Parsed | undefined => {
    const composer = new Composer(options);
    boundErrors(composer, budget);
    const [document] = composer.compose(stream);
    for (const error of document?.errors ?? composer.streamInfo().errors) errors.push(error);
    return document;
  };
  const apart: Apart[] = [];
  for (const token of tokens) if (token.type === "document" && token.value) takeDeepApart(token.value, apart);
  const parts = new Map<CST.Token, Node | null>();
  // The innermost first: whatever is around one has to know where it ends.
  for (const { token, place } of apart.reverse()) {
    const { offset, indent } = token;
    const part = compose([{ type: "document", offset, start: [], value: token }]);
    const end = part?.contents?.range?.[2] ?? offset;
    place.end = [{ type: "space", offset, indent, source: " ".repeat(Math.max(0, end - offset)) }];
    parts.set(place, part?.contents ?? null);
  }
  const document = compose(tokens);
  errors.sort((left, right) => left.pos[0] - right.pos[0]);
  if (document === undefined && errors.length === 0) return undefined;
  return { contents: document?.contents ?? null, parts, errors };
}

/**
 * The package makes an error, with a stack, for each mistake of a text, which for texts that are no YAML at all
 * takes far longer than reading them. Where it gathers them is no part of its interface: were it named otherwise,
 * all errors would be there.
 */
function boundErrors(composer: Composer, budget: { left: number }): void {
  const note: unknown = Reflect.get(composer, "onError");
  if (typeof note !== "function") return;
  Reflect.set(composer, "onError", (source: unknown, code: unknown, message: unknown, warning: unknown) => {
    if (warning === true || budget.left <= 0) return;
    budget.left -= 1;
    note(source, code, message, warning);
  });
}

interface Apart {
  readonly token: Collection;
  /** An empty scalar, which stands for it. */
  readonly place: CST.FlowScalar;
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function isCollection(token: CST.Token | null | undefined): token is Collection {
  return token?.type === "block-map" || token?.type === "block-seq" || token?.type === "flow-collection";
}

function takeDeepApart(root: CST.Token, apart: Apart[]): void {
  const open = isCollection(root) ? [{ token: root, depth: 1 }] : [];
  const inside = (child: CST.Token | null | undefined, depth: number): CST.FlowScalar | undefined => {
    if (!isCollection(child)) return undefined;
    if (depth % deepestRecursion !== 0) {
      open.push({ token: child, depth: depth + 1 });
      return undefined;
    }
    const place: CST.FlowScalar = { type: "scalar", offset: child.offset, indent: child.indent, source: "" };
    apart.push({ token: child, place });
    open.push({ token: child, depth: depth + 1 });
    return place;
  };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const item of next.token.items) {
      const key = inside("key" in item ? item.key : undefined, next.depth);
      if (key !== undefined) item.key = key;
      const value = inside(item.value, next.depth);
      if (value !== undefined) item.value = value;
    }
  }
}
