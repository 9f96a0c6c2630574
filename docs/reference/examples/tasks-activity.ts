import { activity, workflow } from "statewright";
import { z } from "zod";

const pack = activity<{ orderId: string }, { boxes: number }, "OutOfBoxes">(
  "arn:aws:states:eu-west-1:123456789012:activity:pack",
  { result: z.object({ boxes: z.number() }) },
);

export const packing = workflow("packing")
  .input(z.object({ orderId: z.string() }))
  .task("Pack", pack, { timeoutSeconds: 3600, heartbeatSeconds: 300 })
  .catch("OutOfBoxes", (handler) => handler.fail("NotPacked"))
  .end();

// How the tests run it.
export const run = {
  workflow: packing,
  input: { orderId: "A-1" },
  mocks: { states: { Pack: { result: { boxes: 2 } } } },
  output: { boxes: 2 },
};
