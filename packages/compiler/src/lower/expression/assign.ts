import type { JsonRecord, JsonValue } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { Arrow, ArrowExpression, LetExpression } from "../../ir/arrow.ts";
import { isTooDeep } from "./arrow-depth.ts";
import { undefinedResult, unsupported } from "./diagnostics/arrow-diagnostics.ts";
import { bound, variablesRead } from "./emit/let.ts";
import { inlinedCall } from "./emit/reusable.ts";
import { sourceOf } from "./emit/source.ts";
import {
  type ArrowPlace,
  begin,
  foundAt,
  type Locals,
  lowerTemplateArrow,
  plainMembers,
  templateOf,
  type Work,
} from "./template.ts";

/** What an arrow assigns: a template for each variable. */
export interface LoweredAssign {
  readonly json: JsonRecord;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * An arrow that returns an object literal assigns each of its keys. A `const` of the arrow is written into
 * each expression that needs it, because each is evaluated alone.
 */
export function lowerAssignArrow(arrow: Arrow, place: ArrowPlace): LoweredAssign {
  const { body } = arrow;
  if (!body || isTooDeep(body) || arrow.problems.some(({ severity }) => severity === "error")) {
    return { json: {}, diagnostics: lowerTemplateArrow(arrow, place).diagnostics };
  }
  const work: Work = { arrow, place, reserved: variablesRead(arrow) };
  const found = literalBehind(work, body);
  const members = found && plainMembers(found.object);
  if (!found || !members) return { json: {}, diagnostics: [notAnObject(work)] };
  return assignments(work, members, found);
}

interface Found {
  readonly object: ArrowExpression & { kind: "object" };
  readonly locals: Locals;
  readonly lets: readonly LetExpression[];
  /** What was found in a `const` that needs no variable. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The object literal behind the `const`s of an arrow. */
function literalBehind(work: Work, body: ArrowExpression): Found | undefined {
  let locals: Locals = new Map();
  const lets: LetExpression[] = [];
  const diagnostics: Diagnostic[] = [];
  let node = inlinedCall(body, work.place.data) ?? body;
  while (node.kind === "let") {
    const { scope } = begin(work, locals);
    const { bindings, inner } = bound(node, scope);
    if (bindings.length === 0 && lets.length === 0) {
      locals = inner.locals;
      diagnostics.push(...foundAt(work, scope.session, work.place.pointer));
    } else lets.push(node);
    node = inlinedCall(node.body, work.place.data) ?? node.body;
  }
  return node.kind === "object" ? { object: node, locals, lets, diagnostics } : undefined;
}

function assignments(work: Work, members: ReadonlyMap<string, ArrowExpression>, found: Found): LoweredAssign {
  const json: Record<string, JsonValue> = Object.create(null);
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  const volatileUses = new Map<LetExpression["bindings"][number], number>();
  for (const [name, value] of members) {
    const { node, used } = withBindings(value, found.lets);
    for (const binding of used) volatileUses.set(binding, (volatileUses.get(binding) ?? 0) + 1);
    const pointer = `${work.place.pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const lowered = templateOf(work, node, found.locals, pointer);
    json[name] = lowered.json;
    diagnostics.push(...lowered.diagnostics);
    if (lowered.mayBeAbsent)
      diagnostics.push(undefinedResult.at(at(work, pointer), { source: source(work, value) }));
  }
  for (const [binding, count] of volatileUses) {
    if (count > 1 && isVolatile(binding.value)) diagnostics.push(volatileTwice(work, binding.value));
  }
  return { json, diagnostics };
}

/** An expression with those bindings around it that it needs. */
function withBindings(
  node: ArrowExpression,
  lets: readonly LetExpression[],
): { readonly node: ArrowExpression; readonly used: readonly LetExpression["bindings"][number][] } {
  const needed = localsIn(node);
  const used: LetExpression["bindings"][number][] = [];
  for (const binding of lets.flatMap((one) => one.bindings).reverse()) {
    if (!needed.has(binding.local.id)) continue;
    used.unshift(binding);
    for (const id of localsIn(binding.value)) needed.add(id);
  }
  if (used.length === 0) return { node, used };
  return { node: { kind: "let", bindings: used, body: node, span: node.span }, used };
}

function nodesIn(root: ArrowExpression): object[] {
  const nodes: object[] = [];
  const pending: object[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node);
    for (const child of Object.values(node))
      if (typeof child === "object" && child !== null) pending.push(child);
  }
  return nodes;
}

function localsIn(root: ArrowExpression): Set<number> {
  const found = nodesIn(root) as Partial<ArrowExpression>[];
  return new Set(
    found.flatMap((node) => (node.kind === "local" && "local" in node && node.local ? [node.local.id] : [])),
  );
}

const volatileCalls: ReadonlySet<string> = new Set(["crypto.randomUUID", "Math.random", "Date.now"]);

function isVolatile(root: ArrowExpression): boolean {
  const found = nodesIn(root) as Partial<ArrowExpression>[];
  return found.some(
    (node) => node.kind === "call" && "method" in node && volatileCalls.has(node.method ?? ""),
  );
}

function at(work: Work, pointer: string): { readonly pointer: string; readonly state?: string } {
  const { state } = work.place;
  return { pointer, ...(state !== undefined && { state }) };
}

function source(work: Work, node: ArrowExpression): string {
  return sourceOf(work.arrow.text, node);
}

function notAnObject(work: Work): Diagnostic {
  const facts = {
    source: source(work, work.arrow.body ?? { kind: "undefined", span: { start: 0, end: 0 } }),
    reason: "The names of the variables have to be known: ASL's `Assign` holds one template for each.",
    instead: "Return an object literal: `({ input }) => ({ total: input.total })`.",
  };
  return unsupported.at(at(work, work.place.pointer), facts);
}

function volatileTwice(work: Work, node: ArrowExpression): Diagnostic {
  const facts = {
    source: source(work, node),
    reason: "Each variable is computed by an expression of its own, so it would be another value each time.",
    instead: "Assign it to one variable, and read that one in the next state.",
  };
  return unsupported.at(at(work, work.place.pointer), facts);
}
