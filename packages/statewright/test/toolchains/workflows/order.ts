import { z } from "zod";

/** What the constructs read. */
export const Order = z.object({
  id: z.string(),
  kind: z.enum(["card", "invoice"]),
  total: z.number(),
  vip: z.boolean(),
  note: z.string().optional(),
  user: z.object({ name: z.string(), tags: z.array(z.string()) }).optional(),
  items: z.array(
    z.object({ sku: z.string(), price: z.number(), quantity: z.number(), gift: z.boolean().optional() }),
  ),
  stock: z.record(z.string(), z.number()),
});

/** Passed through `constants`: an arrow cannot read it. */
export const limit = 1_000;

export const Level = { High: "high" } as const;
