import type { Json } from "@statewright/json-types";
import type { MockAnswers } from "@statewright/simulator";

/** What a real machine is started with and what its calls answer: invented, to tell and to run its data. */
export interface RealRuns {
  /** A part of the name of its file. */
  readonly file: string;
  readonly runs: readonly {
    readonly input: Json;
    readonly answers: Readonly<Record<string, MockAnswers>>;
  }[];
}

const shopEvent = { detail: { bucket: { eventId: "main" }, orderId: "o1", userId: "u1" } };
const open = (isOpen: boolean): MockAnswers => ({ result: { Item: { storeOpen: { BOOL: isOpen } } } });
const emitted: MockAnswers = { result: { Entries: [{ EventId: "e1" }], FailedEntryCount: 0 } };
const resumed: MockAnswers = { callback: { result: { at: "counter", by: "barista" } } };

const research = {
  "Launch Workers": {
    callback: {
      result: { executionArn: "arn:aws:states:x", result: "text", confidence_score: 0.7, agent_id: 2 },
    },
  },
  "Clean Up Workers": { result: { StopDate: "2026-01-01T00:00:00Z" } },
  "Generate Synthesis": { result: { synthesized_result: "both" } },
} as const;

const child = { ExecutionArn: "arn:aws:states:child", Output: { ok: true }, Status: "SUCCEEDED" };

/** By the names of their files; each run takes another way through the machine. */
export const realRuns: readonly RealRuns[] = [
  {
    file: "serverless-coffee-4-order-processing",
    runs: [true, false].map((isOpen) => ({
      input: shopEvent,
      answers: {
        "DynamoDB Get Shop status": open(isOpen),
        ListExecutions: { result: { Executions: [{ Name: "a" }] } },
        "Emit - Workflow Started TT": resumed,
        "Generate Order Number": { result: { Attributes: { IDvalue: { N: "7" } } } },
        "Emit - Awaiting Completion TT": resumed,
        "EventBridge PutEvents": emitted,
        "Emit - order finished": emitted,
      },
    })),
  },
  {
    file: "parallel-agent-early-stopping-main",
    runs: [{ input: { query: "how" }, answers: research }],
  },
  {
    file: "decompose-for-parallelism-distributor",
    runs: [
      {
        input: { "test-run-id": "r1" },
        answers: {
          ProcessPayload: {
            result: {
              "test-run-id": "r1",
              "tests-to-run": [
                { "test-number": 1, "test-input": { wait: 2 } },
                { "test-number": 2, "test-input": { wait: 3 } },
              ],
            },
          },
          RunTestStateMachine: { result: child },
          RecordResults: { result: child },
        },
      },
      {
        input: { "test-run-id": "r2" },
        answers: {
          ProcessPayload: {
            result: {
              "test-run-id": "r2",
              "test-batches": [{ batch_id: "b1", "tests-to-run": [{ "test-number": 1 }] }],
            },
          },
          Recurse: { result: child },
        },
      },
    ],
  },
  { file: "demo-asl-features-template", runs: [{ input: {}, answers: {} }] },
];
