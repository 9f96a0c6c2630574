import type { RegexLiteral } from "../literal-expression.ts";
import { compilePattern } from "../regex/compile-pattern.ts";
import type { Closure } from "./closure.ts";
import { fail, failUnsupported } from "./failure.ts";
import { FunctionValue } from "./function-value.ts";
import type { Meter } from "./meter.ts";
import type { Fields, Value } from "./value.ts";

/**
 * `/pattern/flags`: a function of a text that gives its first match, with the function that gives the next.
 * The engine works in linear time; what it cannot express is refused, never run unguarded.
 */
export function compileRegex(node: RegexLiteral): Closure {
  const compiled = compilePattern(node.pattern, node.flags);
  const { span } = node;
  if (!compiled.ok) return () => failUnsupported(compiled.reason, span);
  const { pattern } = compiled;
  const matchFrom = (text: string, from: number, meter: Meter): Value => {
    meter.step();
    const found = pattern.exec(text, from, (steps) => meter.step(steps));
    if (!found) return undefined;
    const next = new FunctionValue({
      arity: 0,
      truthy: false,
      invoke(_, site) {
        if (found.end >= text.length) return undefined;
        const following = matchFrom(text, found.end, site.frame.run.meter) as Fields | undefined;
        if (following && following.match === "") fail("D1004", { value: node.pattern }, span);
        return following;
      },
    });
    const { start, end, groups } = found;
    return { match: text.slice(start, end), start, end, groups: [...groups], next };
  };
  return () =>
    new FunctionValue({
      arity: 2,
      truthy: false,
      invoke([text, from], site) {
        const searched = String(text);
        const objection = pattern.objection(searched);
        if (objection !== undefined) return failUnsupported(objection, span);
        return matchFrom(searched, typeof from === "number" ? from : 0, site.frame.run.meter);
      },
    });
}
