import type { ExpressionProblem } from "../expression.ts";

/**
 * Says of `??` and `?:` that they came after JSONata 2.0.6, and what to write; any other problem stays as it is.
 * JSONata's own words stay beside it, since AWS shows those.
 */
export function laterVersionProblem(text: string, problem: ExpressionProblem): ExpressionProblem {
  if (problem.code !== "S0211") return problem;
  const operator = text.slice(problem.span.start - 1, problem.span.end);
  const instead = Object.hasOwn(replacements, operator) ? replacements[operator] : undefined;
  if (instead === undefined) return problem;
  const span = Object.freeze({ start: problem.span.start - 1, end: problem.span.end });
  return Object.freeze({
    code: problem.code,
    message: `The operator ${operator} came with JSONata 2.1, and Step Functions has 2.0.6: write \`${instead}\``,
    span,
    originalMessage: problem.message,
  });
}

const replacements: Readonly<Record<string, string>> = {
  "??": "$exists(a) ? a : b",
  "?:": "a ? a : b",
};
