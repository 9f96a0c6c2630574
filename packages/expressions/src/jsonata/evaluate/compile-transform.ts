import { parseSignature } from "../signature/parse-signature.ts";
import type { TransformExpression } from "../transform-expression.ts";
import { applyFunction } from "./apply.ts";
import type { Closure, Scope } from "./closure.ts";
import { fail } from "./failure.ts";
import { isFields, setField } from "./fields.ts";
import type { Frame } from "./frame.ts";
import { type CallSite, FunctionValue } from "./function-value.ts";
import { type Fields, isList, type Value } from "./value.ts";

const signature = parseSignature("<(oa):o>").signature;

/** `|pattern|update, deletion|`: a function that changes a copy of its argument. */
export function compileTransform(node: TransformExpression, scope: Scope): Closure {
  const pattern = scope.compile(node.pattern);
  const update = scope.compile(node.update);
  const deletion = node.deletion && scope.compile(node.deletion);
  return (_, frame) =>
    new FunctionValue({
      arity: 1,
      ...(signature && { signature }),
      invoke([value], site) {
        if (value === undefined) return undefined;
        const copy = cloned(value, frame, site);
        const matches = pattern(copy, frame);
        if (matches === undefined) return copy;
        for (const match of isList(matches) ? matches : [matches]) {
          frame.run.meter.step();
          change(match, update(match, frame), node);
          if (deletion) remove(match, deletion(match, frame), node);
        }
        return copy;
      },
    });
}

/** The copy is made by `$clone`, which an expression may define for itself. */
function cloned(value: Value, frame: Frame, site: CallSite): Value {
  const clone = frame.lookup("clone");
  if (!(clone instanceof FunctionValue)) return fail("T2013", {}, site.span);
  return applyFunction(clone, [value], { input: null, frame, span: site.span });
}

function change(match: Value, update: Value, node: TransformExpression): void {
  if (update === undefined) return;
  if (!isFields(update)) fail("T2011", { value: update }, node.update.span);
  if (!isFields(match)) return;
  for (const [name, value] of Object.entries(update)) setField(match, name, value);
}

function remove(match: Value, names: Value, node: TransformExpression): void {
  if (names === undefined) return;
  for (const name of isList(names) ? names : [names]) {
    if (typeof name !== "string") fail("T2012", { value: names }, node.deletion?.span);
  }
  if (!isFields(match)) return;
  for (const name of isList(names) ? names : [names]) delete (match as Fields)[String(name)];
}
