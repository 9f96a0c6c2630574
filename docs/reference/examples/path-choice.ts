import { workflow } from "statewright";
import { z } from "zod";

export const routing = workflow("routing", { queryLanguage: "JSONPath" })
  .input(
    z.object({
      name: z.string(),
      cents: z.int(),
      limit: z.int(),
      paid: z.boolean(),
      note: z.string().optional(),
    }),
  )
  .choice("Route")
  .when(
    (input) => input.paid && input.cents > input.limit && input.note !== undefined,
    (branch) => branch.succeed("Big", { inputPath: "$.note", outputPath: "$" }),
  )
  .when(
    (input) => input.name.startsWith("test-") || input.cents <= 0,
    (branch) => branch.pass("Skip").result("skipped"),
  )
  .otherwise((branch) => branch.pass("Small").result("small"))
  .end();

// How the tests run it.
export const run = {
  workflow: routing,
  input: { name: "A-1", cents: 900, limit: 100, paid: true, note: "by hand" },
  output: "by hand",
};
