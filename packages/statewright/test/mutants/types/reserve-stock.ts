import type { ToldMachine } from "../told-machine.ts";

const sent = { Entries: [{ EventId: "string" }], FailedEntryCount: "number" } as const;
const event = (Detail: { readonly [field: string]: string }) =>
  ({
    takes: { Entries: [{ Detail, DetailType: "string", EventBusName: "string", Source: "string" }] },
    returns: sent,
  }) as const;
const ordered = { productId: "string", orderId: "string", requestedQuantity: "number" };
const emitted = { result: { Entries: [{ EventId: "e1" }], FailedEntryCount: 0 } };
const input = { productId: "p1", orderId: "o1", quantity: 3 };
const product = (status: string, stock: string) => ({
  result: { Item: { id: { S: "p1" }, status: { S: status }, stock: { N: stock }, minPOAmount: { N: "20" } } },
});
const answers = {
  "Update stock": { result: {} },
  "Send stock reserved event": emitted,
  "Write Item to InventoryReservationTable": { result: {} },
  "Send create-purchase-order event": emitted,
  "Send stock unavailable event": emitted,
  "Send stock unavailable notification": { result: { MessageId: "m1" } },
};

export const reserveStock: ToldMachine = {
  file: "inventory-management-sam-reserve-stock",
  input: { productId: "string", orderId: "string", quantity: "number" },
  tasks: {
    "DynamoDB GetItem": {
      takes: { TableName: "string", Key: { id: { S: "string" } } },
      returns: {
        Item: {
          id: { S: "string" },
          status: { S: "string" },
          stock: { N: "string" },
          minPOAmount: { N: "string" },
        },
      },
    },
    "Update stock": {
      takes: {
        TableName: "string",
        Key: { id: { S: "string" } },
        UpdateExpression: "string",
        ExpressionAttributeNames: { "#stock": "string" },
        ExpressionAttributeValues: { ":quantity": { N: "string" } },
      },
      returns: {},
    },
    "Send stock reserved event": event(ordered),
    "Write Item to InventoryReservationTable": {
      takes: {
        TableName: "string",
        Item: {
          id: { S: "string" },
          orderId: { S: "string" },
          productId: { S: "string" },
          reservedQuantity: { N: "string" },
        },
      },
      returns: {},
    },
    "Send create-purchase-order event": event({
      productId: "string",
      minPOAmount: "number",
      quantityRequested: "number",
    }),
    "Send stock unavailable event": event({ ...ordered, availableQuantity: "number" }),
    "Send stock unavailable notification": {
      takes: { TopicArn: "string", Subject: "string", Message: { message: "string" } },
      returns: { MessageId: "string" },
    },
  },
  runs: [
    { input, answers: { ...answers, "DynamoDB GetItem": product("IN STOCK", "10") } },
    { input, answers: { ...answers, "DynamoDB GetItem": product("IN STOCK", "1") } },
  ],
};
