import { type CST, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from "yaml";
import type { ComposedYaml } from "./compose-yaml.ts";
import type { JsonNode } from "./json-tree.ts";
import { type Anchor, type Building, type Built, type FoundTag, valueOfAlias } from "./yaml-building.ts";
import { accept, type Collection, collectionOf, finish, nextEntry } from "./yaml-collection.ts";
import type { YamlProblem } from "./yaml-problem.ts";
import { isEmptyScalar, scalarNode, tagOf } from "./yaml-scalar.ts";

/** The tree of a document of the `yaml` package. Without recursion. */
export function yamlTree(
  text: string,
  { contents, parts }: ComposedYaml,
): {
  readonly root?: JsonNode;
  readonly problems: readonly YamlProblem[];
  readonly tags: readonly FoundTag[];
} {
  const stack: Collection[] = [];
  const building: Building = {
    text,
    parts,
    problems: [],
    tags: [],
    anchors: new Map(),
    stack,
    aliased: 0,
    stop: undefined,
  };
  const { problems, tags } = building;
  if (contents === null || isEmptyScalar(contents)) return { problems, tags };
  let built = enter(building, stack, contents, []);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (built !== undefined) accept(building, top, built);
    if (building.stop !== undefined) return { problems: [...problems, building.stop], tags };
    const entry = nextEntry(building, top);
    if (entry === undefined) {
      stack.pop();
      built = finish(building, top);
    } else
      built = entry.node === null ? nothingAt(entry.end) : enter(building, stack, entry.node, entry.props);
  }
  return { ...(built && { root: built.node }), problems, tags };
}

function nothingAt(offset: number): Built {
  return { node: { value: null, start: offset, end: offset }, size: 1, depth: 0 };
}

/** The value of a node; nothing for a collection, which is opened and read before its value is known. */
function enter(
  building: Building,
  stack: Collection[],
  node: Node,
  props: readonly CST.SourceToken[],
): Built | undefined {
  if (isAlias(node)) return valueOfAlias(building, node);
  noteTag(building, node, props);
  const part = partAt(building, node);
  if (part !== undefined) {
    stack.push(collectionOf(part, anchorOf(building, part.anchor)));
    return undefined;
  }
  if (isMap(node) || isSeq(node)) {
    stack.push(collectionOf(node, anchorOf(building, node.anchor)));
    return undefined;
  }
  if (!isScalar(node)) return nothingAt(0);
  const built = { node: scalarNode(building, node), size: 1, depth: 0 };
  const anchor = anchorOf(building, node.anchor);
  if (anchor !== undefined) anchor.built = built;
  return built;
}

/** The object or list that was composed apart, with the anchor and the tag that stand before it. */
function partAt({ parts }: Building, node: Node): YAMLMap | YAMLSeq | undefined {
  const part = node.srcToken && parts.get(node.srcToken);
  if (!isScalar(node) || !(isMap(part) || isSeq(part))) return undefined;
  if (node.anchor !== undefined) part.anchor = node.anchor;
  if (node.tag !== undefined) part.tag = node.tag;
  return part;
}

function noteTag({ tags, text }: Building, node: Node, props: readonly CST.SourceToken[]): void {
  const tag = tagOf(node);
  if (tag === undefined) return;
  const token = props.findLast(({ type }) => type === "tag");
  const start = token?.offset ?? Math.min(node.range?.[0] ?? 0, text.length);
  const end = token ? start + token.source.length : Math.min(start + 1, text.length);
  tags.push({ tag, span: { start, end } });
}

function anchorOf({ anchors }: Building, name: string | undefined): Anchor | undefined {
  if (name === undefined) return undefined;
  const anchor: Anchor = {};
  anchors.set(name, anchor);
  return anchor;
}
