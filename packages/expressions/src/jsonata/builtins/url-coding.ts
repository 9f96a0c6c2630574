import type { Span } from "@statewright/diagnostics";
import { fail } from "../evaluate/failure.ts";

/** What `coding` makes of a text; a lone surrogate or a broken escape is error D3140. */
export function coded(
  coding: (text: string) => string,
  functionName: string,
  text: string,
  span: Span,
): string {
  try {
    return coding(text);
  } catch {
    return fail("D3140", { value: text, functionName }, span);
  }
}
