import { describe, expect, test } from "vitest";
import { integrationOf, patternsOf } from "./index.ts";

describe("the forms of Resource (R-TASK-01)", () => {
  test.each([
    [
      "arn:aws:states:::lambda:invoke",
      "optimized",
      "lambda",
      "invoke",
      "requestResponse",
      "lambda",
      "invoke",
    ],
    [
      "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "optimized",
      "sqs",
      "sendMessage",
      "waitForTaskToken",
      "sqs",
      "sendMessage.waitForTaskToken",
    ],
    [
      "arn:aws-cn:states:::batch:submitJob.sync",
      "optimized",
      "batch",
      "submitJob",
      "sync",
      "batch",
      "submitJob.sync",
    ],
    [
      "arn:aws:states:::states:startExecution.sync:2",
      "optimized",
      "states",
      "startExecution",
      "sync:2",
      "states",
      "startExecution.sync:2",
    ],
    [
      "arn:aws:states:::aws-sdk:s3:getObject",
      "aws-sdk",
      "s3",
      "getObject",
      "requestResponse",
      "aws-sdk:s3",
      "getObject",
    ],
    [
      "arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken",
      "aws-sdk",
      "sfn",
      "startExecution",
      "waitForTaskToken",
      "aws-sdk:sfn",
      "startExecution.waitForTaskToken",
    ],
    ["arn:aws:states:::http:invoke", "http", "http", "invoke", "requestResponse", "http", "invoke"],
  ])("%s", (arn, kind, service, action, pattern, resourceType, resource) => {
    expect(integrationOf(arn)).toEqual({ kind, service, action, pattern, resourceType, resource });
  });

  test("a function, with and without a qualifier", () => {
    const arn = "arn:aws:lambda:us-east-1:111111111111:function:charge:live";
    expect(integrationOf(arn)).toMatchObject({ kind: "lambda-function", action: "charge", resource: arn });
  });

  test("an activity", () => {
    const arn = "arn:aws:states:us-east-1:111111111111:activity:approve";
    expect(integrationOf(arn)).toMatchObject({ kind: "activity", action: "approve", resource: arn });
  });

  test("placeholders stand for parts, with colons of their own", () => {
    expect(integrationOf("arn:${AWS::Partition}:states:::lambda:invoke")).toMatchObject({
      service: "lambda",
    });
    const arn = "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}";
    expect(integrationOf(arn)).toMatchObject({ kind: "lambda-function", action: "${Name}" });
  });

  test.each([
    "",
    ":",
    "activity_arn",
    "${ChargeArn}",
    "arn",
    "arn:aws:states:::",
    "arn:aws:states:::lambda",
    "arn:aws:states:::lambda:",
    "arn:aws:states:::lambda:.sync",
    "arn:aws:states:::lambda:invoke.later",
    "arn:aws:states:::aws-sdk:s3",
    "arn:aws:sqs:us-east-1:111111111111:queue",
    "arn:${AWS::Partition",
    "arn:aws:states:::__proto__:constructor.toString",
  ])("anything else is unknown: %j", (text) => {
    expect(integrationOf(text)).toMatchObject({ kind: "unknown", service: "", pattern: "requestResponse" });
  });
});

test("names of a prototype are no services and no actions", () => {
  expect(patternsOf("arn:aws:states:::__proto__:toString")).toEqual([]);
  expect(patternsOf("arn:aws:states:::lambda:toString")).toEqual([]);
});

test("the patterns of a resource (R-PAT-03)", () => {
  expect(patternsOf("arn:aws:states:::lambda:invoke")).toEqual(["requestResponse", "waitForTaskToken"]);
  expect(patternsOf("arn:aws:states:::glue:startJobRun.sync")).toEqual(["requestResponse", "sync"]);
  expect(patternsOf("arn:aws:states:::aws-sdk:ec2:runInstances")).toEqual([
    "requestResponse",
    "waitForTaskToken",
  ]);
  expect(patternsOf("arn:aws:states:::lambda:explode")).toEqual([]);
});
