import type { JsonMember, JsonNode } from "../text/json-tree.ts";
import { treeNode } from "./tree-node.ts";

/**
 * A part of a template as the definition it becomes: what a function of CloudFormation will put there is not known,
 * so that a placeholder `${…}` stands for it. Text under `Fn::Sub` stays as it is, with its placeholders.
 */
export function resolveFunctions(node: JsonNode): JsonNode {
  const literal = literalOf(node);
  if (literal !== undefined) return literal;
  const join = joinOf(node);
  if (join !== undefined) return { start: node.start, end: node.end, value: joined(join) };
  if (isFunction(node)) return { start: node.start, end: node.end, value: placeholderFor(node) };
  if (node.members !== undefined) {
    const members = node.members.map((member): JsonMember => {
      return { ...member, node: resolveFunctions(member.node) };
    });
    return treeNode(node, { members });
  }
  if (node.elements === undefined) return node;
  return treeNode(node, { elements: node.elements.map(resolveFunctions) });
}

/** The literal pieces of `Fn::Join`, and placeholders for the others. */
function joined({
  delimiter,
  pieces,
}: {
  readonly delimiter: string;
  readonly pieces: readonly JsonNode[];
}): string {
  const texts = pieces.map((piece) => {
    const literal = literalOf(piece) ?? piece;
    return typeof literal.value === "string" && literal.tag === undefined
      ? literal.value
      : placeholderFor(piece);
  });
  return texts.join(delimiter);
}

/** The one text a node stands for: a literal, or the text of `Fn::Sub`. */
export function literalOf(node: JsonNode): JsonNode | undefined {
  const { tag } = node;
  if (tag === undefined) {
    const argument = argumentOf(node, "Fn::Sub");
    return argument === undefined ? undefined : subText(argument);
  }
  return tag === "!Sub" ? subText(node) : undefined;
}

/** `Fn::Sub` takes a text, or a list of a text and the values of its placeholders. */
function subText(node: JsonNode): JsonNode | undefined {
  const text = node.elements?.[0] ?? node;
  const { tag: _, ...untagged } = text;
  return typeof text.value === "string" ? untagged : undefined;
}

/** The delimiter and the pieces of a `Fn::Join` with a literal delimiter. */
export function joinOf(
  node: JsonNode,
): { readonly delimiter: string; readonly pieces: readonly JsonNode[] } | undefined {
  const argument = node.tag === "!Join" ? node : argumentOf(node, "Fn::Join");
  const [delimiter, list] = argument?.elements ?? [];
  if (typeof delimiter?.value !== "string" || list?.elements === undefined) return undefined;
  return { delimiter: delimiter.value, pieces: list.elements };
}

function argumentOf({ members }: JsonNode, name: string): JsonNode | undefined {
  const [only, ...more] = members ?? [];
  return only !== undefined && more.length === 0 && only.key === name ? only.node : undefined;
}

/** `{ "Ref": … }`, `{ "Fn::…": … }`, and the short forms of YAML. */
export function isFunction(node: JsonNode): boolean {
  if (node.tag !== undefined) return true;
  const [only, ...more] = node.members ?? [];
  if (only === undefined || more.length > 0) return false;
  return only.key === "Ref" || only.key.startsWith("Fn::") || only.key === "Condition";
}

/** `${Queue}` for a `Ref`, `${Charge.Arn}` for a `Fn::GetAtt`, the function's name for any other. */
export function placeholderFor(node: JsonNode): string {
  const [only] = node.members ?? [];
  const name = node.tag === undefined ? (only?.key ?? "") : node.tag.slice(1);
  const argument = node.tag === undefined ? only?.node : node;
  if (name === "Ref" && typeof argument?.value === "string") return `\${${argument.value}}`;
  if (name === "Fn::GetAtt" || name === "GetAtt") {
    const { value } = argument ?? {};
    const path = Array.isArray(value) ? value.join(".") : value;
    if (typeof path === "string") return `\${${path}}`;
  }
  return `\${${name}}`;
}
