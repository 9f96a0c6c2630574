import { dynamodb, param, workflow } from "statewright";
import type { WorkflowMocks } from "statewright/testing";
import { z } from "zod";

const Account = z.object({ id: z.string(), balance: z.number(), closed: z.boolean().optional() });

export const deposit = workflow("deposit")
  .input(z.object({ id: z.string(), amount: z.string() }))
  .pass("Begin")
  .assign(({ input }) => ({ id: input.id, amount: input.amount }))
  .task("Read", dynamodb.getItem(Account))
  .arguments({ TableName: param("Accounts"), Key: { id: { S: ({ vars }) => vars.id } } })
  .choice("Known?")
  .when(
    (input) => input.Item !== undefined,
    (branch) =>
      branch
        .task("Add", dynamodb.updateItem(Account))
        .arguments({
          TableName: param("Accounts"),
          Key: { id: { S: ({ vars }) => vars.id } },
          UpdateExpression: "ADD balance :amount",
          ExpressionAttributeValues: { ":amount": { N: ({ vars }) => vars.amount } },
          ReturnValues: "UPDATED_NEW",
        })
        .output(({ result, input }) => ({
          before: input.Item.balance.N,
          now: result.Attributes?.balance?.N ?? "",
        })),
  )
  .otherwise((branch) =>
    branch
      .task("Open", dynamodb.putItem(Account))
      .arguments({
        TableName: param("Accounts"),
        Item: { id: { S: ({ vars }) => vars.id }, balance: { N: ({ vars }) => vars.amount } },
        ConditionExpression: "attribute_not_exists(id)",
      })
      .catch("DynamoDB.ConditionalCheckFailedException", (handler) => handler.fail("OpenedMeanwhile"))
      .output(({ vars }) => ({ before: "0", now: vars.amount })),
  )
  .end();

// How the tests run it.
export const run = {
  workflow: deposit,
  input: { id: "A-1", amount: "5" },
  mocks: {
    states: {
      Read: { result: { Item: { id: { S: "A-1" }, balance: { N: "10" } } } },
      Add: { result: { Attributes: { balance: { N: "15" } } } },
    },
  } satisfies WorkflowMocks<typeof deposit>,
  output: { before: "10", now: "15" },
};
