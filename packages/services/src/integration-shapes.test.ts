import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { includes, type Json, type ObjectShape, type Shape } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { argumentsShape, declaredErrors, resultShape } from "./index.ts";
import { integratedServices } from "./integrations/registry.ts";

const root = resolve(fileURLToPath(import.meta.url), "../../../..");
const corpus = process.env.STATEWRIGHT_CORPUS ?? join(root, "../shared/conformance");

function fields(shape: Shape | undefined): readonly string[] {
  return Object.keys((shape as ObjectShape).fields);
}

describe("answers", () => {
  test("lambda:invoke answers with an envelope (R-INT-03)", () => {
    const shape = resultShape("arn:aws:states:::lambda:invoke");
    expect(fields(shape)).toContain("Payload");
    expect(fields(shape)).toContain("SdkHttpMetadata");
  });

  test("a callback answers what its caller sends: nothing is known (R-PAT-06)", () => {
    expect(resultShape("arn:aws:states:::lambda:invoke.waitForTaskToken")).toBeUndefined();
  });

  test("what a function, an activity or an SDK action answers is not known", () => {
    expect(resultShape("arn:aws:lambda:us-east-1:111111111111:function:f")).toBeUndefined();
    expect(resultShape("arn:aws:states:us-east-1:111111111111:activity:a")).toBeUndefined();
    expect(resultShape("arn:aws:states:::aws-sdk:s3:getObject")).toBeUndefined();
    expect(resultShape("arn:aws:states:::bedrock:invokeModel")).toBeUndefined();
  });

  test("events:putEvents answers without SDK metadata (R-INT-02)", () => {
    expect(fields(resultShape("arn:aws:states:::events:putEvents"))).toEqual(["Entries", "FailedEntryCount"]);
  });

  test("the input of a finished execution is text for .sync and a value for .sync:2 (R-INT-09)", () => {
    const finished = {
      ExecutionArn: "e",
      StateMachineArn: "s",
      Name: "n",
      Status: "SUCCEEDED",
      StartDate: "2026-01-01",
      Input: { id: 1 },
      Output: { ok: true },
    };
    const sync = resultShape("arn:aws:states:::states:startExecution.sync");
    const sync2 = resultShape("arn:aws:states:::states:startExecution.sync:2");
    expect(sync && includes(sync, finished)).toBe(false);
    expect(sync2 && includes(sync2, finished)).toBe(true);
  });
});

describe("arguments", () => {
  test("a message body may be an object (R-INT-06)", () => {
    const shape = argumentsShape("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
    expect(shape && includes(shape, { QueueUrl: "q", MessageBody: { id: 1 } })).toBe(true);
    expect(shape && includes(shape, { MessageBody: "text" })).toBe(false);
  });

  test("an item is an object", () => {
    const shape = argumentsShape("arn:aws:states:::dynamodb:putItem");
    expect(shape && includes(shape, { TableName: "t", Item: { id: { S: "1" } } })).toBe(true);
    expect(shape && includes(shape, { TableName: "t", Item: "1" })).toBe(false);
  });
});

test("errors a resource declares", () => {
  expect(declaredErrors("arn:aws:states:::events:putEvents")).toEqual(["EventBridge.FailedEntry"]);
  expect(declaredErrors("arn:aws:states:::glue:startJobRun.sync")).toEqual([]);
});

test("each service says where its facts come from, and when they were looked up", () => {
  expect(integratedServices.length).toBe(21);
  for (const { source, asOf } of integratedServices) {
    expect(source).toMatch(/^https:\/\//);
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

describe.skipIf(!existsSync(corpus))("recorded on AWS", () => {
  test("every recorded answer and every recorded call has the shape that is known of it", () => {
    const calls = recordedCalls();
    for (const { id, resource, parameters, result } of calls) {
      const answer = resultShape(resource);
      if (answer && result !== undefined) expect.soft(includes(answer, result), `${id}: result`).toBe(true);
      const taken = argumentsShape(resource);
      if (taken && result !== undefined)
        expect.soft(includes(taken, parameters), `${id}: arguments`).toBe(true);
    }
    const known = calls.filter(({ resource }) => resultShape(resource)).length;
    console.info(`services: ${known} of ${calls.length} recorded answers are of a known shape`);
    expect(known).toBeGreaterThan(20);
  });
});

interface Call {
  readonly id: string;
  readonly resource: string;
  readonly parameters: Json;
  readonly result?: Json;
}

function recordedCalls(): readonly Call[] {
  const folder = join(corpus, "aws/exec");
  return readdirSync(folder).flatMap((file) => {
    const recording = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return (recording.tasks ?? [])
      .filter((task: { resourceType?: string }) => task.resourceType)
      .map((task: { resource: string; resourceType: string; parameters: Json; result?: Json }) => ({
        id: recording.id,
        resource: `arn:aws:states:::${task.resourceType}:${task.resource}`,
        parameters: task.parameters,
        ...("result" in task && { result: task.result }),
      }));
  });
}
