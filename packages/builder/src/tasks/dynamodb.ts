import type { JsonSchema } from "@statewright/json-types";
import { jsonSchemaOf } from "../schema/json-schema.ts";
import type { PlainSchema, Schema } from "../schema/schema.ts";
import { type AttributeMap, attributesSchema, type ItemOf } from "./attributes.ts";
import { taskCall } from "./definition.ts";
import type { TaskCall } from "./task-call.ts";

interface Conditional {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: { readonly [placeholder: string]: string };
  readonly ExpressionAttributeValues?: AttributeMap;
  readonly ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE";
  readonly ReturnItemCollectionMetrics?: "SIZE" | "NONE";
  readonly ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE";
}

/** What {@link dynamodb}`.putItem` takes: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html */
export interface PutItem<Item = AttributeMap> extends Conditional {
  readonly TableName: string;
  readonly Item: Item;
  readonly ReturnValues?: "NONE" | "ALL_OLD";
}

/** What {@link dynamodb}`.getItem` takes: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html */
export interface GetItem {
  readonly TableName: string;
  readonly Key: AttributeMap;
  readonly ConsistentRead?: boolean;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: { readonly [placeholder: string]: string };
  readonly ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE";
}

/** What {@link dynamodb}`.updateItem` takes: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html */
export interface UpdateItem extends Conditional {
  readonly TableName: string;
  readonly Key: AttributeMap;
  readonly UpdateExpression?: string;
  readonly ReturnValues?: "NONE" | "ALL_OLD" | "UPDATED_OLD" | "ALL_NEW" | "UPDATED_NEW";
}

/** What {@link dynamodb}`.deleteItem` takes: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html */
export interface DeleteItem extends Conditional {
  readonly TableName: string;
  readonly Key: AttributeMap;
  readonly ReturnValues?: "NONE" | "ALL_OLD";
}

/** What {@link dynamodb}`.getItem` answers: `input.Item !== undefined` tells the two apart (R-INT-05). */
export type FoundItem<Item> = { readonly Item: Item } | { readonly Item?: undefined };

/** What {@link dynamodb} answers to a change: the attributes that `ReturnValues` asks for (R-INT-05). */
export interface ChangedItem<Item> {
  readonly Attributes?: Partial<Item>;
}

/** How an action of {@link dynamodb} can fail (R-INT-05). */
export type DynamoDbError =
  | "DynamoDB.ConditionalCheckFailedException"
  | "DynamoDB.InternalServerError"
  | "DynamoDB.ItemCollectionSizeLimitExceededException"
  | "DynamoDB.ProvisionedThroughputExceededException"
  | "DynamoDB.RequestLimitExceeded"
  | "DynamoDB.ResourceNotFoundException"
  | "DynamoDB.TransactionConflictException"
  | "DynamoDB.AmazonDynamoDBException";

/** The actions of {@link dynamodb}. `row` is a schema of a row as plain data; without one any attributes will do (R-INT-05). */
export interface DynamoDb {
  putItem<Row = unknown>(
    row?: Schema<Row> | PlainSchema,
  ): TaskCall<PutItem<ItemOf<Row>>, ChangedItem<ItemOf<Row>>, DynamoDbError>;
  getItem<Row = unknown>(
    row?: Schema<Row> | PlainSchema,
  ): TaskCall<GetItem, FoundItem<ItemOf<Row>>, DynamoDbError>;
  updateItem<Row = unknown>(
    row?: Schema<Row> | PlainSchema,
  ): TaskCall<UpdateItem, ChangedItem<ItemOf<Row>>, DynamoDbError>;
  deleteItem<Row = unknown>(
    row?: Schema<Row> | PlainSchema,
  ): TaskCall<DeleteItem, ChangedItem<ItemOf<Row>>, DynamoDbError>;
}

/**
 * DynamoDB: items are attribute values, as on the wire. Where you give a schema of the table's rows, or their type,
 * attributes that no row has do not compile.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
 * @example
 * ```ts
 * const Order = z.object({ id: z.string(), total: z.number() });
 *
 * .task("Read", dynamodb.getItem(Order))
 * .arguments({ TableName: param("Orders"), Key: { id: { S: ({ input }) => input.id } } })
 * .output(({ result }) => Number(result.Item?.total.N))
 * // → "Resource": "arn:aws:states:::dynamodb:getItem",
 * //   "Arguments": { "TableName": "${Orders}", "Key": { "id": { "S": "{% $states.input.id %}" } } }
 * ```
 */
export const dynamodb: DynamoDb = Object.freeze({
  putItem: <Row>(row?: Schema<Row> | PlainSchema) =>
    itemTask<PutItem<ItemOf<Row>>, ChangedItem<ItemOf<Row>>>("putItem", row, (item) => ({
      argumentsSchema: withItem(item, ["Item"]),
    })),
  getItem: <Row>(row?: Schema<Row> | PlainSchema) =>
    itemTask<GetItem, FoundItem<ItemOf<Row>>>("getItem", row, (item) => ({
      resultSchema: withItem(item, []),
    })),
  updateItem: <Row>(row?: Schema<Row> | PlainSchema) =>
    itemTask<UpdateItem, ChangedItem<ItemOf<Row>>>("updateItem", row),
  deleteItem: <Row>(row?: Schema<Row> | PlainSchema) =>
    itemTask<DeleteItem, ChangedItem<ItemOf<Row>>>("deleteItem", row),
});

interface ItemSchemas {
  readonly argumentsSchema?: JsonSchema;
  readonly resultSchema?: JsonSchema;
}

function itemTask<A, R>(
  action: string,
  row: unknown,
  known: (item: JsonSchema) => ItemSchemas = () => ({}),
): TaskCall<A, R, DynamoDbError> {
  const { schema, problem } = jsonSchemaOf(row);
  const call = taskCall<A, R, DynamoDbError>({
    resource: `arn:aws:states:::dynamodb:${action}`,
    ...(schema !== undefined && known(attributesSchema(schema))),
  });
  return problem ? Object.freeze({ ...call, problems: [problem] }) : call;
}

function withItem(item: JsonSchema, required: readonly string[]): JsonSchema {
  return { type: "object", properties: { Item: item }, required };
}
