import { serviceTask } from "./service-task.ts";
import type { TaskCall } from "./task-call.ts";

/** A value of DynamoDB: one field, which names its type. Numbers are texts. */
export interface AttributeValue {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly L?: readonly AttributeValue[];
  readonly M?: AttributeMap;
}

/** Names of columns are data, never recased. */
export interface AttributeMap {
  readonly [name: string]: AttributeValue;
}

interface Conditional {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: { readonly [placeholder: string]: string };
  readonly ExpressionAttributeValues?: AttributeMap;
}

export interface PutItem extends Conditional {
  readonly TableName: string;
  readonly Item: AttributeMap;
  readonly ReturnValues?: "NONE" | "ALL_OLD";
}

export interface GetItem {
  readonly TableName: string;
  readonly Key: AttributeMap;
  readonly ConsistentRead?: boolean;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: { readonly [placeholder: string]: string };
}

export interface UpdateItem extends Conditional {
  readonly TableName: string;
  readonly Key: AttributeMap;
  readonly UpdateExpression?: string;
  readonly ReturnValues?: "NONE" | "ALL_OLD" | "UPDATED_OLD" | "ALL_NEW" | "UPDATED_NEW";
}

export interface DeleteItem extends Conditional {
  readonly TableName: string;
  readonly Key: AttributeMap;
  readonly ReturnValues?: "NONE" | "ALL_OLD";
}

type DynamoDbError =
  | "DynamoDB.ConditionalCheckFailedException"
  | "DynamoDB.InternalServerError"
  | "DynamoDB.ItemCollectionSizeLimitExceededException"
  | "DynamoDB.ProvisionedThroughputExceededException"
  | "DynamoDB.RequestLimitExceeded"
  | "DynamoDB.ResourceNotFoundException"
  | "DynamoDB.TransactionConflictException"
  | "DynamoDB.AmazonDynamoDBException";

/** The actions of DynamoDB with an optimised integration. */
interface DynamoDb {
  putItem(): TaskCall<PutItem, { readonly Attributes?: AttributeMap }, DynamoDbError>;
  getItem(): TaskCall<GetItem, { readonly Item?: AttributeMap }, DynamoDbError>;
  updateItem(): TaskCall<UpdateItem, { readonly Attributes?: AttributeMap }, DynamoDbError>;
  deleteItem(): TaskCall<DeleteItem, { readonly Attributes?: AttributeMap }, DynamoDbError>;
}

/**
 * DynamoDB: items are attribute values, as on the wire.
 *
 * @example
 * ```ts
 * .task("Store", dynamodb.putItem())
 * .arguments({ TableName: param("Orders"), Item: { id: { S: ({ input }) => input.id } } })
 * ```
 */
export const dynamodb: DynamoDb = Object.freeze({
  putItem: () =>
    serviceTask<PutItem, { readonly Attributes?: AttributeMap }, DynamoDbError>("dynamodb:putItem"),
  getItem: () => serviceTask<GetItem, { readonly Item?: AttributeMap }, DynamoDbError>("dynamodb:getItem"),
  updateItem: () =>
    serviceTask<UpdateItem, { readonly Attributes?: AttributeMap }, DynamoDbError>("dynamodb:updateItem"),
  deleteItem: () =>
    serviceTask<DeleteItem, { readonly Attributes?: AttributeMap }, DynamoDbError>("dynamodb:deleteItem"),
});
