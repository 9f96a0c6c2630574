import { childrenOf } from "../children.ts";
import type { JsonataExpression } from "../expression.ts";
import type { PathExpression } from "../path-expression.ts";
import type { Closure, Scope } from "./closure.ts";
import { compileNode, compileSequence } from "./compile-node.ts";
import { compileTail } from "./compile-tail.ts";

/** Compiles an expression into a function of its context and frame. */
export function compile(expression: JsonataExpression, open = false): Closure {
  return scopeAt(0, boundNames(expression), open).compile(expression);
}

function scopeAt(depth: number, bound: ReadonlySet<string>, open: boolean): Scope {
  const inside = (): Scope => scopeAt(depth + 1, bound, open);
  return {
    depth,
    bound,
    open,
    inside,
    compile(node) {
      const closure = compileNode(node, inside());
      return (depth + 1) % checkedEvery === 0 ? checked(closure, depth + 1) : closure;
    },
    compileSequence(node) {
      return compileSequence(node, inside());
    },
    compileBody(node) {
      return compileTail(node, scopeAt(0, bound, open));
    },
  };
}

/** Calls check the depth of what runs; inside one function only every so many levels of nesting do. */
const checkedEvery = 50;

function checked(closure: Closure, depth: number): Closure {
  return (input, frame) => {
    frame.run.meter.reach(depth);
    return closure(input, frame);
  };
}

function boundNames(expression: JsonataExpression): ReadonlySet<string> {
  const bound = new Set<string>();
  const pending = [expression];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === "bind") bound.add(node.name);
    else if (node.kind === "lambda") for (const { name } of node.parameters) bound.add(name);
    else if (node.kind === "path") addStepNames(node, bound);
    for (const child of childrenOf(node)) pending.push(child.expression);
  }
  return bound;
}

function addStepNames(path: PathExpression, bound: Set<string>): void {
  for (const step of path.steps) {
    if (step.focus !== undefined) bound.add(step.focus);
    if (step.index !== undefined) bound.add(step.index);
    for (const stage of step.stages) if (stage.kind === "index") bound.add(stage.name);
  }
}
