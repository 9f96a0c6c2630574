import { readMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detailsKey } from "../../src/execution/history-event.ts";
import { type Diagnosis, diagnose, readHistory, recordingFromAws } from "../../src/index.ts";

// Histories as `get-execution-history` prints them, each cut down to what tells why it failed.

type Line = readonly [previous: number, type: string, details?: Readonly<Record<string, Json>>];

/** The document of a history: ids count from 1, payloads become JSON text. */
function history(...lines: readonly Line[]): Json {
  const events = lines.map(([previousEventId, type, details = {}], index) => ({
    id: index + 1,
    previousEventId,
    type,
    timestamp: new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString(),
    [detailsKey(type)]: Object.fromEntries(
      Object.entries(details).map(([key, value]) => [
        key,
        ["input", "output", "parameters"].includes(key) ? JSON.stringify(value) : value,
      ]),
    ),
  }));
  return { events };
}

function diagnosisOf(states: Json, document: Json, more: Readonly<Record<string, Json>> = {}): Diagnosis {
  const { machine } = readMachine({
    StartAt: Object.keys(states as object)[0] ?? "",
    States: states,
    ...more,
  });
  const { events } = readHistory(document);
  return diagnose({ events, ...(machine && { machine }) });
}

const at = (state: string, entered: number, text: string) =>
  `An error occurred while executing the state '${state}' (entered at the event id #${entered}). ${text}`;

