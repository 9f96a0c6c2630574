import { describe, expect, test } from "vitest";
import { lower, type StateNode, type Step } from "../src/index.ts";
import {
  arrow,
  at,
  binary,
  block,
  call,
  globalCall,
  input,
  lit,
  local,
  maybe,
  member,
  object,
  pass,
  scope,
  succeed,
  task,
  template,
  undef,
  workflow,
} from "./trees.ts";

function state(node: StateNode, ...more: Step[]): unknown {
  const { machine, diagnostics } = lower(workflow([node, ...more]));
  expect(diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([]);
  return JSON.parse(JSON.stringify(machine.States[node.name]));
}

function findings(node: StateNode): unknown[] {
  return lower(workflow([node])).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe("Task", () => {
  test("a Lambda function gets the input as Payload, and its result comes out of the envelope", () => {
    expect(state(task("Charge"))).toEqual({
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: "${ChargeArn}", Payload: "{% $states.input %}" },
      Output: "{% $states.result.Payload %}",
      End: true,
    });
  });

  test("arguments, output and assign are templates with one expression a leaf", () => {
    const node = task("Charge", {
      arguments: template(object({ id: member(input, "order", "id"), kind: lit("card"), tries: lit(3) })),
      output: template(member(scope("result"), "receipt")),
      assign: template(
        object({ receipt: member(scope("result"), "receipt"), before: member(scope("vars"), "total") }),
      ),
    });
    expect(state(node)).toMatchObject({
      Arguments: { Payload: { id: "{% $states.input.order.id %}", kind: "card", tries: 3 } },
      Assign: { receipt: "{% $states.result.Payload.receipt %}", before: "{% $total %}" },
      Output: "{% $states.result.Payload.receipt %}",
    });
  });

  test("seconds can be computed", () => {
    const node = task("T", {
      timeoutSeconds: { kind: "arrow", arrow: arrow(member(input, "limit")) },
      heartbeatSeconds: 5,
    });
    expect(state(node)).toMatchObject({ TimeoutSeconds: "{% $states.input.limit %}", HeartbeatSeconds: 5 });
  });

  test("a task token comes from the context object", () => {
    const node = task("T", { arguments: template(object({ token: scope("taskToken") })) });
    expect(state(node)).toMatchObject({
      Arguments: { Payload: { token: "{% $states.context.Task.Token %}" } },
    });
  });

  test("a catcher reads the error, and keeps the input", () => {
    const node = task("T", {
      retry: [
        {
          errorEquals: ["A"],
          intervalSeconds: 2,
          maxAttempts: 3,
          backoffRate: 1.5,
          maxDelaySeconds: 60,
          jitterStrategy: "FULL",
        },
      ],
      catch: [
        {
          errorEquals: ["A", "B"],
          block: block(succeed("Done")),
          output: template(object({ why: member(scope("error"), "Cause"), was: input })),
          assign: template(object({ failed: lit(true) })),
        },
      ],
    });
    expect(state(node)).toMatchObject({
      Retry: [
        {
          ErrorEquals: ["A"],
          IntervalSeconds: 2,
          MaxAttempts: 3,
          BackoffRate: 1.5,
          MaxDelaySeconds: 60,
          JitterStrategy: "FULL",
        },
      ],
      Catch: [
        {
          ErrorEquals: ["A", "B"],
          Assign: { failed: true },
          Output: { why: "{% $states.errorOutput.Cause %}", was: "{% $states.input %}" },
          Next: "Done",
        },
      ],
    });
  });

  test("its types file has the envelope round the result, and the field round the arguments", () => {
    const schema = { type: "object" };
    const node = task("T", {
      task: {
        resource: "arn:aws:states:::lambda:invoke",
        argumentsField: "Payload",
        resultField: "Payload",
        argumentsSchema: schema,
        resultSchema: schema,
        errors: ["Declined"],
      },
    });
    const { types } = lower(workflow([node], { input: true }));
    expect(types.input).toBe(true);
    expect(types.states?.["/States/T"]).toMatchObject({
      arguments: { properties: { Payload: schema }, required: ["Payload"] },
      result: { properties: { Payload: schema, StatusCode: { type: "integer" } } },
      errors: { Declined: {} },
    });
  });
});

describe("the other states", () => {
  test("Wait by seconds or to a time, fixed or computed", () => {
    expect(state({ kind: "wait", name: "W", duration: { kind: "seconds", value: 30 } })).toEqual({
      Type: "Wait",
      Seconds: 30,
      End: true,
    });
    const until = { kind: "arrow", arrow: arrow(member(input, "due")) } as const;
    expect(state({ kind: "wait", name: "W", duration: { kind: "timestamp", value: until } })).toMatchObject({
      Timestamp: "{% $states.input.due %}",
    });
  });

  test("Fail with a computed cause", () => {
    const cause = { kind: "arrow", arrow: arrow(member(input, "Cause")) } as const;
    expect(state({ kind: "fail", name: "F", error: "Declined", cause })).toEqual({
      Type: "Fail",
      Error: "Declined",
      Cause: "{% $states.input.Cause %}",
    });
  });

  test("a Map over items, each with what ItemSelector makes of it (R-JA-11)", () => {
    const node: StateNode = {
      kind: "map",
      name: "M",
      items: template(member(input, "items")),
      itemSelector: template(object({ item: scope("item"), at: scope("index"), of: member(input, "id") })),
      maxConcurrency: 5,
      body: block(pass("E")),
    };
    expect(state(node)).toMatchObject({
      ItemSelector: {
        item: "{% $states.context.Map.Item.Value %}",
        at: "{% $states.context.Map.Item.Index %}",
        of: "{% $states.input.id %}",
      },
      MaxConcurrency: 5,
    });
  });

  test("a Distributed Map with its reader, batches and writer", () => {
    const node: StateNode = {
      kind: "map",
      name: "M",
      body: block(pass("E")),
      distributed: {
        executionType: "EXPRESS",
        label: "all",
        itemReader: {
          resource: "arn:aws:states:::s3:getObject",
          arguments: template(object({ Bucket: member(input, "bucket"), Key: lit("a.csv") })),
        },
        itemBatcher: template(object({ MaxItemsPerBatch: lit(10) })),
        toleratedFailurePercentage: 5,
        itemSchema: { type: "object" },
      },
    };
    expect(state(node)).toMatchObject({
      Label: "all",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        Arguments: { Bucket: "{% $states.input.bucket %}", Key: "a.csv" },
      },
      ItemBatcher: { MaxItemsPerBatch: 10 },
      ToleratedFailurePercentage: 5,
      ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" } },
    });
    expect(lower(workflow([node])).types.states?.["/States/M"]).toEqual({ items: { type: "object" } });
  });

  test("a Choice assigns by rule, and by itself where Default is taken (R-CHOICE-04)", () => {
    const node: StateNode = {
      kind: "choice",
      name: "C",
      rules: [
        {
          condition: arrow(member(input, "ok")),
          block: block(succeed("S")),
          assign: template(object({ a: lit(1) })),
          comment: "fine",
        },
      ],
      otherwise: { block: block(succeed("R")) },
      output: template(object({ ok: lit(false) })),
    };
    expect(state(node)).toEqual({
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input.ok %}", Assign: { a: 1 }, Comment: "fine", Next: "S" }],
      Default: "R",
      Output: { ok: false },
    });
  });
});

