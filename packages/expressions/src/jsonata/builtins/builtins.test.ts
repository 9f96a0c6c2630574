import { describe, expect, test } from "vitest";
import { evaluateJsonata } from "../evaluate.ts";
import { parseJsonata } from "../parse.ts";
import { parseSignature } from "../signature/parse-signature.ts";
import { builtins } from "./registry.ts";

describe.each(builtins.map((builtin) => [builtin.name, builtin] as const))("$%s", (_, builtin) => {
  test.each(builtin.examples)("%s", (text, value) => {
    const { expression, problems } = parseJsonata(text);
    expect(problems).toEqual([]);
    const dialect = builtin.only ?? "aws";
    expect(
      evaluateJsonata(expression, { dialect, variable: () => undefined, now: 0, random: () => 0.5 }),
    ).toEqual({
      ok: true,
      value,
    });
  });

  test("its signature is read", () => {
    expect(parseSignature(builtin.signature).problem).toBeUndefined();
    expect(builtin.examples.length).toBeGreaterThan(0);
    expect(builtin.doc).toMatch(/^[A-Z].*\.$/);
  });
});

test("Step Functions has everything of JSONata 2.0.6 but $eval, and six functions more (R-JA-02, R-JA-03)", () => {
  const added = builtins.filter((builtin) => builtin.only === "aws").map((builtin) => builtin.name);
  const missing = builtins.filter((builtin) => builtin.only === "plain").map((builtin) => builtin.name);
  expect(added.sort()).toEqual(["hash", "parse", "partition", "random", "range", "uuid"]);
  expect(missing.sort()).toEqual(["eval", "random"]);
});
