import { type ChoiceRule, type JsonValue, jsonataText } from "@statewright/asl";

/** What a choice rule asks, in one line: the expression without its delimiters, or `Variable operator value`. */
export function choiceLabel({ Condition: condition, test }: ChoiceRule): string {
  if (typeof condition === "boolean") return String(condition);
  if (typeof condition === "string") return jsonataText(condition)?.source ?? condition;
  return testLabel(test ?? null, 3);
}

/** Rules nested deeper than a label can show are cut short. */
function testLabel(test: JsonValue, depth: number): string {
  if (typeof test !== "object" || test === null || Array.isArray(test)) return "";
  if (depth === 0) return "…";
  const parts = Object.entries(test);
  for (const [name, value] of parts) {
    if (name === "Not") return `not (${testLabel(value, depth - 1)})`;
    if ((name !== "And" && name !== "Or") || !Array.isArray(value)) continue;
    const inner = value.slice(0, 4).map((rule: JsonValue) => testLabel(rule, depth - 1));
    return inner.join(name === "And" ? " and " : " or ");
  }
  const variable = parts.find(([name]) => name === "Variable")?.[1] ?? "";
  const [operator = "", operand = ""] = parts.find(([name]) => name !== "Variable") ?? [];
  return `${variable} ${signs[operator] ?? operator} ${JSON.stringify(operand)}`;
}

const signs: Readonly<Record<string, string>> = {
  StringEquals: "=",
  NumericEquals: "=",
  BooleanEquals: "=",
  TimestampEquals: "=",
  NumericLessThan: "<",
  NumericGreaterThan: ">",
  NumericLessThanEquals: "<=",
  NumericGreaterThanEquals: ">=",
};