describe("templates", () => {
  test("plain text that Step Functions or a deployment tool would change is written as an expression", () => {
    const node = pass("P", {
      output: template(object({ a: lit("costs ${x}"), b: lit("{% no %}"), c: lit("{% open") })),
    });
    expect(state(node)).toMatchObject({
      Output: { a: "{% 'costs $' & '{x}' %}", b: "{% '{% no %}' %}", c: "{% open" },
    });
  });

  test("an object with a field that may be missing is one expression, in which it vanishes (R-JA-16, R-JA-17)", () => {
    const body = object({
      id: member(input, "id"),
      note: maybe(member(input, "meta"), "note"),
      inner: object({ a: member(input, "a") }),
    });
    expect(state(pass("P", { output: template(body) }))).toMatchObject({
      Output:
        "{% {'id': $states.input.id, 'note': $states.input.meta.note, 'inner': {'a': $states.input.a}} %}",
    });
    expect(findings(pass("P", { output: template(object({ deep: body })) }))).toEqual([
      "arrow/optional-field /States/P/Output/deep",
    ]);
  });

  test("a value that may be missing is refused where one is needed", () => {
    expect(findings(pass("P", { output: template(maybe(member(input, "a"), "b")) }))).toEqual([
      "arrow/undefined-result /States/P/Output",
    ]);
    expect(findings(pass("P", { output: template(object({ a: undef })) }))).toEqual([]);
  });

  test("constants are written as literals", () => {
    const body = object({
      limit: member(scope("constants"), "limits", "max"),
      text: {
        kind: "binary",
        operator: "+",
        left: lit("a"),
        right: member(scope("constants"), "name"),
        span: input.span,
      },
    });
    const { machine } = lower(
      workflow([pass("P", { output: template(body) })], { constants: { limits: { max: 10 }, name: "b" } }),
    );
    expect(machine.States.P).toMatchObject({ Output: { limit: 10, text: "{% 'a' & 'b' %}" } });
  });

  test("all variables at once are refused", () => {
    expect(findings(pass("P", { output: template(scope("vars")) }))).toEqual([
      "arrow/unsupported /States/P/Output",
    ]);
  });
});

