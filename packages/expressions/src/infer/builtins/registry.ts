import { builtinFacts } from "../../jsonata/builtins/all-facts.ts";
import type { BuiltinFacts } from "../../jsonata/builtins/facts.ts";
import type { JsonataDialect } from "../../jsonata/parse.ts";
import { aggregates } from "./aggregates.ts";
import { arrays } from "./arrays.ts";
import type { BuiltinRule } from "./builtin.ts";
import { dates } from "./dates.ts";
import { higherOrder } from "./higher-order.ts";
import { logic } from "./logic.ts";
import { numbers } from "./numbers.ts";
import { objects } from "./objects.ts";
import { stepFunctions } from "./step-functions.ts";
import { strings } from "./strings.ts";

/** What a built-in function takes, and the rule for what it gives. */
export interface TypedBuiltin {
  readonly signature: string;
  readonly rule: BuiltinRule;
}

const rules: ReadonlyMap<string, BuiltinRule> = new Map(
  [strings, numbers, aggregates, logic, arrays, objects, higherOrder, dates, stepFunctions].flatMap(
    (family) => Object.entries(family),
  ),
);

/** The built-in function of a dialect by its name without `$`. */
export function typedBuiltin(name: string, dialect: JsonataDialect): TypedBuiltin | undefined {
  return typed[dialect].get(name);
}

/** The names of all built-in functions of a dialect, without `$`. */
export function builtinNames(dialect: JsonataDialect): readonly string[] {
  return [...typed[dialect].keys()];
}

const typed = { aws: builtinsIn("aws"), plain: builtinsIn("plain") };

function builtinsIn(dialect: JsonataDialect): ReadonlyMap<string, TypedBuiltin> {
  const here = builtinFacts.filter(({ only = dialect }) => only === dialect);
  return new Map(here.flatMap((facts) => withRule(facts)));
}

function withRule({ name, signature }: BuiltinFacts): readonly (readonly [string, TypedBuiltin])[] {
  const rule = rules.get(name);
  return rule ? [[name, { signature, rule }]] : [];
}
