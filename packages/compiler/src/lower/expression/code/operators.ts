import { atom, type Code, levels, operand } from "./code.ts";

const binaryLevels: Readonly<Record<string, number>> = {
  "*": levels.product,
  "/": levels.product,
  "%": levels.product,
  "+": levels.sum,
  "-": levels.sum,
  "&": levels.sum,
  "=": levels.comparison,
  "!=": levels.comparison,
  "<": levels.comparison,
  "<=": levels.comparison,
  ">": levels.comparison,
  ">=": levels.comparison,
  in: levels.comparison,
  and: levels.and,
  or: levels.or,
};

/** `left operator right`, with parentheses only where the precedence needs them, or where `+` meets `&`. */
export function binary(operator: string, left: Code, right: Code): Code {
  const level = binaryLevels[operator] ?? levels.comparison;
  const text = `${leftText(operator, left, level)} ${operator} ${rightText(operator, right, level)}`;
  return { text, level, repeatable: false, operator };
}

function leftText(operator: string, left: Code, level: number): string {
  if (level === levels.comparison) return operand(left, level + 1);
  const mixesTextAndSum =
    level === levels.sum && left.level === level && (operator === "&") !== (left.operator === "&");
  return mixesTextAndSum ? `(${left.text})` : operand(left, level);
}

function rightText(operator: string, right: Code, level: number): string {
  const associative = operator === "and" || operator === "or";
  return operand(right, associative ? level : level + 1);
}

export function negative(code: Code): Code {
  return { text: `-${operand(code, levels.path)}`, level: levels.minus, repeatable: false, operator: "-" };
}

/** `test ? yes : no`; without `no` nothing comes out where the test fails. */
export function conditional(test: Code, yes: Code, no?: Code): Code {
  const start = `${operand(test, levels.or)} ? ${operand(yes, levels.or)}`;
  return { text: no ? `${start} : ${no.text}` : start, level: levels.conditional, repeatable: false };
}

/** `function($a, $b) { body }`; parameter names come without the dollar. */
export function lambda(parameters: readonly string[], body: Code): Code {
  const names = parameters.map((name) => `$${name}`).join(", ");
  return atom(`function(${names}) { ${body.text} }`);
}

/** `($name := value; body)`. A block in `body` is taken in. */
export function block(bindings: readonly (readonly [name: string, value: Code])[], body: Code): Code {
  if (bindings.length === 0) return body;
  const own = bindings.map(([name, value]) => `$${name} := ${value.text}`);
  const all = [...own, ...(body.block?.bindings ?? [])];
  const last = body.block?.body ?? body;
  return { ...atom(`(${[...all, last.text].join("; ")})`), block: { bindings: all, body: last } };
}
