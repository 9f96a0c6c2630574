import type { Span } from "@statewright/diagnostics";
import type { ExpressionProblem } from "../expression.ts";
import { messageOf } from "../messages.ts";
import { readToken } from "./read-token.ts";
import { operatorCharacters, type Token } from "./token.ts";

/** The reader's place in the text: the word at hand and what was wrong so far. */
export interface TokenReader {
  readonly text: string;
  readonly token: Token;
  /** Where the last word that was taken ends. */
  readonly lastEnd: number;
  /** The first problem: what follows from it is not reported. */
  readonly problem: ExpressionProblem | undefined;
  /** Takes the word at hand; `infix` says that an operator may follow, so that `/` divides. */
  advance(infix?: boolean): Token;
  /** Takes the word `id`; when another stands there, reports it and takes nothing. */
  expect(id: string, infix?: boolean): void;
  report(code: string, span: Span, details?: Readonly<Record<string, unknown>>): void;
  /** Goes back to before `token` was taken. */
  restore(token: Token, lastEnd: number): void;
}

/** Reads `text` word by word. */
export function tokenReader(text: string): TokenReader {
  let token: Token = { id: "(start)", kind: "end", value: null, start: 0, end: 0 };
  let lastEnd = 0;
  let problem: ExpressionProblem | undefined;
  const report = (code: string, span: Span, details: Readonly<Record<string, unknown>> = {}): void => {
    problem ??= Object.freeze({ code, message: messageOf(code, details), span: Object.freeze(span) });
  };
  const advance = (infix = false): Token => {
    const taken = token;
    const reading = readToken(text, taken.end, infix);
    lastEnd = taken.end;
    token = reading.token;
    if (reading.problem) {
      const { code, start, end, token: detail } = reading.problem;
      report(code, { start, end }, { token: detail });
    } else if (token.kind === "operator" && (token.id === "!" || token.id === "~")) {
      report("S0204", { start: token.start, end: token.end }, { token: token.value });
    }
    return taken;
  };
  return {
    text,
    get token() {
      return token;
    },
    get lastEnd() {
      return lastEnd;
    },
    get problem() {
      return problem;
    },
    advance,
    expect(id, infix = false) {
      if (token.id === id) {
        advance(infix);
        return;
      }
      const code = token.kind === "end" ? "S0203" : "S0202";
      report(code, { start: token.start, end: token.end }, { token: token.value, value: id });
    },
    report,
    restore(earlier, end) {
      token = earlier;
      lastEnd = end;
    },
  };
}

/** Whether `name` must stand in backquotes to be read as one name. */
export function needsBackquotes(name: string): boolean {
  if (/^(true|false|null|and|or|in|function|λ|)$/.test(name)) return true;
  if (/^[$"'`0-9]/.test(name)) return true;
  for (const character of name) {
    if (operatorCharacters.has(character) || /\s/.test(character)) return true;
  }
  return false;
}
