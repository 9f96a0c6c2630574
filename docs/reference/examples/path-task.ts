import { jsonPath, lambda, param, workflow } from "statewright";
import { z } from "zod";

declare function charge(event: { orderId: string; text: string }): Promise<{ receipt: string }>;

const chargeCard = lambda<typeof charge>(param("ChargeArn"), { result: z.object({ receipt: z.string() }) });

export const payment = workflow("payment", { queryLanguage: "JSONPath" })
  .input(
    z.object({ order: z.object({ id: z.string(), patience: z.int(), pulse: z.int(), role: z.string() }) }),
  )
  .task("Charge", chargeCard)
  .inputPath("$.order")
  .parameters({ orderId: jsonPath("$.id"), text: ({ input }) => `Order ${input.id}` })
  .timeoutSecondsPath("$.patience")
  .heartbeatSecondsPath("$.pulse")
  .credentials({ roleArn: ({ input }) => input.role })
  .resultSelector({ receipt: ({ result }) => result.receipt })
  .resultPath("$.payment")
  .catch("States.ALL", { resultPath: "$.failure" }, (handler) =>
    handler.fail("NotCharged", { errorPath: "$.failure.Error", causePath: "$.failure.Cause" }),
  )
  .outputPath("$.payment")
  .end();

// How the tests run it.
export const run = {
  workflow: payment,
  input: { order: { id: "A-1", patience: 60, pulse: 10, role: "arn:aws:iam::123456789012:role/payments" } },
  mocks: { states: { Charge: { result: { receipt: "R-1" } } } },
  output: { receipt: "R-1" },
};