describe("a failed execution is told from its history", () => {
  test("a field that a state before left out: that state, and the name that is there", () => {
    const cause = at(
      "Charge",
      4,
      "The JSONata expression '$states.input.order.totl' specified for the field 'Arguments/amount' returned nothing (undefined).",
    );
    const found = diagnosisOf(
      {
        Load: { Type: "Pass", Output: { order: { total: 3 } }, Next: "Charge" },
        Charge: {
          Type: "Task",
          Resource: "arn:aws:states:::sqs:sendMessage",
          Arguments: { amount: "{% $states.input.order.totl %}" },
          End: true,
        },
      },
      history(
        [0, "ExecutionStarted", { input: {} }],
        [0, "PassStateEntered", { name: "Load", input: {} }],
        [2, "PassStateExited", { name: "Load", output: { order: { total: 3 } } }],
        [3, "TaskStateEntered", { name: "Charge", input: { order: { total: 3 } } }],
        [
          3,
          "EvaluationFailed",
          { state: "Charge", location: "Arguments/amount", error: "States.QueryEvaluationError", cause },
        ],
        [5, "ExecutionFailed", { error: "States.QueryEvaluationError", cause }],
      ),
      { QueryLanguage: "JSONata" },
    );
    expect(found).toMatchObject({
      state: "Charge",
      kind: "expression",
      pointer: "/States/Charge/Arguments/amount",
      expression: "{% $states.input.order.totl %}",
      found: { name: "$states.input.order", value: { total: 3 } },
      expected: "a value at `$states.input.order.totl`: an object without `totl`; it has `total`",
      introducedBy: { state: "Load", event: 3, as: "output" },
      redrive: { helps: "no" },
      next: "Correct the name at /States/Charge/Arguments/amount: there is `total`.",
    });
  });

  test("a field that was there and was dropped on the way", () => {
    const found = diagnosisOf(
      {
        Slim: { Type: "Pass", OutputPath: "$.other", Next: "Pass on" },
        "Pass on": { Type: "Pass", Next: "Use" },
        Use: { Type: "Pass", InputPath: "$.customer", End: true },
      },
      history(
        [0, "ExecutionStarted", { input: { customer: 1, other: {} } }],
        [0, "PassStateEntered", { name: "Slim", input: { customer: 1, other: {} } }],
        [2, "PassStateExited", { name: "Slim", output: {} }],
        [3, "PassStateEntered", { name: "Pass on", input: {} }],
        [4, "PassStateExited", { name: "Pass on", output: {} }],
        [5, "PassStateEntered", { name: "Use", input: {} }],
        [
          6,
          "ExecutionFailed",
          {
            error: "States.Runtime",
            cause: at("Use", 6, "Invalid path '$.customer' : No results for path: $['customer']"),
          },
        ],
      ),
    );
    expect(found).toMatchObject({
      kind: "path",
      pointer: "/States/Use/InputPath",
      introducedBy: { state: "Slim", event: 3, as: "dropped" },
    });
    expect(found.next).toContain('"Slim", which leaves it out');
  });

  test("a task whose Catch names the error without its prefix", () => {
    const error = "Lambda.ResourceNotFoundException";
    const found = diagnosisOf(
      {
        Call: {
          Type: "Task",
          Resource: "arn:aws:states:::lambda:invoke",
          Parameters: { FunctionName: "f" },
          Retry: [{ ErrorEquals: ["States.TaskFailed"], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ["ResourceNotFoundException"], Next: "Stop" }],
          End: true,
        },
        Stop: { Type: "Succeed" },
      },
      history(
        [0, "ExecutionStarted", { input: {} }],
        [0, "TaskStateEntered", { name: "Call", input: {} }],
        [
          2,
          "TaskScheduled",
          { resource: "invoke", resourceType: "lambda", parameters: { FunctionName: "f" } },
        ],
        [3, "TaskStarted", {}],
        [4, "TaskFailed", { error, cause: "Function not found: f" }],
        [
          5,
          "TaskScheduled",
          { resource: "invoke", resourceType: "lambda", parameters: { FunctionName: "f" } },
        ],
        [6, "TaskStarted", {}],
        [7, "TaskFailed", { error, cause: "Function not found: f" }],
        [8, "ExecutionFailed", { error, cause: "Function not found: f" }],
      ),
    );
    expect(found).toMatchObject({
      kind: "missing-resource",
      pointer: "/States/Call/Resource",
      found: { name: "arguments", value: { FunctionName: "f" } },
      recovery: {
        attempts: 2,
        retrier: { pointer: "/States/Call/Retry/0", maxAttempts: 1 },
        nearly: [{ pointer: "/States/Call/Catch/0/ErrorEquals/0", name: "ResourceNotFoundException" }],
      },
      redrive: { helps: "after a repair" },
    });
    expect(found.next).toContain("The service's prefix is missing");
  });

  test.each([
    ["paymentError", "It differs in case"],
    ["PaymentEror", "It is spelt in another way"],
    ["Pay.PaymentError", "It has another prefix"],
  ])("a Retry that names %s does not take PaymentError", (name, why) => {
    const found = diagnosisOf(
      {
        Pay: {
          Type: "Task",
          Resource: "arn:aws:lambda:us-east-1:111111111111:function:pay",
          Retry: [{ ErrorEquals: [name] }],
          End: true,
        },
      },
      history(
        [0, "ExecutionStarted", { input: {} }],
        [0, "TaskStateEntered", { name: "Pay", input: {} }],
        [2, "LambdaFunctionScheduled", { resource: "arn", input: {} }],
        [3, "LambdaFunctionStarted", {}],
        [
          4,
          "LambdaFunctionFailed",
          { error: "PaymentError", cause: '{"errorType":"PaymentError","errorMessage":"declined"}' },
        ],
        [
          5,
          "ExecutionFailed",
          { error: "PaymentError", cause: '{"errorType":"PaymentError","errorMessage":"declined"}' },
        ],
      ),
    );
    expect(found).toMatchObject({
      kind: "function-error",
      recovery: { attempts: 1 },
      cause: { errorMessage: "declined" },
    });
    expect(found.next).toContain(why);
  });

  test("a Choice that has no rule for the data", () => {
    const found = diagnosisOf(
      {
        Route: { Type: "Choice", Choices: [{ Variable: "$.kind", StringEquals: "a", Next: "Done" }] },
        Done: { Type: "Succeed" },
      },
      history(
        [0, "ExecutionStarted", { input: { kind: "b" } }],
        [0, "ChoiceStateEntered", { name: "Route", input: { kind: "b" } }],
        [2, "ExecutionFailed", { error: "States.NoChoiceMatched" }],
      ),
    );
    expect(found).toMatchObject({
      kind: "no-choice",
      state: "Route",
      pointer: "/States/Route/Choices",
      found: { name: "$.kind", value: "b" },
      introducedBy: { state: null, as: "input" },
    });
    expect(found.next).toContain("Add a `Default`");
  });

  test("a permission that is missing in an item of a Map", () => {
    const cause = "User: arn:aws:sts::1:assumed-role/r is not authorized to perform: dynamodb:PutItem";
    const found = diagnosisOf(
      {
        Each: {
          Type: "Map",
          ItemProcessor: {
            StartAt: "Put",
            States: { Put: { Type: "Task", Resource: "arn:aws:states:::dynamodb:putItem", End: true } },
          },
          End: true,
        },
      },
      history(
        [0, "ExecutionStarted", { input: [1, 2] }],
        [0, "MapStateEntered", { name: "Each", input: [1, 2] }],
        [2, "MapStateStarted", { length: 2 }],
        [3, "MapIterationStarted", { name: "Each", index: 0 }],
        [4, "TaskStateEntered", { name: "Put", input: 1 }],
        [5, "TaskScheduled", { resource: "putItem", resourceType: "dynamodb", parameters: {} }],
        [6, "TaskStarted", {}],
        [7, "TaskSucceeded", { output: {} }],
        [8, "TaskStateExited", { name: "Put", output: {} }],
        [9, "MapIterationSucceeded", { name: "Each", index: 0 }],
        [9, "MapIterationStarted", { name: "Each", index: 1 }],
        [11, "TaskStateEntered", { name: "Put", input: 2 }],
        [12, "TaskScheduled", { resource: "putItem", resourceType: "dynamodb", parameters: {} }],
        [13, "TaskStarted", {}],
        [14, "TaskFailed", { error: "DynamoDB.AmazonDynamoDBException", cause }],
        [15, "MapIterationFailed", { name: "Each", index: 1 }],
        [15, "MapStateFailed", {}],
        [17, "ExecutionFailed", { error: "DynamoDB.AmazonDynamoDBException", cause }],
      ),
    );
    expect(found).toMatchObject({
      kind: "permission",
      state: "Put",
      event: 15,
      inside: [{ state: "Each", item: 1 }],
      pointer: "/States/Each/ItemProcessor/States/Put/Resource",
      redrive: { helps: "after a repair" },
    });
  });

  test("a failure that was caught, and the later one that it led to", () => {
    const found = diagnosisOf(
      {
        Work: {
          Type: "Task",
          Resource: "arn:aws:lambda:us-east-1:1:function:w",
          Catch: [{ ErrorEquals: ["States.ALL"], Next: "Tell" }],
          End: true,
        },
        Tell: { Type: "Pass", InputPath: "$.orderId", End: true },
      },
      history(
        [0, "ExecutionStarted", { input: { orderId: 7 } }],
        [0, "TaskStateEntered", { name: "Work", input: { orderId: 7 } }],
        [2, "LambdaFunctionScheduled", { input: { orderId: 7 } }],
        [3, "LambdaFunctionStarted", {}],
        [4, "LambdaFunctionFailed", { error: "Boom", cause: "why" }],
        [5, "TaskStateExited", { name: "Work", output: { Error: "Boom", Cause: "why" } }],
        [6, "PassStateEntered", { name: "Tell", input: { Error: "Boom", Cause: "why" } }],
        [
          7,
          "ExecutionFailed",
          {
            error: "States.Runtime",
            cause: at("Tell", 7, "Invalid path '$.orderId' : No results for path: $['orderId']"),
          },
        ],
      ),
    );
    expect(found).toMatchObject({
      state: "Tell",
      pointer: "/States/Tell/InputPath",
      introducedBy: { state: "Work", as: "dropped" },
      earlier: { state: "Work", event: 5, error: "Boom", cause: "why" },
    });
  });

  test.each([
    ["ExecutionTimedOut", { error: "States.Timeout" }, "execution-timeout", "TIMED_OUT", "yes"],
    ["ExecutionAborted", {}, "aborted", "ABORTED", "yes"],
    [
      "ExecutionFailed",
      {
        error: "States.Runtime",
        cause: "The execution reached the maximum number of history events (25000).",
      },
      "history-limit",
      "FAILED",
      "no",
    ],
  ])("an execution that ends with %s", (type, details, kind, status, helps) => {
    const found = diagnosisOf(
      { Sleep: { Type: "Wait", Seconds: 60, End: true } },
      history(
        [0, "ExecutionStarted", { input: {} }],
        [0, "WaitStateEntered", { name: "Sleep", input: {} }],
        [0, type, details],
      ),
    );
    expect(found).toMatchObject({ kind, status, redrive: { helps } });
    expect(found.state).toBe(kind === "history-limit" ? null : "Sleep");
  });

  test("one that goes on, and one that is fine", () => {
    const start: readonly Line[] = [
      [0, "ExecutionStarted", { input: {} }],
      [0, "SucceedStateEntered", { name: "Done", input: {} }],
    ];
    const states = { Done: { Type: "Succeed" } };
    expect(diagnosisOf(states, history(...start))).toMatchObject({
      kind: "running",
      status: "RUNNING",
      state: "Done",
    });
    const end: readonly Line[] = [
      [2, "SucceedStateExited", { name: "Done" }],
      [3, "ExecutionSucceeded", { output: {} }],
    ];
    expect(diagnosisOf(states, history(...start, ...end))).toMatchObject({
      kind: "none",
      status: "SUCCEEDED",
      state: null,
    });
  });

  test.each([
    ["States.Http.StatusCode.404", "", "missing-resource"],
    ["States.Http.StatusCode.403", "", "permission"],
    ["States.Http.StatusCode.429", "", "throttled"],
    ["States.Http.StatusCode.503", "", "service-fault"],
    ["States.Http.StatusCode.422", "", "bad-request"],
    ["States.Http.Socket", "", "service-fault"],
    [
      "Sandbox.Timedout",
      '{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 3.00 seconds"}',
      "function-timeout",
    ],
    [
      "Lambda.Unknown",
      "The cause could not be determined. Task timed out after 3.00 seconds",
      "function-timeout",
    ],
    ["Lambda.Unknown", "The cause could not be determined.", "function-error"],
    ["Lambda.ServiceException", "", "service-fault"],
    ["ECS.AccessDeniedException", "User is not authorized to perform: ecs:RunTask", "permission"],
    ["DynamoDB.ProvisionedThroughputExceededException", "", "throttled"],
    ["Mine", "", "task-error"],
  ])("a task that failed with %s: %s", (error, cause, kind) => {
    const found = diagnosisOf(
      { Call: { Type: "Task", Resource: "arn:aws:states:::http:invoke", End: true } },
      history(
        [0, "ExecutionStarted", { input: {} }],
        [0, "TaskStateEntered", { name: "Call", input: {} }],
        [2, "TaskScheduled", { parameters: {} }],
        [3, "TaskFailed", { error, cause }],
        [4, "ExecutionFailed", { error, cause }],
      ),
    );
    expect(found).toMatchObject({ kind, state: "Call", event: 4 });
  });

  test("of a sum the side that is no number is shown", () => {
    const cause = at(
      "Sum",
      2,
      "The JSONata expression '$states.input.a + $states.input.b' specified for the field 'Output' threw an error during evaluation. T2002: The right side of the \"+\" operator must evaluate to a number",
    );
    const found = diagnosisOf(
      { Sum: { Type: "Pass", Output: "{% $states.input.a + $states.input.b %}", End: true } },
      history(
        [0, "ExecutionStarted", { input: { a: 1, b: "2" } }],
        [0, "PassStateEntered", { name: "Sum", input: { a: 1, b: "2" } }],
        [
          0,
          "EvaluationFailed",
          { state: "Sum", location: "Output", error: "States.QueryEvaluationError", cause },
        ],
        [3, "ExecutionFailed", { error: "States.QueryEvaluationError", cause }],
      ),
      { QueryLanguage: "JSONata" },
    );
    expect(found).toMatchObject({
      found: { name: "$states.input.b", value: "2" },
      introducedBy: { state: null },
    });
    expect(found.expected).toContain("T2002");
  });

  test("too many failed items of a Map Run, and throttling that retries did not help", () => {
    const tolerance = diagnosisOf(
      {
        Many: {
          Type: "Map",
          ToleratedFailureCount: 1,
          ItemProcessor: {
            ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
            StartAt: "A",
            States: { A: { Type: "Pass", End: true } },
          },
          End: true,
        },
      },
      history(
        [0, "ExecutionStarted", { input: [] }],
        [0, "MapStateEntered", { name: "Many", input: [] }],
        [2, "MapStateStarted", { length: 0 }],
        [3, "MapRunStarted", { mapRunArn: "arn" }],
        [
          4,
          "MapRunFailed",
          {
            error: "States.ExceedToleratedFailureThreshold",
            cause: "The specified tolerated failure threshold was exceeded",
          },
        ],
        [5, "MapStateFailed", {}],
        [
          6,
          "ExecutionFailed",
          {
            error: "States.ExceedToleratedFailureThreshold",
            cause: "The specified tolerated failure threshold was exceeded",
          },
        ],
      ),
    );
    expect(tolerance).toMatchObject({
      kind: "tolerance",
      state: "Many",
      pointer: "/States/Many/ToleratedFailureCount",
    });
    const error = "Lambda.TooManyRequestsException";
    const throttled = diagnosisOf(
      { Call: { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", End: true } },
      history(
        [0, "ExecutionStarted", { input: {} }],
        [0, "TaskStateEntered", { name: "Call", input: {} }],
        [2, "TaskScheduled", {}],
        [3, "TaskFailed", { error, cause: "Rate Exceeded." }],
        [4, "ExecutionFailed", { error, cause: "Rate Exceeded." }],
      ),
    );
    expect(throttled).toMatchObject({ kind: "throttled", redrive: { helps: "yes" } });
    expect(throttled.next).toContain("BackoffRate");
  });
});

test("no history is a crash, whatever stands in it", () => {
  const states = { A: { Type: "Choice", Choices: [{ Variable: "$.x", IsNull: true, Next: "A" }] } };
  const { machine } = readMachine({ StartAt: "A", States: states });
  const type = fc.constantFrom(
    "ExecutionStarted",
    "ChoiceStateEntered",
    "ChoiceStateExited",
    "MapStateEntered",
    "MapStateStarted",
    "MapIterationStarted",
    "MapIterationFailed",
    "MapStateFailed",
    "ParallelStateStarted",
    "TaskScheduled",
    "TaskFailed",
    "EvaluationFailed",
    "FailStateEntered",
    "ExecutionFailed",
    "ExecutionTimedOut",
    "__proto__",
    "constructor",
  );
  const name = fc.constantFrom("A", "B", "__proto__", "toString");
  const text = fc.constantFrom(
    at("A", 2, "Invalid path '$.x.y' : No"),
    at("B", 1, "x"),
    '{"a":1}',
    "[".repeat(5000),
    "",
  );
  const details = fc.record(
    {
      name,
      state: name,
      input: fc.oneof(text, fc.jsonValue()),
      output: text,
      error: fc.constantFrom(
        "States.Runtime",
        "States.QueryEvaluationError",
        "States.NoChoiceMatched",
        "States.DataLimitExceeded",
        "Lambda.Unknown",
        "",
      ),
      cause: text,
      index: fc.integer(),
      assignedVariables: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const event = fc.tuple(fc.nat(12), type, details);
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (lines) => {
      const events = lines.map(([previousEventId, kind, about], index) => ({
        id: index + 1,
        previousEventId,
        type: kind,
        [detailsKey(kind)]: about,
      }));
      const read = readHistory({ events } as unknown as Json);
      const found = diagnose({ events: read.events, ...(machine && { machine }) });
      kinds.set(found.kind, (kinds.get(found.kind) ?? 0) + 1);
    }),
    { seed: 7, numRuns: process.env.STATEWRIGHT_DEEP ? 50_000 : 1000 },
  );
  console.log(
    `random histories diagnosed: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ")}`,
  );
  expect(kinds.size).toBeGreaterThan(4);
  for (const odd of [
    null,
    [],
    {},
    { events: 1 },
    { events: [null, { id: "1" }, { id: 1 }] },
  ] as readonly Json[])
    expect(readHistory(odd).diagnostics.length).toBeGreaterThan(0);
  let deep: Json = 1;
  for (let level = 0; level < 50_000; level += 1) deep = [deep];
  const wild = {
    events: [
      { id: 1, type: "ExecutionStarted", previousEventId: 0, executionStartedEventDetails: { input: deep } },
    ],
  };
  expect(diagnose({ events: readHistory(wild).events }).kind).toBe("running");
  expect(recordingFromAws({ status: "FAILED" }, wild).diagnostics[0]?.message).toContain("nested too deep");
});
