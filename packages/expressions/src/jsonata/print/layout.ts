import type { JsonataExpression } from "../expression.ts";
import type { Printed } from "./printed.ts";

/** How an expression is written. */
export interface PrintOptions {
  /**
   * Objects, arrays, arguments, blocks, long operators and conditions go over several lines where a line would be
   * longer. Without it everything is on one line, as it stands in the JSON of a state machine.
   */
  readonly width?: number;
  /**
   * Writes nothing that a deployment tool would take for its own: no `${` and no `%{` comes out. The expression
   * means the same; only texts, names and regular expressions are written in another way.
   */
  readonly templateSafe?: boolean;
}

/** Prints the expressions below a node; it knows the place that there is. */
export interface Print {
  (node: JsonataExpression): Printed;
  readonly safe: boolean;
  /** `open item, item close`, over several lines if need be. */
  enclosed(
    open: string,
    close: string,
    count: number,
    item: (index: number) => string,
    style?: Enclosure,
  ): string;
  /** `parts` behind one another, or each but the first on its own line. */
  chained(parts: readonly string[]): string;
}

/** How items are kept apart: by `, ` with nothing inside the brackets, unless told otherwise. */
export interface Enclosure {
  readonly separator?: string;
  /** A blank inside the brackets. */
  readonly padded?: boolean;
}

const step = 2;

/** A printer whose nodes are written by `printNode`. */
export function printerOf(
  printNode: (node: JsonataExpression, print: Print) => Printed,
  { width = Number.POSITIVE_INFINITY, templateSafe = false }: PrintOptions,
): Print {
  let indent = 0;
  const fits = (text: string): boolean => !text.includes("\n") && text.length + indent <= width;
  const line = (): string => `\n${" ".repeat(indent)}`;
  const print = (node: JsonataExpression): Printed => printNode(node, print as Print);
  return Object.assign(print, {
    safe: templateSafe,
    enclosed(
      open: string,
      close: string,
      count: number,
      item: (index: number) => string,
      style: Enclosure = {},
    ) {
      const { separator = ",", padded = false } = style;
      indent += step;
      const items = Array.from({ length: count }, (_, index) => item(index));
      const inner = line();
      indent -= step;
      const blank = padded ? " " : "";
      const flat = `${open}${blank}${items.join(`${separator} `)}${blank}${close}`;
      if (count === 0 || width === Number.POSITIVE_INFINITY || fits(flat)) return flat;
      return `${open}${inner}${items.join(`${separator}${inner}`)}${line()}${close}`;
    },
    chained(parts: readonly string[]) {
      const flat = parts.join(" ");
      if (width === Number.POSITIVE_INFINITY || fits(flat)) return flat;
      indent += step;
      const text = parts.join(line());
      indent -= step;
      return text;
    },
  });
}
