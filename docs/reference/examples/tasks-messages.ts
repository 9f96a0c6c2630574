import { events, param, sns, sqs, workflow } from "statewright";
import type { WorkflowMocks } from "statewright/testing";
import { z } from "zod";

export const announce = workflow("announce")
  .input(z.object({ orderId: z.string(), email: z.string() }))
  .task("Queue", sqs.sendMessage())
  .arguments({
    QueueUrl: param("Orders"),
    MessageBody: { orderId: ({ input }) => input.orderId },
    MessageGroupId: ({ input }) => input.orderId,
  })
  .catch("SQS.QueueDoesNotExistException", (handler) => handler.fail("NoQueue"))
  .assign(({ result }) => ({ queued: result.MessageId }))
  .output(({ input }) => input)
  .task("Mail", sns.publish())
  .arguments({
    TopicArn: param("Mails"),
    Subject: "Your order",
    Message: ({ input }) => `Order ${input.orderId} is on its way.`,
    MessageAttributes: { to: { DataType: "String", StringValue: ({ input }) => input.email } },
  })
  .assign(({ result }) => ({ mailed: result.MessageId }))
  .output(({ input }) => input)
  .task("Tell", events.putEvents())
  .arguments({
    Entries: [
      {
        Source: "orders",
        DetailType: "Announced",
        Detail: { orderId: ({ input }) => input.orderId },
        EventBusName: param("Bus"),
      },
    ],
  })
  .output(({ result, vars }) => ({ ids: [vars.queued, vars.mailed], failed: result.FailedEntryCount }))
  .end();

// How the tests run it.
export const run = {
  workflow: announce,
  input: { orderId: "A-1", email: "ada@example.com" },
  mocks: {
    states: {
      Queue: { result: { MessageId: "Q-1", MD5OfMessageBody: "d41d8cd98f00b204e9800998ecf8427e" } },
      Mail: { result: { MessageId: "M-1" } },
      Tell: { result: { FailedEntryCount: 0, Entries: [{ EventId: "E-1" }] } },
    },
  } satisfies WorkflowMocks<typeof announce>,
  output: { ids: ["Q-1", "M-1"], failed: 0 },
};
