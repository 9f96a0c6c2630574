import { fail } from "../../evaluate/failure.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$number` */
export const evaluateNumber: EvaluateBuiltin = ([value], { span }) => {
  switch (typeof value) {
    case "undefined":
    case "number":
      return value;
    case "boolean":
      return value ? 1 : 0;
    case "string":
      return numberIn(value) ?? fail("D3030", { value, index: 1 }, span);
    default:
      return fail("D3030", { value, index: 1 }, span);
  }
};

function numberIn(text: string): number | undefined {
  if (/^-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?$/.test(text) && Number.isFinite(Number(text))) {
    return Number.parseFloat(text);
  }
  // The alternatives are anchored as in JSONata 2.0.6: the first at the start only, the last at the end only.
  return /^(0[xX][0-9A-Fa-f]+)|(0[oO][0-7]+)|(0[bB][0-1]+)$/.test(text) ? Number(text) : undefined;
}
