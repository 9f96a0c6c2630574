import { type CST, Lexer, Parser } from "yaml";
import { composeYaml } from "./compose-yaml.ts";
import type { JsonNode } from "./json-tree.ts";
import { deepestNesting } from "./parse-json.ts";
import type { FoundTag } from "./yaml-building.ts";
import { explainYamlError } from "./yaml-errors.ts";
import type { YamlProblem } from "./yaml-problem.ts";
import { yamlTree } from "./yaml-tree.ts";

/** A YAML text that was read. */
export interface YamlReading {
  /** Absent when the text holds no value, or too much to read. */
  readonly root?: JsonNode;
  readonly problems: readonly YamlProblem[];
  /** The tags that are none of JSON's types, in the order of the text. */
  readonly tags: readonly FoundTag[];
}

/** Longer texts are not read: definitions and templates have at most 1 MB, and reading YAML takes its time. */
export const longestYaml: number = 2 * 1024 * 1024;

const mostProblems = 1000;

/**
 * Reads YAML 1.2 (the core schema, and `<<` merge keys) into a tree with positions.
 *
 * Reads on after a mistake where it can. Dates stay text; a key that is no text is taken as it is written; an
 * alias has the value and the positions of its anchor. A tag of CloudFormation is kept as `tag`, and a scalar
 * with such a tag is text. A text that is nested deeper than {@link deepestNesting}, or longer than
 * {@link longestYaml}, is left unread and says so.
 */
export function parseYaml(text: string): YamlReading {
  if (text.length > longestYaml) {
    return { problems: [{ kind: "too-long", span: { start: 0, end: 1 }, message: "" }], tags: [] };
  }
  const tokens: CST.Token[] = [];
  const cut: YamlProblem[] = [];
  let documents = 0;
  for (const token of tokensOf(text)) {
    if (!("type" in token)) return { problems: [token], tags: [] };
    if (token.type === "document") documents += 1;
    if (documents > 1) {
      const span = { start: token.offset, end: Math.min(token.offset + 3, text.length) };
      cut.push({
        kind: "syntax",
        span,
        message: "A second document begins here; only the first one is read.",
      });
      break;
    }
    tokens.push(token);
  }
  const composed = composeYaml(tokens);
  if (composed === undefined) return { problems: cut, tags: [] };
  const errors = composed.errors.slice(0, mostProblems).map((error) => explainYamlError(text, error));
  const tree = yamlTree(text, composed);
  const problems = [
    ...errors.map((error) => ({ kind: "syntax" as const, ...error })),
    ...cut,
    ...tree.problems.slice(0, mostProblems),
  ];
  return { ...(tree.root && { root: tree.root }), problems, tags: tree.tags };
}

/** The tokens of the text; where it is nested too deep, that instead, and no more. */
function* tokensOf(text: string): Generator<CST.Token | YamlProblem, void> {
  const parser = new Parser();
  try {
    for (const lexeme of new Lexer().lex(text)) {
      const { offset } = parser;
      yield* parser.next(lexeme);
      // The document and a scalar stand on the stack too.
      if (parser.stack.length > deepestNesting + 1 && depthOf(parser.stack) > deepestNesting) {
        yield { kind: "too-deep", span: { start: offset, end: offset + lexeme.length }, message: "" };
        return;
      }
    }
    yield* parser.end();
  } catch (error) {
    // The parser closes blocks by recursion, which is no deeper than they are; but a caller may leave it little room.
    if (!(error instanceof RangeError)) throw error;
    const start = Math.min(parser.offset, text.length);
    yield { kind: "too-deep", span: { start, end: start }, message: "" };
  }
}

function depthOf(stack: readonly CST.Token[]): number {
  let depth = 0;
  for (const { type } of stack) {
    if (type === "block-map" || type === "block-seq" || type === "flow-collection") depth += 1;
  }
  return depth;
}
