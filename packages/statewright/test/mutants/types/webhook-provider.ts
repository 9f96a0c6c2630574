import { invoked } from "../told.ts";
import type { ToldMachine } from "../told-machine.ts";

const event = {
  source: "string",
  id: "string",
  detail: { customerId: "string", status: "string", amount: "number" },
};
const subscribed = { "Item?": { pk: { S: "string" }, signingToken: { S: "string" }, url: { S: "string" } } };
const input = {
  source: "orders",
  id: "e1",
  detail: { customerId: "c1", status: "shipped", amount: 4 },
};
const found = {
  result: { Item: { pk: { S: "webhook_c1" }, signingToken: { S: "secret" }, url: { S: "https://c1" } } },
};
const prepared = {
  result: { id: "w1", payload: { status: "shipped" }, url: "https://c1", token: "signed" },
};

export const webhookProvider: ToldMachine = {
  file: "webhook-provider-statemachine",
  input: event,
  tasks: {
    "Get webhooks for customer and event": {
      takes: { TableName: "string", Key: { pk: { S: "string" }, type: { S: "string" } } },
      returns: subscribed,
    },
    "Prepare webhook call": {
      takes: { FunctionName: "string", Payload: { ...event, webhookData: subscribed } },
      returns: invoked({ id: "string", payload: { status: "string" }, url: "string", token: "string" }),
    },
    "Queue webhook call": {
      takes: {
        QueueUrl: "string",
        MessageBody: {
          url: "string",
          token: "string",
          payload: { status: "string" },
          taskToken: "string",
          id: "string",
        },
      },
      returns: { status: "string", payload: "string", output: { code: "number" } },
    },
    "Update WebhookCall": {
      takes: {
        TableName: "string",
        Key: { pk: { S: "string" }, type: { S: "string" } },
        UpdateExpression: "string",
        ExpressionAttributeValues: { ":status": { S: "string" }, ":output": { S: "string" } },
        ExpressionAttributeNames: { "#status": "string", "#output": "string" },
      },
      returns: {},
    },
  },
  runs: [
    {
      input,
      answers: {
        "Get webhooks for customer and event": found,
        "Prepare webhook call": prepared,
        "Queue webhook call": {
          callback: { result: { status: "delivered", payload: "ok", output: { code: 200 } } },
        },
        "Update WebhookCall": { result: {} },
      },
    },
    {
      input,
      answers: {
        "Get webhooks for customer and event": found,
        "Prepare webhook call": prepared,
        "Queue webhook call": { callback: { error: "Refused", cause: "the endpoint said 500" } },
        "Update WebhookCall": { result: {} },
      },
    },
    { input, answers: { "Get webhooks for customer and event": { result: {} } } },
  ],
};
