import { fail } from "../../evaluate/failure.ts";
import type { Fields } from "../../evaluate/value.ts";

/** The characters that mean something in a number picture. */
export interface NumberSymbols {
  readonly decimal: string;
  readonly grouping: string;
  readonly exponent: string;
  readonly minus: string;
  readonly percent: string;
  readonly perMille: string;
  readonly zero: string;
  readonly digit: string;
  readonly separator: string;
  /** The ten digits that begin with `zero`. */
  readonly digits: readonly string[];
}

/** The symbols with those that the options of `$formatNumber` change. */
export function numberSymbols(options: Fields): NumberSymbols {
  const option = (name: string, standard: string): string => {
    if (!Object.hasOwn(options, name)) return standard;
    const value = options[name];
    return typeof value === "string" ? value : fail("T0410", { value: options, index: 3 });
  };
  const zero = option("zero-digit", "0");
  const first = zero === "" ? undefined : zero.charCodeAt(0);
  return {
    decimal: option("decimal-separator", "."),
    grouping: option("grouping-separator", ","),
    exponent: option("exponent-separator", "e"),
    minus: option("minus-sign", "-"),
    percent: option("percent", "%"),
    perMille: option("per-mille", "\u2030"),
    zero,
    digit: option("digit", "#"),
    separator: option("pattern-separator", ";"),
    digits:
      first === undefined ? [] : Array.from({ length: 10 }, (_, index) => String.fromCharCode(first + index)),
  };
}
