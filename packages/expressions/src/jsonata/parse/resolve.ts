import { assertNever, type Span } from "@statewright/diagnostics";
import type { ExpressionProblem, JsonataExpression } from "../expression.ts";
import { messageOf } from "../messages.ts";
import { passOn, seekersOf } from "./ancestry.ts";
import { finish, type Part, partOf, pathOf, type Slot } from "./draft.ts";
import type { RawExpression } from "./raw-expression.ts";
import { resolveFunction } from "./resolve-function.ts";
import { resolveBinding, resolveDot, resolveGroup, resolvePredicate, resolveSort } from "./resolve-path.ts";
import type { Resolver } from "./resolver.ts";

/** Puts paths together, finds the step behind every `%`, and reports what the grammar alone lets pass. */
export function resolve(raw: RawExpression): {
  expression: JsonataExpression;
  problems: ExpressionProblem[];
} {
  const problems: ExpressionProblem[] = [];
  const slots = new Map<object, Slot>();
  const resolver: Resolver = {
    slots,
    report(code, span, details = {}) {
      problems.push(Object.freeze({ code, message: messageOf(code, details), span }));
    },
    part: (inner) => resolvePart(resolver, inner),
    expression: (inner) => finish(resolver.part(inner)),
    inside(outer, inner) {
      const part = resolver.part(inner);
      passOn(outer, part, slots);
      return finish(part);
    },
  };
  const part = resolver.part(raw);
  if (seekersOf(part, slots).length > 0 && problems.length === 0) resolver.report("S0217", part.span);
  const expression = finish(part);
  for (const slot of slots.values()) slot.parent.ancestor = slot.label;
  return { expression, problems };
}

function resolvePart(resolver: Resolver, raw: RawExpression): Part {
  const part = resolveShape(resolver, raw);
  if (!raw.keepArray) return part;
  const path = pathOf(part);
  if (path) path.keepArray = true;
  else part.keepArray = true;
  return part;
}

function resolveShape(resolver: Resolver, raw: RawExpression): Part {
  const { span } = raw;
  switch (raw.type) {
    case "dot":
      return resolveDot(resolver, raw);
    case "predicate":
      return resolvePredicate(resolver, raw);
    case "group":
      return resolveGroup(resolver, raw);
    case "sort":
      return resolveSort(resolver, raw);
    case "focus":
    case "position":
      return resolveBinding(resolver, raw);
    case "call":
    case "partial":
    case "lambda":
    case "apply":
      return resolveFunction(resolver, raw);
    case "array":
    case "object":
    case "block":
    case "condition":
    case "transform":
    case "binary":
    case "negate":
    case "bind":
      return resolveComposite(resolver, raw);
    case "name":
      return partOf(fieldPath(raw.value, span, raw.keepArray === true));
    case "variable":
      return partOf({ kind: "variable", name: raw.value, span });
    case "string":
      return partOf({ kind: "string", value: raw.value, span });
    case "number":
      return partOf({ kind: "number", value: raw.value, span });
    case "boolean":
      return partOf({ kind: "boolean", value: raw.value, span });
    case "regex":
      return partOf({ kind: "regex", pattern: raw.pattern, flags: raw.flags, span });
    case "null":
    case "wildcard":
    case "descendants":
    case "missing":
      return partOf({ kind: raw.type, span });
    case "parent":
      return resolveParent(resolver, span);
    case "end":
    case "open":
      resolver.report(raw.type === "end" ? "S0207" : "S0201", span, { token: "?" });
      return partOf({ kind: "missing", span });
    default:
      return assertNever(raw);
  }
}

function resolveParent(resolver: Resolver, span: Span): Part {
  const node = { kind: "parent", ancestor: 0, span } as const;
  resolver.slots.set(node, { label: resolver.slots.size, level: 1, parent: node });
  return partOf(node);
}

function fieldPath(name: string, span: Span, keepArray: boolean): Part["node"] {
  const node = { kind: "name", name, span } as const;
  const step = {
    node,
    stages: [],
    staged: false,
    keepArray,
    tuple: false,
    constructs: false,
    span,
    seeking: [],
  };
  return { kind: "path", steps: [step], keepArray: false, keepSingleton: keepArray, tuple: false, span };
}

type RawComposite = RawExpression & {
  type: "array" | "object" | "block" | "condition" | "transform" | "binary" | "negate" | "bind";
};

function resolveComposite(resolver: Resolver, raw: RawComposite): Part {
  const { span } = raw;
  const outer: { seeking: Slot[] } = { seeking: [] };
  const inside = (inner: RawExpression): JsonataExpression => resolver.inside(outer, inner);
  const node = ((): JsonataExpression => {
    switch (raw.type) {
      case "array":
        return { kind: "array", items: raw.items.map(inside), span };
      case "object":
        return {
          kind: "object",
          pairs: raw.pairs.map(([key, value]) => ({ key: inside(key), value: inside(value) })),
          span,
        };
      case "block":
        return { kind: "block", expressions: raw.expressions.map(inside), span };
      case "condition": {
        const condition = inside(raw.condition);
        const consequent = inside(raw.consequent);
        const alternate = raw.alternate && { alternate: inside(raw.alternate) };
        return { kind: "condition", condition, consequent, ...alternate, span };
      }
      case "transform": {
        const { expression } = resolver;
        const deletion = raw.deletion && { deletion: expression(raw.deletion) };
        return {
          kind: "transform",
          pattern: expression(raw.pattern),
          update: expression(raw.update),
          ...deletion,
          span,
        };
      }
      case "binary": {
        const { operator, operatorSpan } = raw;
        return {
          kind: "binary",
          operator,
          operatorSpan,
          left: inside(raw.left),
          right: inside(raw.right),
          span,
        };
      }
      case "negate":
        return negate(inside(raw.operand), span);
      case "bind":
        return { kind: "bind", name: raw.name, nameSpan: raw.nameSpan, value: inside(raw.value), span };
    }
  })();
  if (node.kind === "postfix")
    return { ...partOf(node.operand, span), ...reopened(node), seeking: outer.seeking };
  return { ...partOf(node), seeking: outer.seeking };
}

/** `-5` is a number; so is the operand of `-5[0]`. */
function negate(operand: JsonataExpression, span: Span): JsonataExpression {
  if (operand.kind === "number") return { kind: "number", value: -operand.value, span };
  if (operand.kind === "postfix" && operand.operand.kind === "number") {
    const { value } = operand.operand;
    return { ...operand, operand: { kind: "number", value: -value, span: operand.operand.span }, span };
  }
  return { kind: "negate", operand, span };
}

function reopened(node: JsonataExpression & { kind: "postfix" }): Partial<Part> {
  const { predicates, group, keepArray } = node;
  return {
    predicates: [...predicates],
    predicated: predicates.length > 0,
    ...(group && { group }),
    keepArray,
  };
}
