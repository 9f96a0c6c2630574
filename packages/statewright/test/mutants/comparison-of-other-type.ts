import type { Json } from "@statewright/json-types";

/** The comparison of a Choice Rule with an operator and an operand of another type; nothing for other fields. */
export function comparisonOfOtherType(operator: string, operand: Json): readonly [string, Json] | undefined {
  const [, type, comparison, path] =
    /^(String|Numeric|Boolean|Timestamp)([A-Z]\w+?)(Path)?$/.exec(operator) ?? [];
  if (type === undefined || comparison === undefined || comparison === "Matches") return undefined;
  const other = type === "String" || type === "Timestamp" ? "Numeric" : "String";
  return [`${other}${comparison}${path ?? ""}`, path === undefined ? otherOperand[other] : operand];
}

const otherOperand = { Numeric: 7, String: "seven" } as const;
