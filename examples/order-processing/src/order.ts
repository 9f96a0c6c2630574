import { z } from "zod";

export const Item = z.object({ sku: z.string(), quantity: z.number().int(), price: z.number() });

export const Order = z.object({
  orderId: z.string(),
  customer: z.object({ name: z.string(), email: z.string(), address: z.string() }),
  items: z.array(Item),
  note: z.string().optional(),
});

export const Reservation = z.object({ available: z.boolean(), missing: z.array(z.string()) });
export const Payment = z.object({ paymentId: z.string(), amount: z.number() });
export const Refund = z.object({ refundId: z.string() });
export const Shipment = z.object({ trackingNumber: z.string() });

export const Receipt = z.object({
  orderId: z.string(),
  status: z.enum(["completed", "refunded", "out-of-stock"]),
  total: z.number().optional(),
  trackingNumber: z.string().optional(),
  missing: z.array(z.string()).optional(),
});
