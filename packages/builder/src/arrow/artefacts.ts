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

/** `__pow(a, b)`: what esbuild makes of `a ** b` for ES2015. */
export function isPowerHelper(name: string): boolean {
  return name === "__pow";
}

/** Other helpers: what they do does not stand in the function's text. */
export function isHelper(name: string): boolean {
  return (
    isSpreadHelper(name) ||
    isPowerHelper(name) ||
    /^__(spreadArray|rest|objRest|read|values|awaiter|generator|async|await|template|makeTemplateObject)$/.test(
      name,
    ) ||
    /^_(to_?(consumable_?)?array|sliced_?to_?array|define_?property|object_?without_?properties|async_?to_?generator|type_?of|tagged_?template_?literal)$/i.test(
      name,
    )
  );
}

/**
 * What tools call a module whose member is read: `__vite_ssr_import_0__.LIMIT`, `import_settings.LIMIT`,
 * `settings_js_1.LIMIT`, `_settings.LIMIT`.
 */
export function isModuleName(name: string): boolean {
  return /^(__vi(te_ssr)?_import_\d+__|import_\w+|\w+_\d+|\w+__WEBPACK_IMPORTED_MODULE_\d+__|_[a-z]\w*)$/i.test(
    name,
  );
}

/** Whether a minifier is likely to have chosen a name: it is short, and the function has no blanks. */
export function isMinifiedName(name: string, text: string): boolean {
  return name.length <= 2 && /=>\S|\)\{\S/.test(text);
}

/** Whether a function that took its parameter apart was compiled for ES5: `function (_a) { var input = _a.input; … }`. */
export function isCompiledForES5(text: string): boolean {
  if (/\.apply\(this, arguments\)/.test(text) || /^function\s*\w*\s*\(_ref\d*[,)]/.test(text)) return true;
  const [, parameters = "", whole = ""] =
    /^function\s*\w*\s*\(([^()]*)\)\s*\{\s*var [\w$]+ = (_\w+|param)\b/.exec(text) ?? [];
  return whole !== "" && parameters.split(/,\s*/).includes(whole);
}
