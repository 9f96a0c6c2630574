import { coverage, simulate } from "statewright/testing/vitest";
import { expect, test } from "vitest";
import { orderProcessing } from "./order-processing.ts";

const order = {
  orderId: "A-1",
  customer: { name: "Ada", email: "ada@example.com", address: "12 Analytical Row" },
  items: [{ sku: "book", quantity: 2, price: 10 }],
};

const states = {
  ValidateOrder: { result: order },
  ReserveItems: { result: { available: true, missing: [] } },
  ChargeCustomer: { result: { paymentId: "p-1", amount: 20 } },
  ShipItems: { result: { trackingNumber: "t-1" } },
  NotifyCustomer: { result: { sent: true } },
  RefundCustomer: { result: { refundId: "r-1" } },
};

test("an order is charged, shipped and completed", async () => {
  const run = await simulate(orderProcessing, { input: order, mocks: { states } });
  expect(run).toSucceedWith({ orderId: "A-1", status: "completed", total: 20, trackingNumber: "t-1" });
  expect(run).toHaveCalled("ChargeCustomer", { orderId: "A-1", amount: 20 });
});

test("a payment that fails is tried again after two and four seconds", async () => {
  const failed = { error: "PaymentError", cause: "The bank did not answer." } as const;
  const run = await simulate(orderProcessing, {
    input: order,
    mocks: { states: { ...states, ChargeCustomer: [failed, failed, states.ChargeCustomer] } },
  });
  expect(run).toSucceedWith();
  expect(run.elapsedSeconds).toBe(6);
});

test("a customer whose order cannot be shipped gets the money back", async () => {
  const run = await simulate(orderProcessing, {
    input: order,
    mocks: { states: { ...states, ShipItems: { error: "ShipmentError", cause: "No carrier." } } },
  });
  expect(run).toSucceedWith({ orderId: "A-1", status: "refunded", total: 20 });
  expect(run).toVisit("ShipItems", "RefundCustomer");
});

test("nothing is charged when an item is missing", async () => {
  const run = await simulate(orderProcessing, {
    input: order,
    mocks: { states: { ...states, ReserveItems: { result: { available: false, missing: ["book"] } } } },
  });
  expect(run).toSucceedWith({ orderId: "A-1", status: "out-of-stock", missing: ["book"] });
  expect(run).not.toVisit("ChargeCustomer");
});

test("every state is tested but those of an order that is refused or cannot be paid", () => {
  const untested = coverage(orderProcessing).missing.filter(({ kind }) => kind === "state");
  expect(untested.map(({ state }) => state)).toEqual(["OrderRejected", "PaymentFailed"]);
});
