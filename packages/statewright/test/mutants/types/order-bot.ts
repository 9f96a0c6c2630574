import type { ToldMachine } from "../told-machine.ts";

const sent = { Entries: [{ EventId: "string" }], FailedEntryCount: "number" } as const;
const answer = { result: { Entries: [{ EventId: "e1" }], FailedEntryCount: 0 } };

export const orderBot: ToldMachine = {
  file: "serverless-coffee-orderrobotextension-orderbot",
  input: { orders: "number", eventId: "string" },
  output: { orders: "number", eventId: "string", currentOrder: "number" },
  tasks: {
    "Emit: Validator.NewOrder": {
      takes: {
        Entries: [
          {
            Detail: {
              orderId: "string",
              userId: "string",
              bucket: { eventId: "string" },
              Message: "string",
            },
            DetailType: "string",
            EventBusName: "string",
            Source: "string",
          },
        ],
      },
      returns: sent,
    },
    "Emit: Add drink to Order": {
      takes: {
        Entries: [
          {
            Detail: {
              orderId: "string",
              baristaUserId: "string",
              action: "string",
              eventId: "string",
              body: { userId: "string", drink: "string", modifiers: ["string"], icon: "string" },
            },
            DetailType: "string",
            EventBusName: "string",
            Source: "string",
          },
        ],
      },
      returns: sent,
    },
  },
  runs: [2, 0].map((orders) => ({
    input: { orders, eventId: "main" },
    answers: { "Emit: Validator.NewOrder": answer, "Emit: Add drink to Order": answer },
  })),
};
