import { workflow } from "statewright";
import { z } from "zod";

export const labels = workflow("labels", { queryLanguage: "JSONPath" })
  .input(z.object({ shop: z.string(), atOnce: z.int(), items: z.array(z.object({ sku: z.string() })) }))
  .map(
    "Label",
    {
      itemsPath: "$.items",
      itemSelector: { text: ({ item, input }) => `${input.shop}: ${item.sku}` },
    },
    (each) => each.pass("Text").outputPath("$.text"),
    { maxConcurrencyPath: "$.atOnce" },
  )
  .resultSelector({ labels: ({ result }) => result })
  .resultPath("$.made")
  .outputPath("$.made.labels")
  .end();

// How the tests run it.
export const run = {
  workflow: labels,
  input: { shop: "north", atOnce: 2, items: [{ sku: "lamp" }, { sku: "desk" }] },
  output: ["north: lamp", "north: desk"],
};
