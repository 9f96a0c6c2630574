import { type Expected, type Finding, marksIn, says } from "./compiled.ts";

/** One `test` or `mistake` of a fixture. */
export interface Statement {
  readonly name: string;
  readonly file: string;
  /** Its lines in the file, the first one and the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly body: readonly string[];
  readonly expected: readonly Expected[];
}

/** The statements of a fixture. */
export function statementsIn(file: string, lines: readonly string[]): Statement[] {
  const expected = marksIn(file, lines);
  return lines.flatMap((line, index) => {
    const name = /^(?:test|mistake)\("(.*)", /.exec(line)?.[1];
    if (name === undefined) return [];
    const from = index + 1;
    const to = lines.indexOf("});", index) + 2;
    const statement = { name, file, from, to, body: lines.slice(from, to - 2) };
    return [{ ...statement, expected: expected.filter((one) => within(statement, one)).sort(byPlace) }];
  });
}

/** Whether an error stands in a statement. */
export function within(
  { file, from, to }: Pick<Statement, "file" | "from" | "to">,
  error: Expected,
): boolean {
  return error.file === file && error.line >= from && error.line < to;
}

/**
 * The errors of a statement and those that are expected, for comparison: one that is as expected reads as it is
 * written there, another one as the compiler says it.
 */
export function compared(
  statement: Statement,
  found: readonly Finding[],
): { readonly got: readonly string[]; readonly wanted: readonly string[] } {
  const { expected } = statement;
  const errors = found.filter((one) => within(statement, one)).sort(byPlace);
  const got = errors.map((one, index) => {
    const { code = "", text = "" } = expected[index] ?? {};
    return shown({
      ...one,
      code: code.split(" or ").includes(one.code) ? code : one.code,
      text: says(one.text, text) ? text : one.text,
    });
  });
  return { got, wanted: expected.map(shown) };
}

function shown({ line, column, code, text }: Expected): string {
  return `${line}:${column} ${code} ${text}`;
}

function byPlace(a: Expected, b: Expected): number {
  return a.line - b.line || a.column - b.column;
}
