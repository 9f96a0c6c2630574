import { param, typed, workflow } from "statewright";

interface Order {
  readonly id: string;
  readonly total: number;
}

export const orders = workflow("orders")
  .input<{ limit: number; customer: string; perBatch: number; failing: number }>()
  .distributedMap(
    "EachBatch",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:getObject",
        arguments: { Bucket: param("OrdersBucket"), Key: "orders.json" },
        readerConfig: {
          inputType: "JSON",
          itemsPointer: "/orders/open",
          maxItems: ({ input }) => input.limit,
        },
        item: typed<Order>(),
      },
      itemSelector: ({ item }) => ({ id: item.id, total: item.total }),
      itemBatcher: {
        maxItemsPerBatch: ({ input }) => input.perBatch,
        maxInputBytesPerBatch: ({ input }) => input.perBatch * 1000,
        batchInput: { customer: ({ input }) => input.customer },
      },
    },
    (each) =>
      each.pass("Sum").output(({ input }) => ({
        customer: input.BatchInput.customer,
        ids: input.Items.map((order) => order.id),
      })),
    {
      executionType: "EXPRESS",
      label: "EachBatch",
      maxConcurrency: 100,
      toleratedFailureCount: ({ input }) => input.failing,
      toleratedFailurePercentage: ({ input }) => input.failing,
    },
  )
  .end();

// How the tests run it.
const items = [1, 2, 3, 4].map((n) => ({ id: `A-${n}`, total: n }));
export const run = {
  workflow: orders,
  input: { limit: 3, customer: "Ada", perBatch: 2, failing: 1 },
  readers: { "s3://${OrdersBucket}/orders.json": { json: { orders: { open: items } } } },
  output: [
    { customer: "Ada", ids: ["A-1", "A-2"] },
    { customer: "Ada", ids: ["A-3"] },
  ],
};
