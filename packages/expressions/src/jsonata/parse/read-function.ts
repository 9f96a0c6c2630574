import { parseSignature } from "../signature/parse-signature.ts";
import type { RawExpression } from "./raw-expression.ts";
import { goesOn, place } from "./read-construct.ts";
import type { Grammar } from "./read-raw.ts";

/** `callee(a, ?)`, or a lambda where the callee is the word `function` or `λ`. */
export function readCall(grammar: Grammar, callee: RawExpression): RawExpression {
  const { reader } = grammar;
  reader.advance();
  const parts = readArguments(grammar);
  reader.expect(")", true);
  if (callee.type === "name" && (callee.value === "function" || callee.value === "λ")) {
    return readLambda(grammar, callee, parts);
  }
  const type = parts.some((part) => part.type === "open") ? "partial" : "call";
  return { type, callee, arguments: parts, ...place(grammar, callee.span.start, [callee, ...parts]) };
}

function readArguments(grammar: Grammar): readonly RawExpression[] {
  const { reader } = grammar;
  const parts: RawExpression[] = [];
  while (parts.length > 0 || reader.token.id !== ")") {
    if (reader.token.id === "?") {
      const token = reader.advance();
      parts.push({ type: "open", span: { start: token.start, end: token.end }, depth: 1 });
    } else {
      parts.push(grammar.expression(0));
    }
    if (!goesOn(grammar, ",", ")")) break;
  }
  return parts;
}

function readLambda(grammar: Grammar, word: RawExpression, parts: readonly RawExpression[]): RawExpression {
  const { reader } = grammar;
  const parameters: { name: string; span: RawExpression["span"] }[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.type === "variable") parameters.push({ name: part.value, span: part.span });
    else reader.report("S0208", part.span, { value: index + 1 });
  }
  const signature = reader.token.id === "<" ? readSignature(grammar) : undefined;
  reader.expect("{");
  const body = grammar.expression(0);
  reader.expect("}");
  const where = place(grammar, word.span.start, [body]);
  return { type: "lambda", parameters, ...(signature !== undefined && { signature }), body, ...where };
}

/** The words between the angle brackets, put together without blanks. */
function readSignature(grammar: Grammar): string {
  const { reader } = grammar;
  const start = reader.token.start;
  let depth = 1;
  let signature = "<";
  while (depth > 0) {
    reader.advance();
    const { token } = reader;
    if (token.kind === "end" || token.id === "{") break;
    if (token.id === ">") depth -= 1;
    if (token.id === "<") depth += 1;
    signature += String(token.value);
  }
  reader.expect(">");
  const problem = parseSignature(signature).problem;
  if (problem) reader.report(problem.code, { start, end: reader.lastEnd }, { value: problem.value });
  return signature;
}
