import { type Code, call, levels, operand } from "./code.ts";
import { stringLiteral } from "./literal.ts";

const words: ReadonlySet<string> = new Set(["and", "or", "in", "true", "false", "null", "function"]);

/** `base.name`; a name that is no plain word is quoted with backticks, or looked up where that cannot be. */
export function step(base: Code, name: string): Code {
  const quotable = /^[^`\p{Cc}]+$/u.test(name) && !name.includes("${");
  if (!quotable) return { ...call("lookup", base, stringLiteral(name)), repeatable: base.repeatable };
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !words.has(name);
  return {
    text: `${operand(base, levels.path)}.${plain ? name : `\`${name}\``}`,
    level: levels.path,
    repeatable: base.repeatable,
  };
}

/**
 * `base[index]` with an index that is a number literal, a variable or a path. Of a call in brackets the call
 * alone is taken; any other array constructor must be bound to a variable before.
 */
export function item(base: Code, index: string | number): Code {
  const array = base.sequence ?? base;
  return {
    text: `${operand(array, levels.path)}[${index}]`,
    level: levels.path,
    repeatable: base.repeatable,
  };
}
