/**
 * A piece of JSONata text, with what is needed to set it beside others.
 *
 * `level` is the binding power of its outermost operator (JSONata's own numbers).
 */
export interface Code {
  readonly text: string;
  readonly level: number;
  /** A variable or a path: writing it twice costs nothing and means the same. */
  readonly repeatable: boolean;
  /** The outermost operator, where `level` alone does not say which. */
  readonly operator?: string;
  /** The text is an array constructor `[…]`. */
  readonly brackets?: true;
  /** The call whose result the brackets make an array of. */
  readonly sequence?: Code;
  /** The parts of a block, so that a block around it can take them in. */
  readonly block?: { readonly bindings: readonly string[]; readonly body: Code };
}

export const levels: {
  readonly atom: number;
  readonly path: number;
  readonly minus: number;
  readonly product: number;
  readonly sum: number;
  readonly comparison: number;
  readonly and: number;
  readonly or: number;
  readonly conditional: number;
} = {
  atom: 100,
  path: 90,
  minus: 70,
  product: 60,
  sum: 50,
  comparison: 40,
  and: 30,
  or: 25,
  conditional: 20,
};

/** A text that needs no parentheses anywhere: a literal, a call, a constructor. */
export function atom(text: string): Code {
  return { text, level: levels.atom, repeatable: false };
}

/** `$name`, without the dollar. */
export function variable(name: string): Code {
  return { text: `$${name}`, level: levels.path, repeatable: true };
}

/** The text as an operand of something that binds with `level`. */
export function operand(code: Code, level: number): string {
  return code.level < level ? `(${code.text})` : code.text;
}

/** `$name(arguments)`. */
export function call(name: string, ...parameters: readonly Code[]): Code {
  return atom(`$${name}(${parameters.map((parameter) => parameter.text).join(", ")})`);
}
