/** What the operand of a comparison operator of JSONPath is. */
export type ComparisonOperand = "text" | "number" | "boolean" | "timestamp" | "path";

const orders = ["Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals"];
const ordered = [
  ["String", "text"],
  ["Numeric", "number"],
  ["Timestamp", "timestamp"],
] as const;
const tests = ["IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp"];

/**
 * The 39 comparison operators of a JSONPath Choice rule and their operands (R-CHOICE-11).
 *
 * Amazon States Language specification, "Data-test expression", text of 22 November 2024.
 */
export const comparisonOperators: Readonly<Record<string, ComparisonOperand>> = Object.freeze({
  ...Object.fromEntries(
    ordered.flatMap(([type, operand]) =>
      orders.flatMap((order) => [
        [`${type}${order}`, operand],
        [`${type}${order}Path`, "path"],
      ]),
    ),
  ),
  StringMatches: "text",
  BooleanEquals: "boolean",
  BooleanEqualsPath: "path",
  ...Object.fromEntries(tests.map((test) => [test, "boolean"])),
});
