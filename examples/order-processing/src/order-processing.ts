import { lambda, lambdaDefaults, param, workflow } from "statewright";
import type * as handlers from "./handlers.ts";
import { Order, Payment, Receipt, Refund, Reservation, Shipment } from "./order.ts";

type Handlers = typeof handlers;
const validateOrder = lambda<Handlers["validateOrder"], "InvalidOrder">(param("ValidateOrderArn"), {
  result: Order,
});
const reserveItems = lambda<Handlers["reserveItems"]>(param("ReserveItemsArn"), { result: Reservation });
const chargeCustomer = lambda<Handlers["chargeCustomer"], "PaymentError">(param("ChargeCustomerArn"), {
  result: Payment,
});
const shipItems = lambda<Handlers["shipItems"], "ShipmentError">(param("ShipItemsArn"), { result: Shipment });
const refundCustomer = lambda<Handlers["refundCustomer"]>(param("RefundCustomerArn"), { result: Refund });
const notifyCustomer = lambda<Handlers["notifyCustomer"]>(param("NotifyCustomerArn"));

export const orderProcessing = workflow("order-processing", {
  comment: "Takes an order from validation to shipment, and gives the money back when it cannot be shipped.",
})
  .input(Order)
  .output(Receipt)

  .task("ValidateOrder", validateOrder)
  .retry(lambdaDefaults)
  .catch("InvalidOrder", (handler) =>
    handler.fail("OrderRejected", { error: "OrderRejected", cause: ({ input }) => input.Cause }),
  )
  .assign(({ result }) => ({
    order: result,
    total: result.items.map((item) => item.price * item.quantity).reduce((sum, price) => sum + price, 0),
  }))

  .task("ReserveItems", reserveItems)
  .arguments(({ vars }) => ({
    orderId: vars.order.orderId,
    items: vars.order.items.map(({ sku, quantity }) => ({ sku, quantity })),
  }))
  .retry(lambdaDefaults)

  .choice("InStock?")
  .when(
    (input) => input.available,
    (branch) =>
      branch
        .task("ChargeCustomer", chargeCustomer)
        .arguments(({ vars }) => ({ orderId: vars.order.orderId, amount: vars.total }))
        .retry({ errorEquals: ["PaymentError"], intervalSeconds: 2, maxAttempts: 3, backoffRate: 2 })
        .catch("PaymentError", (handler) =>
          handler.fail("PaymentFailed", { error: "PaymentFailed", cause: ({ input }) => input.Cause }),
        )
        .assign(({ result }) => ({ paymentId: result.paymentId }))

        .task("ShipItems", shipItems)
        .arguments(({ vars }) => ({
          orderId: vars.order.orderId,
          address: vars.order.customer.address,
          items: vars.order.items,
        }))
        .retry(lambdaDefaults)
        .catch("ShipmentError", (handler) =>
          handler
            .task("RefundCustomer", refundCustomer)
            .arguments(({ input, vars }) => ({
              orderId: vars.order.orderId,
              paymentId: vars.paymentId,
              reason: input.Cause,
            }))
            .output(({ vars }) => ({ orderId: vars.order.orderId, status: "refunded", total: vars.total }))
            .end(),
        )
        .assign(({ result }) => ({ trackingNumber: result.trackingNumber }))

        .task("NotifyCustomer", notifyCustomer)
        .arguments(({ vars }) => ({
          email: vars.order.customer.email,
          message: `${vars.order.customer.name}, your order ${vars.order.orderId} is on its way: ${vars.trackingNumber}`,
        }))

        .pass("OrderCompleted")
        .output(({ vars }) => ({
          orderId: vars.order.orderId,
          status: "completed",
          total: vars.total,
          trackingNumber: vars.trackingNumber,
        })),
  )
  .otherwise((branch) =>
    branch.pass("OutOfStock").output(({ input, vars }) => ({
      orderId: vars.order.orderId,
      status: "out-of-stock",
      missing: input.missing,
    })),
  )
  .end();
