import { dynamodb, param, workflow } from "statewright";

export const store = workflow("store")
  .input<{ id: string; role: string }>()
  .task("Store", dynamodb.putItem())
  .arguments({ TableName: param("Orders"), Item: { id: { S: ({ input }) => input.id } } })
  .credentials({ roleArn: ({ input }) => input.role })
  .end();

// How the tests run it.
export const run = {
  workflow: store,
  input: { id: "A-1", role: "arn:aws:iam::123456789012:role/orders" },
  mocks: { states: { Store: { result: {} } } },
};
