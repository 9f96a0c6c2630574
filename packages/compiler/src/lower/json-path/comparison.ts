import type { ArrowExpression, CallExpression } from "../../ir/arrow.ts";
import { kinds, kindsOf } from "../expression/value/index.ts";
import { both, type Condition, comparison, either, isPresent, known, not } from "./condition.ts";
import { whereThere } from "./equality.ts";
import type { PathSession } from "./path-session.ts";
import {
  index,
  isDefinite,
  type PathValue,
  pathText,
  type Reference,
  refusedValue,
  shapeOf,
} from "./path-value.ts";

type Operator = "<" | "<=" | ">" | ">=";

interface Comparison {
  readonly node: ArrowExpression;
  readonly operator: Operator;
  readonly left: ArrowExpression;
  readonly right: ArrowExpression;
}

const names: Readonly<Record<Operator, string>> = {
  "<": "LessThan",
  "<=": "LessThanEquals",
  ">": "GreaterThan",
  ">=": "GreaterThanEquals",
};

const turned: Readonly<Record<Operator, Operator>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** `left < right` and its like; nothing where no operator says it. */
export function compared(
  { operator, left, right }: Comparison,
  _session: PathSession,
  value: (part: ArrowExpression) => PathValue,
  present: ReadonlySet<string>,
): Condition | undefined {
  const [time, otherTime] = [parsedDate(left), parsedDate(right)];
  if (time && otherTime) return comparedTo(operator, value(time), value(otherTime), ["Timestamp"], present);
  const [first, second] = [value(left), value(right)];
  if (first === refusedValue || second === refusedValue) return known(false);
  return (
    itemCount(operator, first, second) ??
    comparedTo(operator, first, second, familiesOf(first, second), present)
  );
}

/** `Date.parse(input.at)`: what is compared is a time. */
function parsedDate(node: ArrowExpression): ArrowExpression | undefined {
  if (node.kind !== "call" || node.method !== "Date.parse") return undefined;
  const [first, ...more] = (node as CallExpression).arguments;
  return first && first.kind !== "spread" && more.length === 0 ? first : undefined;
}

/** Numbers are compared with numbers, texts with texts; where it is not known which, both are asked. */
function familiesOf(left: PathValue, right: PathValue): readonly string[] {
  const common = kindsOf(shapeOf(left)) & kindsOf(shapeOf(right));
  return [
    ...((common & kinds.number) !== 0 ? ["Numeric"] : []),
    ...((common & kinds.string) !== 0 ? ["String"] : []),
  ];
}

function comparedTo(
  operator: Operator,
  left: PathValue,
  right: PathValue,
  families: readonly string[],
  present: ReadonlySet<string>,
): Condition | undefined {
  if (left.kind === "constant" && right.kind !== "constant") {
    return comparedTo(turned[operator], right, left, families, present);
  }
  if (left.kind !== "reference" || !isDefinite(left) || families.length === 0) return undefined;
  const path = pathText(left);
  if (right.kind === "constant") {
    const { value } = right;
    const isFit = typeof value === "number" || (typeof value === "string" && !value.includes("${"));
    if (!isFit) return undefined;
    const tests = families.map((family) => comparison(path, `${family}${names[operator]}`, value));
    return whereThere(left, present, either(...tests));
  }
  if (right.kind !== "reference" || !isDefinite(right)) return undefined;
  const other = pathText(right);
  const tests = families.map((family) => comparison(path, `${family}${names[operator]}Path`, other));
  return whereThere(left, present, whereThere(right, present, either(...tests)));
}

/** `xs.length > 2` asks whether there is a third item, where it is known that there is an array. */
export function itemCount(
  operator: Operator | "===",
  left: PathValue,
  right: PathValue,
): Condition | undefined {
  if (left.kind === "constant" && right.kind === "call") {
    return itemCount(operator === "===" ? operator : turned[operator], right, left);
  }
  if (left.kind !== "call" || left.name !== "States.ArrayLength" || right.kind !== "constant")
    return undefined;
  const [list] = left.arguments;
  const count = right.value;
  if (list?.kind !== "reference" || kindsOf(list.shape) !== kinds.array) return undefined;
  if (typeof count !== "number" || !Number.isInteger(count) || !isDefinite(list)) return undefined;
  switch (operator) {
    case ">":
      return hasItem(list, count);
    case ">=":
      return hasItem(list, count - 1);
    case "<":
      return not(hasItem(list, count - 1));
    case "<=":
      return not(hasItem(list, count));
    case "===":
      return count < 0 ? known(false) : both(hasItem(list, count - 1), not(hasItem(list, count)));
  }
}

function hasItem(list: Reference, at: number): Condition {
  if (at < 0) return known(true);
  return isPresent(pathText({ ...list, steps: [...list.steps, index(at)] }));
}
