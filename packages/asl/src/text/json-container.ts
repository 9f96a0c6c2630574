import type { Span } from "@statewright/diagnostics";
import { emptyRecord } from "../model/empty-record.ts";
import type { JsonValue } from "../model/json-value.ts";
import type { Token } from "./json-tokens.ts";
import type { JsonMember, JsonNode } from "./json-tree.ts";

/** An object or array that is not closed yet. */
export interface Container {
  readonly open: Token;
  /** Of an object. */
  readonly members: JsonMember[] | undefined;
  readonly elements: JsonNode[];
  /** The keys so far, and where they stand. */
  readonly seen: Map<string, Span>;
  expects: "first" | "key" | "colon" | "value" | "comma";
  /** The key whose value comes next. */
  key: Token;
  /** The last comma. */
  comma: Token;
}

/** The container that `open`, a `{` or `[`, begins. */
export function containerAt(open: Token): Container {
  const members = open.text === "{" ? [] : undefined;
  return { open, members, elements: [], seen: new Map(), expects: "first", key: open, comma: open };
}

/** The node of a container that ends at `end`. */
export function nodeOf({ open, members, elements }: Container, end: number): JsonNode {
  const span = { start: open.start, end };
  if (members === undefined) {
    return { ...span, value: Object.freeze(elements.map(({ value }) => value)), elements };
  }
  const value = emptyRecord<JsonValue>();
  for (const member of members) value[member.key] = member.node.value;
  return { ...span, value: Object.freeze(value), members };
}

/** The value of a token that is neither punctuation nor a word. */
export function scalarOf(token: Token): JsonValue {
  if (token.kind === "string") return token.text;
  // JSON has no minus zero that a printer would give back.
  if (token.kind === "number") return Number(token.text) + 0;
  return token.text === "null" ? null : token.text === "true";
}

export function isMark(token: Token, mark: string): boolean {
  return token.kind === "punctuation" && token.text === mark;
}
