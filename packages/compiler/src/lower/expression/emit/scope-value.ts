import { type Shape, unknownShape } from "@statewright/json-types";
import type { ScopeExpression } from "../../../ir/arrow.ts";
import { type Code, variable } from "../code/code.ts";
import { step } from "../code/path.ts";
import { fieldPart, type Part, partOf, type Value } from "../value/index.ts";
import { contextShape, errorShape, indexShape, tokenShape } from "./context-shape.ts";
import { literalValue } from "./literal.ts";
import { withFact } from "./narrow.ts";
import type { Scope } from "./session.ts";

const states: Code = variable("states");
const context: Code = step(states, "context");
const mapItem: Code = step(step(context, "Map"), "Item");

/** A part of the scope as a whole: `input` is `$states.input`. */
export function scopeValue(node: ScopeExpression, scope: Scope): Value {
  const { data, session } = scope;
  const from = (code: Code, part: Part): Value => withFact({ code, ...part }, scope);
  switch (node.name) {
    case "input":
      return from(step(states, "input"), present(data.input));
    case "result": {
      const result = present(data.result);
      const whole = step(states, "result");
      if (data.resultField === undefined) return from(whole, result);
      return from(step(whole, data.resultField), fieldPart(result.shape, data.resultField));
    }
    case "context":
      return from(context, partOf(contextShape));
    case "item":
      return from(step(mapItem, "Value"), present(data.item));
    case "index":
      return from(step(mapItem, "Index"), partOf(indexShape));
    case "taskToken":
      return from(step(step(context, "Task"), "Token"), partOf(tokenShape));
    case "error":
      return from(step(states, "errorOutput"), partOf(errorShape));
    case "constants":
      return literalValue(data.constants);
    case "vars":
      return session.refuse(
        node,
        "JSONata has no object of all variables.",
        "Name the variables one by one: `{ a: vars.a, b: vars.b }`.",
      );
  }
}

/** What Step Functions always has: whatever it is, it is there. */
function present(shape: Shape | undefined): Part {
  return { shape: partOf(shape).shape, absent: "never" };
}

/** `vars.name`: a workflow variable (R-VAR-04). */
export function variableValue(name: string, scope: Scope): Value {
  const { variables } = scope.data;
  const known = variables && Object.hasOwn(variables, name) ? variables[name] : unknownShape;
  return withFact({ code: variable(name), ...partOf(known) }, scope);
}
