import { z } from "zod";

export const Request = z.object({
  requestId: z.string(),
  employee: z.string(),
  amountCents: z.number().int().positive().max(100_000_000),
  approver: z.string(),
});

/** What an approver answers: a decision, or who is to decide instead. */
export const Answer = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("approve"), by: z.string() }),
  z.object({ decision: z.literal("reject"), by: z.string(), reason: z.string() }),
  z.object({ decision: z.literal("delegate"), by: z.string(), to: z.string() }),
]);

export const Decision = z.object({
  requestId: z.string(),
  status: z.enum(["approved", "rejected", "expired"]),
  by: z.string().nullable(),
  reason: z.string().nullable(),
});

export const Payment = z.object({
  requestId: z.string(),
  status: z.enum(["paid", "rejected", "expired"]),
  by: z.string().nullable(),
  reason: z.string().nullable(),
});
