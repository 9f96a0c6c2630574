import type { Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "../expression.ts";
import type { PathExpression } from "../path-expression.ts";
import { addSlots, resolveLast, seekersOf, seekInStep } from "./ancestry.ts";
import { type DraftPath, type DraftStep, finish, type Part, partOf, pathOf, type Slot } from "./draft.ts";
import type { RawExpression } from "./raw-expression.ts";
import type { Resolver } from "./resolver.ts";

type Raw<Type extends RawExpression["type"]> = RawExpression & { type: Type };

/** `left.right`: one path of the steps of both. */
export function resolveDot(resolver: Resolver, raw: Raw<"dot">): Part {
  const left = resolver.part(raw.left);
  const part = intoPath(left, raw.span);
  const path = pathOf(part) as DraftPath;
  if (left.node.kind === "parent") part.seeking = [...seekersOf(left, resolver.slots)];
  const right = resolver.part(raw.right);
  const rightPath = pathOf(right);
  if (rightPath) path.steps.push(...rightPath.steps);
  else path.steps.push(laterStep(right));
  for (const step of path.steps) checkStep(resolver, step);
  if (path.steps.some((step) => step.keepArray)) path.keepSingleton = true;
  for (const step of [path.steps[0], path.steps.at(-1)]) {
    if (step && core(step).kind === "array") step.constructs = true;
  }
  resolveLast(path, part, resolver.slots, unprovided(resolver));
  return part;
}

/** A literal cannot be a step, but a string is a field's name there. */
function checkStep(resolver: Resolver, step: DraftStep): void {
  const node = core(step);
  if (node.kind === "string") {
    const name = { kind: "name", name: node.value, span: node.span } as const;
    if (step.node.kind !== "postfix") {
      step.node = name;
    } else {
      const field = draftStep(name, node.span, []);
      step.node = { ...step.node, operand: pathOfSteps([field], node.span) as PathExpression };
    }
  } else if (node.kind === "number" || node.kind === "boolean" || node.kind === "null") {
    resolver.report("S0213", node.span, { value: node.kind === "null" ? null : node.value });
  }
}

function core(step: DraftStep): DraftStep["node"] {
  let { node } = step;
  while (node.kind === "postfix") node = node.operand;
  return node;
}

function unprovided(resolver: Resolver): (span: Span) => void {
  return (span) => resolver.report("S0217", span);
}

/** `left[predicate]`. */
export function resolvePredicate(resolver: Resolver, raw: Raw<"predicate">): Part {
  const part = resolver.part(raw.left);
  const step = pathOf(part)?.steps.at(-1);
  if (!step && part.group) resolver.report("S0209", raw.span);
  const predicatePart = resolver.part(raw.predicate);
  const { seeking } = predicatePart;
  const fail = unprovided(resolver);
  for (const slot of seeking) {
    if (slot.level !== 1) slot.level -= 1;
    else seekInStep(step ?? part, slot, fail);
  }
  if (seeking.length > 0) addSlots(step ?? part, seekersOf(predicatePart, resolver.slots));
  const predicate = finish(predicatePart);
  const result = widened(part, raw.span);
  if (step) {
    step.stages.push({ kind: "filter", predicate, span: predicate.span });
    step.staged = true;
    step.span = { start: step.span.start, end: raw.span.end };
  } else {
    result.predicates = [...part.predicates, predicate];
    result.predicated = true;
  }
  return result;
}

/** `left{key: value}`. */
export function resolveGroup(resolver: Resolver, raw: Raw<"group">): Part {
  const part = widened(resolver.part(raw.left), raw.span);
  const path = pathOf(part);
  if (path ? path.group : part.group) resolver.report("S0210", raw.span);
  const group = raw.pairs.map(([key, value]) => ({
    key: resolver.expression(key),
    value: resolver.expression(value),
  }));
  if (path) path.group = group;
  else part.group = group;
  return part;
}

/** `left^(terms)`: one more step. */
export function resolveSort(resolver: Resolver, raw: Raw<"sort">): Part {
  const part = intoPath(resolver.part(raw.left), raw.span);
  const path = pathOf(part) as DraftPath;
  const sorted: { seeking: Slot[] } = { seeking: [] };
  const terms = raw.terms.map(({ expression, descending }) => ({
    expression: resolver.inside(sorted, expression),
    descending,
  }));
  path.steps.push(draftStep({ kind: "sort", terms, span: raw.sortSpan }, raw.sortSpan, sorted.seeking));
  resolveLast(path, part, resolver.slots, unprovided(resolver));
  return part;
}

/** `left@$name` and `left#$name`. */
export function resolveBinding(resolver: Resolver, raw: Raw<"focus" | "position">): Part {
  const left = widened(resolver.part(raw.left), raw.span);
  if (raw.type === "position") return resolvePosition(raw, left);
  const step = pathOf(left)?.steps.at(-1);
  if (step ? step.staged : left.predicated) resolver.report("S0215", raw.operatorSpan);
  if (step?.node.kind === "sort") resolver.report("S0216", raw.operatorSpan);
  if (!step) {
    left.focus = raw.name;
    return left;
  }
  if (raw.keepArray) step.keepArray = true;
  step.focus = raw.name;
  step.tuple = true;
  return left;
}

function resolvePosition(raw: Raw<"focus" | "position">, left: Part): Part {
  const whole = pathOf(left) ? left : partOf(pathOfSteps([laterStep(left)], raw.span));
  const step = pathOf(whole)?.steps.at(-1);
  if (step?.staged) step.stages.push({ kind: "index", name: raw.name, span: raw.operatorSpan });
  else if (step) step.index = raw.name;
  if (step) step.tuple = true;
  if (whole !== left) addSlots(whole, left.seeking);
  return whole;
}

function widened(part: Part, span: Span): Part {
  const path = pathOf(part);
  if (path) path.span = span;
  return { ...part, span };
}

/** A part as a path, so that steps can follow. */
function intoPath(part: Part, span: Span): Part {
  if (pathOf(part)) return widened(part, span);
  const step = firstStep(part);
  addSlots(step, part.seeking);
  return partOf(pathOfSteps([step], span));
}

function pathOfSteps(steps: DraftStep[], span: Span): DraftPath {
  return { kind: "path", steps, keepArray: false, keepSingleton: false, tuple: false, span };
}

/** As the first step, a part keeps its predicates to itself: they see the whole value. */
function firstStep(part: Part): DraftStep {
  const step = draftStep(finish({ ...part, keepArray: false }), part.span, []);
  return bound(step, part);
}

/** As a later step, its predicates are stages: they see the results of the step. */
function laterStep(part: Part): DraftStep {
  const bare = finish({ ...part, keepArray: false, predicates: [], predicated: false });
  const step = bound(draftStep(bare, part.span, [...part.seeking]), part);
  step.stages = stagesOf(part.predicates);
  step.staged = part.predicated;
  return step;
}

function bound(step: DraftStep, part: Part): DraftStep {
  step.keepArray = part.keepArray;
  step.tuple = part.tuple;
  if (part.provides) step.provides = part.provides;
  if (part.focus !== undefined) {
    step.focus = part.focus;
    step.tuple = true;
  }
  return step;
}

function stagesOf(predicates: readonly JsonataExpression[]): DraftStep["stages"] {
  return predicates.map((predicate) => ({ kind: "filter", predicate, span: predicate.span }));
}

function draftStep(node: DraftStep["node"], span: Span, seeking: Slot[]): DraftStep {
  return {
    node,
    stages: [],
    staged: false,
    keepArray: false,
    tuple: false,
    constructs: false,
    span,
    seeking,
  };
}
