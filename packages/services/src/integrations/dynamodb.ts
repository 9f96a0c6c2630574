import { type FieldShape, objectShape, type Shape, stringShape, unknownShape } from "@statewright/json-types";
import type { ActionFacts, ServiceFacts } from "../service-facts.ts";
import { optional, required } from "./field.ts";
import { sdkEnvelope } from "./sdk-envelope.ts";

const text = stringShape();
const anything = optional(unknownShape);
/** An attribute: one of the types of DynamoDB JSON, `{"S": "…"}` (R-INT-05). Numbers are text. */
const attribute = objectShape({
  S: optional(text),
  N: optional(text),
  B: anything,
  SS: anything,
  NS: anything,
  BS: anything,
  M: anything,
  L: anything,
  NULL: anything,
  BOOL: anything,
});
const attributes: Shape = objectShape({}, { open: true, rest: attribute });
/** What may be given: its members are not looked into, since Step Functions reads some of them leniently. */
const given: Shape = objectShape({}, { open: true });

const conditional = {
  ConditionExpression: optional(text),
  ConditionalOperator: anything,
  Expected: anything,
  ExpressionAttributeNames: optional(given),
  ExpressionAttributeValues: optional(given),
  ReturnConsumedCapacity: anything,
  ReturnItemCollectionMetrics: anything,
  ReturnValues: anything,
  ReturnValuesOnConditionCheckFailure: anything,
};
/** `Attributes` depends on `ReturnValues`: whether it is there is not known here. */
const changed: Readonly<Record<string, FieldShape>> = {
  Attributes: anything,
  ConsumedCapacity: anything,
  ItemCollectionMetrics: anything,
};

/** Amazon DynamoDB: four actions on one item. */
export const dynamodb: ServiceFacts = {
  service: "dynamodb",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html",
  asOf: "2026-10-01",
  actions: {
    getItem: action(
      {
        Key: required(given),
        AttributesToGet: anything,
        ConsistentRead: anything,
        ExpressionAttributeNames: optional(given),
        ProjectionExpression: optional(text),
        ReturnConsumedCapacity: anything,
      },
      { Item: optional(attributes), ConsumedCapacity: anything },
    ),
    putItem: action({ Item: required(given), ...conditional }, changed),
    updateItem: action(
      { Key: required(given), AttributeUpdates: anything, UpdateExpression: optional(text), ...conditional },
      changed,
    ),
    deleteItem: action({ Key: required(given), ...conditional }, changed),
  },
};

function action(
  fields: Readonly<Record<string, FieldShape>>,
  answer: Readonly<Record<string, FieldShape>>,
): ActionFacts {
  return {
    patterns: ["requestResponse"],
    arguments: objectShape({ TableName: required(text), ...fields }),
    results: { requestResponse: objectShape({ ...answer, ...sdkEnvelope }) },
    errors: [
      "DynamoDB.ConditionalCheckFailedException",
      "DynamoDB.ProvisionedThroughputExceededException",
      "DynamoDB.ResourceNotFoundException",
      "DynamoDB.AmazonDynamoDBException",
    ],
  };
}
