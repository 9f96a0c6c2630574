import type { Span } from "@statewright/diagnostics";
import type { Alias } from "yaml";
import type { ComposedYaml } from "./compose-yaml.ts";
import type { JsonNode, YamlLayout } from "./json-tree.ts";
import { deepestNesting } from "./parse-json.ts";
import type { YamlProblem } from "./yaml-problem.ts";

/** A tag that is none of JSON's types. */
export interface FoundTag {
  readonly tag: string;
  readonly span: Span;
}

/** A value that is read, with the number of values it holds, itself among them, and how deep they stand. */
export interface Built {
  readonly node: JsonNode;
  readonly size: number;
  readonly depth: number;
}

/** Where the value of an anchor goes. */
export interface Anchor {
  built?: Built;
}

/** More values than the aliases of any definition stand for. */
export const mostAliasedValues = 100_000;

/** What is known while the tree of a text is built. */
export interface Building {
  readonly text: string;
  /** What was composed apart. */
  readonly parts: ComposedYaml["parts"];
  readonly problems: YamlProblem[];
  readonly tags: FoundTag[];
  /** The anchors so far; those without a value are not read to their end. */
  readonly anchors: Map<string, Anchor>;
  /** The collections that are open, outermost first. */
  readonly stack: { readonly length: number };
  /** How many values the aliases so far stand for. */
  aliased: number;
  /** Why the rest is not read. */
  stop: YamlProblem | undefined;
}

/** What the anchor of an alias holds. */
export function valueOfAlias(building: Building, { source, range }: Alias): Built {
  const span = { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  const built = building.anchors.get(source)?.built;
  if (built === undefined) {
    const message = building.anchors.has(source)
      ? `The alias \`*${source}\` stands inside the value it stands for.`
      : `There is no anchor \`&${source}\` before this alias.`;
    building.problems.push({ kind: "syntax", span, message });
    return { node: { value: null, ...span }, size: 1, depth: 0 };
  }
  building.aliased += built.size;
  if (building.aliased > mostAliasedValues) {
    building.stop = { kind: "too-many-aliases", span, message: "" };
  } else if (building.stack.length + built.depth > deepestNesting) {
    building.stop = { kind: "too-deep", span, message: "" };
  }
  const { anchored: _, ...layout }: YamlLayout = { ...built.node.layout, alias: span };
  return { ...built, node: { ...built.node, layout } };
}
