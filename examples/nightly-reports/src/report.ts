import { z } from "zod";

export const Night = z.object({
  /** The day reported on: `2026-11-26`. */
  day: z.string(),
  customers: z.array(z.string()),
});

export const Usage = z.object({
  customer: z.string(),
  email: z.string(),
  lines: z.array(z.object({ product: z.string(), units: z.number().int(), amount: z.number() })),
});

export const Rendered = z.object({ html: z.string(), text: z.string() });

/** What became of one customer's report; a failure keeps its detail to the end. */
export const Outcome = z.discriminatedUnion("status", [
  z.object({ status: z.literal("sent"), customer: z.string(), key: z.string(), total: z.number() }),
  z.object({ status: z.literal("failed"), customer: z.string(), error: z.string(), cause: z.string() }),
]);

export const Summary = z.object({
  day: z.string(),
  sent: z.array(z.object({ customer: z.string(), key: z.string(), total: z.number() })),
  failed: z.array(z.object({ customer: z.string(), error: z.string(), cause: z.string() })),
});

/** A night of more customers than fit into an input: they are rows of a CSV file in S3. */
export const LargeNight = z.object({ day: z.string(), customersKey: z.string() });

/** Where what became of each customer is written. */
export const LargeSummary = z.object({
  day: z.string(),
  results: z.object({ bucket: z.string(), key: z.string() }),
});
