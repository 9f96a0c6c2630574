import { neverShape } from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { JsonataDialect } from "../jsonata/parse.ts";
import { builtinNames } from "./builtins/registry.ts";
import { unknownValue } from "./join-values.ts";
import { lookUp } from "./scope.ts";
import type { Session } from "./session.ts";
import type { Place, Value } from "./value.ts";

/** The value of `$name`: bound around it, given from outside, or a built-in; nothing if it is none of these. */
export function resolveVariable(name: string, place: Place, session: Session): Value | undefined {
  if (name === "") return place.context.value;
  if (name === "$") return session.dialect === "plain" ? { shape: session.input } : unknownValue;
  const bound = lookUp(place, name);
  if (bound !== undefined) return bound;
  const given = session.variable(name);
  if (given !== undefined) return { shape: given };
  return builtins[session.dialect].get(name);
}

const builtins = { aws: builtinsOf("aws"), plain: builtinsOf("plain") };

function builtinsOf(dialect: JsonataDialect): ReadonlyMap<string, Value> {
  return new Map(
    builtinNames(dialect).map((name) => [name, { shape: neverShape, callable: { kind: "builtin", name } }]),
  );
}

/** The name of the built-in that is called here, if it is one. */
export function calledBuiltin(node: JsonataExpression, place: Place, session: Session): string | undefined {
  if (node.kind !== "call" || node.callee.kind !== "variable") return undefined;
  const callable = resolveVariable(node.callee.name, place, session)?.callable;
  return callable?.kind === "builtin" ? callable.name : undefined;
}
