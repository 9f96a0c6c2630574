import { includes, type Json } from "@statewright/json-types";
import { expect, test } from "vitest";
import { builtinFacts } from "../../jsonata/builtins/all-facts.ts";
import { parseJsonata } from "../../jsonata/parse.ts";
import { inferJsonata } from "../infer-jsonata.ts";
import { typedBuiltin } from "./registry.ts";

test("every built-in function has a rule, in each dialect that has the function", () => {
  const without = builtinFacts.flatMap(({ name, only }) =>
    (only === undefined ? (["aws", "plain"] as const) : [only])
      .filter((dialect) => typedBuiltin(name, dialect) === undefined)
      .map((dialect) => `${name} in ${dialect}`),
  );
  expect(without).toEqual([]);
  expect(builtinFacts.length).toBeGreaterThan(60);
});

/** What the examples give cannot be told from their arguments alone. */
const untold = new Set(["parse", "eval"]);

test("the examples of every built-in function are in what its rule says, and the rule says something", () => {
  let compared = 0;
  for (const { name, only = "plain", examples } of builtinFacts)
    for (const [text, value] of examples) {
      const { expression, problems } = parseJsonata(text, { dialect: only });
      if (problems.length > 0) throw new Error(text);
      const { shape } = inferJsonata(expression, { dialect: only, variable: () => undefined });
      expect(includes(shape, value as Json), text).toBe(true);
      if (!untold.has(name)) expect(shape.kind, text).not.toBe("unknown");
      compared += 1;
    }
  expect(compared).toBeGreaterThan(60);
});
