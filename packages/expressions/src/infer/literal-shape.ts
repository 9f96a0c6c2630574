import { numberShape, type Shape, stringShape } from "@statewright/json-types";

/** The shape of a text or a number as it is written. */
export function literalShape(
  node:
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "number"; readonly value: number },
): Shape {
  return node.kind === "string" ? stringShape({ value: node.value }) : numberShape({ value: node.value });
}