describe("Assign", () => {
  const total = { id: 0, name: "total" };
  const withConst = (body: ReturnType<typeof object>, value = call(member(input, "name"), "toUpperCase")) =>
    pass("P", {
      assign: template({ kind: "let", bindings: [{ local: total, value }], body, span: body.span }),
    });

  test("a const goes into each expression that needs it", () => {
    expect(state(withConst(object({ a: local(total), b: lit(1) })))).toMatchObject({
      Assign: { a: "{% ($total := $uppercase($states.input.name); $total) %}", b: 1 },
    });
  });

  test("an identifier that two variables share is refused: it would be another one each time", () => {
    const id = globalCall("crypto.randomUUID");
    expect(findings(withConst(object({ a: local(total), b: local(total) }), id))).toEqual([
      "arrow/unsupported /States/P/Assign",
    ]);
    expect(findings(withConst(object({ a: local(total) }), id))).toEqual([]);
  });

  test("something else than an object literal is refused", () => {
    expect(findings(pass("P", { assign: template(member(input, "all")) }))).toEqual([
      "arrow/unsupported /States/P/Assign",
    ]);
  });

  test("names are Unicode identifiers, and `states` is taken (R-VAR-03)", () => {
    expect(
      findings(
        pass("P", { assign: template(object({ größe: lit(1), _x: lit(1), "a-b": lit(1), states: lit(1) })) }),
      ),
    ).toEqual([
      "builder/variable-name /States/P/Assign/_x",
      "builder/variable-name /States/P/Assign/a-b",
      "builder/variable-name /States/P/Assign/states",
    ]);
  });

  test("a branch cannot assign a variable of the scope around it, wherever that assigns it (R-VAR-09)", () => {
    const inner = pass("I", { assign: template(object({ n: lit(1) })) });
    const outer = pass("O", { assign: template(object({ n: lit(2) })) });
    const steps: Step[] = [{ kind: "parallel", name: "P", branches: [{ block: block(inner) }] }, outer];
    expect(lower(workflow(steps)).diagnostics.map(({ code }) => code)).toEqual(["builder/outer-variable"]);
  });

  test("a variable must not hide a function that an expression calls", () => {
    const steps = [
      pass("A", { assign: template(object({ uppercase: lit(1) })) }),
      pass("B", { output: template(call(member(input, "s"), "toUpperCase")) }),
    ];
    expect(lower(workflow(steps)).diagnostics).toMatchObject([
      { code: "builder/hidden-function", pointer: "/States/B/Output" },
    ]);
  });
});

test("origins: the call of a state, of a field, of a rule; `relocate` takes the nearest", async () => {
  const { relocate } = await import("../src/index.ts");
  const node: StateNode = {
    ...task("T", { retry: [{ errorEquals: ["A"], origin: at(4) }] }),
    origin: at(1),
    fieldOrigins: { output: at(2), "retry.0": at(3) },
    output: { kind: "arrow", arrow: { ...arrow(binary(member(input, "a"), "*", lit(2))), origin: at(2) } },
  };
  const { origins } = lower(workflow([node], { origin: at(0) }));
  expect(Object.keys(origins).sort()).toEqual(["", "/States/T", "/States/T/Output", "/States/T/Retry/0"]);
  const finding = { code: "x/y", severity: "error", message: "m", pointer: "/States/T/Output/deep" } as const;
  expect(relocate([finding], origins)).toEqual([
    {
      ...finding,
      file: "/order.ts",
      range: { start: at(2).position, end: at(2).position },
      emitted: { pointer: finding.pointer },
    },
  ]);
  expect(relocate([{ ...finding, pointer: "/States/Other" }], origins)).toMatchObject([
    { range: { start: { line: 0 } } },
  ]);
  expect(relocate([finding], {})).toEqual([finding]);
});
