import type { Span } from "@statewright/diagnostics";
import type {
  ArrowExpression,
  CallExpression,
  FunctionExpression,
  LetExpression,
} from "../../../ir/arrow.ts";
import type { ScopeData } from "./session.ts";
import { rememberText } from "./source.ts";

type Reusable = Pick<ScopeData, "expressions">;

/**
 * The function that a node names, if it is one of the `expression(…)` among the constants: `constants.total`.
 *
 * Each use has locals of its own, so that two uses in one arrow are told apart.
 */
export function reusableFunction(node: ArrowExpression, data: Reusable): FunctionExpression | undefined {
  const pointer = constantPointer(node);
  const arrow = pointer === undefined ? undefined : own(data.expressions, pointer);
  if (arrow?.body?.kind !== "function") return undefined;
  return renewed(arrow.body, arrow.text, (node.span.start + 1) * localsOfUse) as FunctionExpression;
}

/** More than one expression can have. */
const localsOfUse = 100_000;

/** A call of a reusable expression: its body, with its parameters bound to what it is given. */
export function inlinedCall(node: ArrowExpression, data: Reusable): LetExpression | undefined {
  if (node.kind !== "call" || !node.receiver) return undefined;
  const { receiver: object, method: property, span } = node;
  const fn = reusableFunction({ kind: "member", object, property, optional: false, span }, data);
  return fn && inlinedFunction(node, fn);
}

function inlinedFunction(node: CallExpression, fn: FunctionExpression): LetExpression {
  const used = localsUsed(fn.body);
  const bindings = fn.parameters.flatMap((local, index) => {
    const given = node.arguments[index];
    const nothing: ArrowExpression = { kind: "undefined", span: node.span };
    const value = given === undefined || given.kind === "spread" ? nothing : given;
    return used.has(local.id) ? [{ local, value }] : [];
  });
  return { kind: "let", bindings, body: fn.body, span: node.span };
}

/** Whether a node is a constant that was made by `expression(…)`, also one that could not be read. */
export function isReusable(node: ArrowExpression, data: Reusable): boolean {
  const pointer = constantPointer(node);
  return pointer !== undefined && own(data.expressions, pointer) !== undefined;
}

/** Whether a call is one of a reusable expression, also of one that could not be read: that is told already. */
export function isReusableCall(node: CallExpression, data: Reusable): boolean {
  const { receiver: object, method: property, span } = node;
  return (
    object !== undefined && isReusable({ kind: "member", object, property, optional: false, span }, data)
  );
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function constantPointer(node: ArrowExpression): string | undefined {
  if (node.kind === "scope") return node.name === "constants" ? "" : undefined;
  if (node.kind !== "member") return undefined;
  const object = constantPointer(node.object);
  return object === undefined
    ? undefined
    : `${object}/${node.property.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function localsUsed(body: ArrowExpression): ReadonlySet<number> {
  const ids = new Set<number>();
  const pending: unknown[] = [body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== "object" || node === null) continue;
    const { kind, local } = node as { readonly kind?: unknown; readonly local?: { readonly id: number } };
    if (kind === "local" && local) ids.add(local.id);
    pending.push(...Object.values(node).filter((child) => typeof child === "object" && child !== null));
  }
  return ids;
}

/** A copy of a tree with other locals, whose spans remember the text that they belong to. */
function renewed(node: unknown, text: string, offset: number): unknown {
  if (Array.isArray(node)) return node.map((item: unknown) => renewed(item, text, offset));
  if (typeof node !== "object" || node === null) return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "span") copy[key] = rememberText({ ...(value as Span) }, text);
    else if (key === "id" && typeof value === "number") copy[key] = value + offset;
    else copy[key] = renewed(value, text, offset);
  }
  return copy;
}
