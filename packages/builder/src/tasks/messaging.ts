import { type CallbackTask, callbackTask } from "./service-task.ts";

interface MessageAttributes {
  readonly [name: string]: { readonly DataType: string; readonly StringValue?: string };
}

/** What `sns:publish` takes; a message that is an object is sent as JSON. */
export interface Publish {
  readonly TopicArn?: string;
  readonly TargetArn?: string;
  readonly PhoneNumber?: string;
  readonly Message: unknown;
  readonly Subject?: string;
  readonly MessageStructure?: "json";
  readonly MessageAttributes?: MessageAttributes;
  readonly MessageDeduplicationId?: string;
  readonly MessageGroupId?: string;
}

/** What `sqs:sendMessage` takes; a body that is an object is sent as JSON. */
export interface SendMessage {
  readonly QueueUrl: string;
  readonly MessageBody: unknown;
  readonly DelaySeconds?: number;
  readonly MessageAttributes?: MessageAttributes;
  readonly MessageDeduplicationId?: string;
  readonly MessageGroupId?: string;
}

/** What `events:putEvents` takes. */
export interface PutEvents {
  readonly Entries: readonly {
    readonly Detail: unknown;
    readonly DetailType: string;
    readonly Source: string;
    readonly EventBusName?: string;
    readonly Resources?: readonly string[];
  }[];
}

type PublishResult = { readonly MessageId: string; readonly SequenceNumber?: string };
type SendResult = { readonly MessageId: string; readonly MD5OfMessageBody: string };
type EventsResult = {
  readonly FailedEntryCount: number;
  readonly Entries: readonly {
    readonly EventId?: string;
    readonly ErrorCode?: string;
    readonly ErrorMessage?: string;
  }[];
};

/** Amazon SNS. */
export const sns: { publish(): CallbackTask<Publish, PublishResult, `SNS.${string}`> } = Object.freeze({
  publish: () => callbackTask<Publish, PublishResult, `SNS.${string}`>("sns:publish"),
});

/** Amazon SQS. */
export const sqs: { sendMessage(): CallbackTask<SendMessage, SendResult, `SQS.${string}`> } = Object.freeze({
  sendMessage: () => callbackTask<SendMessage, SendResult, `SQS.${string}`>("sqs:sendMessage"),
});

/** Amazon EventBridge. */
export const events: { putEvents(): CallbackTask<PutEvents, EventsResult, `EventBridge.${string}`> } =
  Object.freeze({
    putEvents: () => callbackTask<PutEvents, EventsResult, `EventBridge.${string}`>("events:putEvents"),
  });
