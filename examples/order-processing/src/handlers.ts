import type { z } from "zod";
import type { Item, Order, Payment, Refund, Reservation, Shipment } from "./order.ts";

// The functions as they are deployed to AWS Lambda. The workflow imports their types only.

const stock = new Map([
  ["book", 12],
  ["lamp", 3],
]);

export async function validateOrder(order: z.input<typeof Order>): Promise<z.input<typeof Order>> {
  if (order.items.length === 0) throw new InvalidOrder(`Order ${order.orderId} has no items.`);
  return order;
}

export async function reserveItems(event: {
  orderId: string;
  items: { sku: string; quantity: number }[];
}): Promise<z.input<typeof Reservation>> {
  const missing = event.items
    .filter(({ sku, quantity }) => (stock.get(sku) ?? 0) < quantity)
    .map(({ sku }) => sku);
  return { available: missing.length === 0, missing };
}

export async function chargeCustomer(event: {
  orderId: string;
  amount: number;
}): Promise<z.input<typeof Payment>> {
  if (event.amount <= 0) throw new PaymentError(`An amount of ${event.amount} cannot be charged.`);
  return { paymentId: `payment-${event.orderId}`, amount: event.amount };
}

export async function refundCustomer(event: {
  orderId: string;
  paymentId: string;
  reason: string;
}): Promise<z.input<typeof Refund>> {
  return { refundId: `refund-${event.paymentId}` };
}

export async function shipItems(event: {
  orderId: string;
  address: string;
  items: z.input<typeof Item>[];
}): Promise<z.input<typeof Shipment>> {
  return { trackingNumber: `track-${event.orderId}` };
}

export async function notifyCustomer(event: { email: string; message: string }): Promise<{ sent: boolean }> {
  return { sent: event.email.includes("@") };
}

class InvalidOrder extends Error {
  override readonly name = "InvalidOrder";
}

class PaymentError extends Error {
  override readonly name = "PaymentError";
}
