import type { Span } from "@statewright/diagnostics";
import { type Container, containerAt, isMark, nodeOf, scalarOf } from "./json-container.ts";
import { type Token, tokenAt } from "./json-tokens.ts";
import type { JsonMember, JsonNode } from "./json-tree.ts";

/** What is wrong with a JSON text. */
export interface JsonProblem {
  readonly kind: "syntax" | "duplicate-key" | "too-deep";
  readonly span: Span;
  readonly message: string;
  /** The key that stands twice, or the word that is no JSON. */
  readonly name?: string;
  /** Of a key that stands twice: the member before. */
  readonly first?: Span;
}

/** More containers in one another than any definition has; AWS's own JSON reader stops at the same depth. */
export const deepestNesting = 1000;
const mostProblems = 1000;

/**
 * Reads strict JSON (RFC 8259: no comments, no trailing commas) into a tree with positions.
 *
 * Goes on after each mistake, so that all of them are found, and keeps what can be read. Without recursion:
 * a text nested deeper than {@link deepestNesting} is left unread and says so.
 */
export function parseJson(text: string): {
  readonly root?: JsonNode;
  readonly problems: readonly JsonProblem[];
} {
  const parsing: Parsing = { problems: [], stack: [], root: undefined, lost: false };
  for (let at = 0; ; ) {
    const token = tokenAt(text, at);
    at = token.end;
    if (token.problem !== undefined) note(parsing, token.problem, token.problem.what);
    if (token.kind === "end") break;
    readToken(parsing, token);
    if (parsing.stack.length > deepestNesting) {
      return { problems: [...parsing.problems, { kind: "too-deep", span: spanOf(token), message: "" }] };
    }
  }
  const open = parsing.stack.at(-1)?.open;
  if (open !== undefined) note(parsing, open, `This \`${open.text}\` is never closed.`);
  while (parsing.stack.length > 0) close(parsing, text.length);
  const { root, problems } = parsing;
  return root === undefined ? { problems } : { root, problems };
}

interface Parsing {
  readonly problems: JsonProblem[];
  /** The containers that are open, outermost first. */
  readonly stack: Container[];
  root: JsonNode | undefined;
  /** The last token made no sense: those after it are not reported until one does. */
  lost: boolean;
}

function readToken(parsing: Parsing, token: Token): void {
  const top = parsing.stack.at(-1);
  if (token.kind === "comment")
    note(parsing, token, "JSON has no comments: `Comment` is the field for them.");
  else if (top?.members !== undefined) inObject(parsing, top, top.members, token);
  else if (top !== undefined) inArray(parsing, top, token);
  else if (parsing.root !== undefined) {
    complain(parsing, token, "Nothing may follow the end of the definition.");
  } else if (beginsValue(token)) take(parsing, token, "");
  else complain(parsing, token, noValue(token));
}

function inObject(parsing: Parsing, top: Container, members: JsonMember[], token: Token): void {
  if (top.expects === "colon") {
    top.expects = "value";
    if (isMark(token, ":")) {
      parsing.lost = false;
      return;
    }
    complain(parsing, token, "There is no `:` between the field's name and its value.");
  }
  if (top.expects === "value") {
    top.expects = "comma";
    if (beginsValue(token)) {
      take(parsing, token, top.key.text);
      return;
    }
    if (!isMark(token, ",") && !isMark(token, "}")) {
      top.expects = token.kind === "word" ? "comma" : "value";
      complain(parsing, token, noValue(token));
      return;
    }
    complain(parsing, top.key, "This field has no value.");
  }
  if (isMark(token, "}")) {
    const trailing = top.expects === "key" && members.length > 0;
    if (trailing) complain(parsing, top.comma, "A comma before `}` is one too many.");
    parsing.lost = false;
    close(parsing, token.end);
  } else if (isMark(token, ",")) readComma(parsing, top, token, "key");
  else readKey(parsing, top, token);
}

function readKey(parsing: Parsing, top: Container, token: Token): void {
  const missingComma = top.expects === "comma";
  if (token.kind !== "string") {
    if (token.kind === "word" && !missingComma) top.expects = "colon";
    top.key = token;
    complain(parsing, token, "A field begins with its name in double quotes.");
    return;
  }
  if (missingComma) complain(parsing, token, "There is no comma before this field.");
  parsing.lost = false;
  top.key = token;
  top.expects = "colon";
}

function inArray(parsing: Parsing, top: Container, token: Token): void {
  if (isMark(token, "]")) {
    const trailing = top.expects === "value" && top.elements.length > 0;
    if (trailing) complain(parsing, top.comma, "A comma before `]` is one too many.");
    parsing.lost = false;
    close(parsing, token.end);
  } else if (isMark(token, ",")) readComma(parsing, top, token, "value");
  else {
    const missingComma = top.expects === "comma";
    top.expects = "comma";
    if (!beginsValue(token)) complain(parsing, token, noValue(token));
    else {
      if (missingComma) complain(parsing, token, "There is no comma before this value.");
      take(parsing, token, "");
    }
  }
}

function readComma(parsing: Parsing, top: Container, comma: Token, next: "key" | "value"): void {
  const what = next === "key" ? "field" : "value";
  if (top.expects !== "comma") complain(parsing, comma, `There is no ${what} before this comma.`);
  else parsing.lost = false;
  top.expects = next;
  top.comma = comma;
}

/** Takes a token that begins a value. */
function take(parsing: Parsing, token: Token, key: string): void {
  parsing.lost = false;
  if (token.kind === "punctuation") parsing.stack.push(containerAt(token));
  else put(parsing, { value: scalarOf(token), start: token.start, end: token.end }, key);
}

function close(parsing: Parsing, end: number): void {
  const closed = parsing.stack.pop();
  if (closed !== undefined) put(parsing, nodeOf(closed, end), parsing.stack.at(-1)?.key.text ?? "");
}

function put(parsing: Parsing, node: JsonNode, key: string): void {
  const top = parsing.stack.at(-1);
  if (top === undefined) parsing.root = node;
  else if (top.members === undefined) top.elements.push(node);
  else {
    const keySpan = spanOf(top.key);
    const first = top.seen.get(key);
    if (first !== undefined && parsing.problems.length < mostProblems) {
      parsing.problems.push({ kind: "duplicate-key", span: keySpan, message: "", name: key, first });
    }
    top.seen.set(key, keySpan);
    top.members.push({ key, keySpan, node });
  }
}

/** Notes what is wrong with a token, once for a run of tokens that make no sense. */
function complain(parsing: Parsing, token: Token, message: string): void {
  if (!parsing.lost) note(parsing, token, message, token.kind === "word" ? token.text : undefined);
  parsing.lost = true;
}

function note({ problems }: Parsing, span: Span, message: string, name?: string): void {
  if (problems.length >= mostProblems) return;
  problems.push({ kind: "syntax", span: spanOf(span), message, ...(name !== undefined && { name }) });
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function beginsValue(token: Token): boolean {
  if (token.kind === "punctuation") return token.text === "{" || token.text === "[";
  return token.kind !== "word";
}

function noValue({ text }: Token): string {
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\` is no JSON value.`;
}
