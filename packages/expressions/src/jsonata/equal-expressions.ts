import type { JsonataExpression } from "./expression.ts";

/**
 * Whether two expressions are the same but for how they are written: blanks, comments, quotes, escapes, where they
 * stand in their texts, and parentheses round an operand, an argument or a value that change nothing.
 *
 * @example
 * ```ts
 * const read = (text: string) => parseJsonata(text).expression;
 * equalExpressions(read("$a.b+( 1 )"), read("$a . `b` + 1")); // → true
 * equalExpressions(read("$a + $b"), read("$b + $a")); // → false
 * ```
 * @throws Never, for trees that `parseJsonata` made.
 */
export function equalExpressions(left: JsonataExpression, right: JsonataExpression): boolean {
  return isEqual(bare(left), bare(right), "");
}

function isEqual(left: unknown, right: unknown, place: string): boolean {
  const one = open.has(place) ? bare(left) : left;
  const other = open.has(place) ? bare(right) : right;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return Object.is(one, other);
  }
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isEqual(item, other[index], place));
  }
  const names = fieldsOf(one);
  return names.length === fieldsOf(other).length && names.every((name) => isSameField(one, other, name));
}

function isSameField(one: object, other: object, name: string): boolean {
  const field = (node: object): unknown => (Object.hasOwn(node, name) ? Reflect.get(node, name) : undefined);
  const kind = (one as { kind?: string }).kind ?? "pair";
  return isEqual(field(one), field(other), `${kind}.${name}`);
}

/** What an expression consists of; where it stands is left out. */
function fieldsOf(node: object): readonly string[] {
  return Object.keys(node).filter((name) => !/span$/i.test(name));
}

/** Where parentheses round a whole expression change nothing: its value is used, not where it comes from. */
const open: ReadonlySet<string> = new Set([
  "binary.left",
  "binary.right",
  "negate.operand",
  "condition.condition",
  "condition.consequent",
  "condition.alternate",
  "call.arguments",
  "bind.value",
  "pair.key",
  "pair.value",
]);

/** Without parentheses round the whole of it; those round an assignment end its variable, so they stay. */
function bare(value: unknown): unknown {
  let node = value as JsonataExpression | undefined;
  while (node?.kind === "block" && node.expressions.length === 1 && node.expressions[0]?.kind !== "bind") {
    node = node.expressions[0];
  }
  return node;
}
