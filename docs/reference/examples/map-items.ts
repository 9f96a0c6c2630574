import { lambda, param, workflow } from "statewright";
import { z } from "zod";

declare function price(event: { sku: string; rate: number }): Promise<{ cents: number }>;

export const prices = workflow("prices")
  .input(z.object({ items: z.array(z.object({ sku: z.string() })), rate: z.number(), atOnce: z.number() }))
  .map(
    "PriceAll",
    {
      items: ({ input }) => input.items,
      itemSelector: { sku: ({ item }) => item.sku, rate: ({ input }) => input.rate },
    },
    (each) => each.comment("Runs for each item.").task("Price", lambda<typeof price>(param("PriceArn"))),
    { comment: "All prices.", maxConcurrency: ({ input }) => input.atOnce },
  )
  .retry({ errorEquals: ["States.TaskFailed"], maxAttempts: 1 })
  .catch("States.ALL", (handler) => handler.fail("NoPrices"))
  .assign(({ result }) => ({ found: result.length }))
  .output(({ result }) => result.map((one) => one.cents))
  .pass("Tell")
  .output(({ input, vars }) => ({ found: vars.found, cents: input }))
  .end();

// How the tests run it.
export const run = {
  workflow: prices,
  input: { items: [{ sku: "lamp" }, { sku: "desk" }], rate: 2, atOnce: 1 },
  mocks: { states: { Price: [{ result: { cents: 100 } }, { result: { cents: 900 } }] } },
  output: { found: 2, cents: [100, 900] },
};
