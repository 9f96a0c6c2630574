/** What a function's signature says of one argument. */
export interface SignatureParameter {
  /** As written: a letter, or the letters of a choice in parentheses. */
  readonly type: string;
  /** The symbols that it takes; `m` stands for a missing value. */
  readonly symbols: string;
  readonly least: 0 | 1;
  readonly many: boolean;
  readonly lazy: boolean;
  /** When the argument is left out, the context takes its place, if it is one of these. */
  readonly context?: string;
  /** The element type of an array: `n` of `a<n>`. */
  readonly subtype?: string;
}

/** A function's signature such as `<s-nn?:s>`. */
export interface Signature {
  readonly definition: string;
  readonly parameters: readonly SignatureParameter[];
}

/** The signature that a text stands for, or what is wrong with the text. */
export type SignatureReading =
  | { readonly signature: Signature; readonly problem?: undefined }
  | { readonly signature?: undefined; readonly problem: { readonly code: string; readonly value: string } };

type Draft = { -readonly [Key in keyof SignatureParameter]: SignatureParameter[Key] };

const symbolsOf: Readonly<Record<string, string>> = {
  s: "sm",
  n: "nm",
  b: "bm",
  l: "lm",
  o: "om",
  a: "asnblfom",
  x: "asnblfom",
  j: "asnblom",
  f: "f",
};

/** Reads a signature with its angle brackets. What it does not know it passes over, as JSONata does. */
export function parseSignature(definition: string): SignatureReading {
  const parameters: Draft[] = [];
  let position = 1;
  while (position < definition.length && definition.charAt(position) !== ":") {
    const symbol = definition.charAt(position);
    const last = parameters.at(-1);
    if (Object.hasOwn(symbolsOf, symbol)) {
      parameters.push(draft(symbol, symbolsOf[symbol] ?? ""));
    } else if (symbol === "(") {
      const close = closing(definition, position, "(", ")");
      const choice = definition.slice(position + 1, close);
      if (choice.includes("<")) return { problem: { code: "S0402", value: choice } };
      parameters.push(draft(`(${choice})`, `${choice}m`));
      position = close;
    } else if (symbol === "<") {
      if (last?.type !== "a" && last?.type !== "f")
        return { problem: { code: "S0401", value: last?.type ?? "" } };
      const close = closing(definition, position, "<", ">");
      last.subtype = definition.slice(position + 1, close);
      position = close;
    } else if (last) {
      modify(last, symbol);
    }
    position += 1;
  }
  return {
    signature: Object.freeze({
      definition,
      parameters: Object.freeze(parameters.map((parameter) => Object.freeze(parameter))),
    }),
  };
}

function draft(type: string, symbols: string): Draft {
  return { type, symbols, least: 1, many: false, lazy: false };
}

function modify(parameter: Draft, modifier: string): void {
  const repeated = parameter.least === 0 || parameter.many;
  if (modifier === "-") {
    parameter.context = parameter.symbols;
    parameter.least = 0;
  } else if (modifier === "?") {
    if (repeated) parameter.lazy = true;
    else parameter.least = 0;
  } else if (modifier === "+" && !repeated) {
    parameter.many = true;
  }
}

function closing(text: string, from: number, open: string, close: string): number {
  let depth = 1;
  for (let position = from + 1; position < text.length; position += 1) {
    if (text.charAt(position) === open) depth += 1;
    if (text.charAt(position) === close) depth -= 1;
    if (depth === 0) return position;
  }
  return text.length;
}
