import type { ArrowExpression, CallExpression, FunctionExpression } from "../../../ir/arrow.ts";

const readers: ReadonlySet<string> = new Set(
  "map filter find findLast findIndex some every reduce flatMap at includes indexOf toSorted sort".split(" "),
);
const tests: ReadonlySet<string> = new Set(["filter", "some", "every"]);

/** Whether a method may tell null from undefined in the elements of its array. */
export function readsGaps(node: CallExpression): boolean {
  if (!readers.has(node.method)) return false;
  return !tests.has(node.method) || presenceAsked(node.arguments[0]) === undefined;
}

/** Whether a call leaves out every null and undefined: `xs.filter((x) => x != null)`. */
export function closesGaps(node: CallExpression): boolean {
  return node.method === "filter" && presenceAsked(node.arguments[0]) === true;
}

/** What a test that takes null and undefined alike asks of its element: to be there, or (`false`) not to be. */
function presenceAsked(callback: CallExpression["arguments"][number] | undefined): boolean | undefined {
  return callback?.kind === "function" ? presence(callback, callback.body) : undefined;
}

function presence(fn: FunctionExpression, body: ArrowExpression): boolean | undefined {
  const isElement = (node: ArrowExpression): boolean =>
    node.kind === "local" && node.local.id === fn.parameters[0]?.id;
  const isNothing = (node: ArrowExpression): boolean =>
    node.kind === "undefined" || (node.kind === "literal" && node.value === null);
  if (isElement(body)) return true;
  if (body.kind === "unary" && body.operator === "!") {
    const inner = presence(fn, body.operand);
    return inner === undefined ? undefined : !inner;
  }
  if (body.kind === "call" && !body.receiver && body.method === "Boolean") {
    const [asked] = body.arguments;
    return asked && asked.kind !== "spread" ? presence(fn, asked) : undefined;
  }
  if (body.kind !== "binary" || !isElement(body.left) || !isNothing(body.right)) return undefined;
  if (body.operator === "!=") return true;
  return body.operator === "==" ? false : undefined;
}
