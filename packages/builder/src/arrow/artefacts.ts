import type * as acorn from "acorn";
import type { Names } from "./names.ts";

/**
 * What tools leave behind in the text of a function, taken away: `(0, x)`, coverage counters, `__name(f, "f")`.
 *
 * The tools and what they write: tsc, esbuild, swc, rolldown, vite's module runner, istanbul, tsx.
 */
export function withoutArtefacts(node: acorn.Expression, names: Names): acorn.Expression {
  for (let rest = node; ; ) {
    const inner = innerOf(rest, names);
    if (inner === undefined) return rest;
    rest = inner;
  }
}

function innerOf(node: acorn.Expression, names: Names): acorn.Expression | undefined {
  if (node.type === "ParenthesizedExpression") return node.expression;
  if (node.type === "SequenceExpression") {
    const last = node.expressions.at(-1);
    const others = node.expressions.slice(0, -1);
    return last && others.every((one) => one.type === "Literal" || isCounter(one)) ? last : undefined;
  }
  return namedFunction(node, names);
}

/** `__name(inner, "inner")`, whatever the helper is called: esbuild renames it. */
function namedFunction(node: acorn.Expression, names: Names): acorn.Expression | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  const [fn, name, ...others] = node.arguments;
  if (names.has(node.callee.name) || others.length > 0) return undefined;
  if (name?.type !== "Literal" || typeof name.value !== "string") return undefined;
  const isFunction =
    fn?.type === "ArrowFunctionExpression" ||
    fn?.type === "FunctionExpression" ||
    (fn?.type === "Identifier" && names.get(fn.name)?.kind === "function");
  return isFunction ? fn : undefined;
}

/** istanbul's `cov_1x2y().s[4]++`. */
export function isCounter(node: acorn.Expression): boolean {
  if (node.type === "SequenceExpression") return node.expressions.every(isCounter);
  if (node.type !== "UpdateExpression") return false;
  let root: acorn.Expression | acorn.Super = node.argument;
  while (root.type === "MemberExpression") root = root.object;
  return (
    root.type === "CallExpression" && root.callee.type === "Identifier" && /^cov_/.test(root.callee.name)
  );
}

/** Helpers that put objects together: `Object.assign`'s stand-ins of esbuild, swc, babel and tsc. */
export function isSpreadHelper(name: string): boolean {
  return /^_+(object_?spread(_props)?2?|spread_?(values|props)|assign|extends)$/i.test(name);
}

/** The name a user gave to what a bundler calls `__vite_ssr_import_0__.LIMIT` or `import_settings.LIMIT`. */
export function isModuleName(name: string): boolean {
  return /^(__vi(te_ssr)?_import_\d+__|import_\w+|\w+_\d+)$/.test(name);
}
