import type { ToldMachine } from "../told-machine.ts";

const order = {
  orderId: "string",
  productId: "string",
  company: "string",
  customerId: "string",
  deliveryAddressCode: "string",
  model: "string",
  productName: "string",
  quantity: "string",
};
const input = {
  orderId: "o1",
  productId: "p1",
  company: "acme",
  customerId: "c1",
  deliveryAddressCode: "4051",
  model: "m1",
  productName: "lamp",
  quantity: "2",
};

export const placeOrder: ToldMachine = {
  file: "stepfunction-stepfunctiondynamodb",
  input: order,
  output: { ...order, Items: "any", item: "any", output: {} },
  tasks: {
    ProductAvailabilityCheck: {
      takes: {
        TableName: "string",
        ProjectionExpression: "string",
        KeyConditionExpression: "string",
        FilterExpression: "string",
        ExpressionAttributeValues: { ":q": { N: "string" }, ":val": { S: "string" } },
      },
      returns: { Items: [{ sellerId: { S: "string" } }], Count: "number" },
    },
    PlaceOrder: {
      takes: {
        TableName: "string",
        Item: { ...order, "sellerId?": { S: "string" }, orderStatus: "string" },
      },
      returns: {},
    },
  },
  runs: [[{ sellerId: { S: "s1" } }], []].map((Items) => ({
    input,
    answers: {
      ProductAvailabilityCheck: { result: { Items, Count: Items.length } },
      PlaceOrder: { result: {} },
    },
  })),
};
