import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  dynamodb,
  isWorkflow,
  lambda,
  lambdaArn,
  lambdaDefaults,
  nested,
  param,
  sqs,
  workflow,
  workflowTree,
} from "../src/index.ts";

const begin = workflow("orders").input<{ id: string; n: number }>();

/** The first state of a finished workflow. */
function firstState(finished: Parameters<typeof workflowTree>[0]): unknown {
  return workflowTree(finished).body.steps[0];
}

/** A workflow as JavaScript sees it, without types that would refuse the mistake. */
interface Untyped {
  (...given: readonly unknown[]): Untyped;
  readonly [method: string]: Untyped;
}
const untyped = begin as unknown as Untyped;
const finished = (chain: Untyped): Parameters<typeof workflowTree>[0] =>
  chain.end?.() as unknown as Parameters<typeof workflowTree>[0];

describe("the tree", () => {
  test("holds the steps in the order of the calls", () => {
    const tree = workflowTree(begin.pass("A").wait("B", { seconds: 3 }).succeed("C").end());
    expect(tree).toMatchObject({ kind: "workflow", name: "orders", queryLanguage: "JSONata", problems: [] });
    expect(tree.body.steps.map((step) => [step.kind, "name" in step ? step.name : ""])).toEqual([
      ["pass", "A"],
      ["wait", "B"],
      ["succeed", "C"],
    ]);
  });

  test("is frozen JSON, which can cross a process", () => {
    const tree = workflowTree(
      workflow("w", { constants: { list: [1, { a: 2 }] } })
        .input(z.object({ id: z.string() }))
        .task("T", dynamodb.putItem())
        .arguments({ TableName: param("Table"), Item: { id: { S: ({ input }) => input.id } } })
        .end(),
    );
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
    const open: unknown[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if (!Object.isFrozen(value)) open.push(value);
      for (const part of Object.values(value)) visit(part);
    };
    visit(tree);
    expect(open).toEqual([]);
  });

  test("a call yields a new chain and leaves the one before as it was", () => {
    const first = begin.pass("A");
    const one = first.output(() => 1).end();
    const two = first.output(() => 2).end();
    expect(firstState(one)).toMatchObject({ output: { arrow: { text: "() => 1" } } });
    expect(firstState(two)).toMatchObject({ output: { arrow: { text: "() => 2" } } });
    expect(Object.isFrozen(first)).toBe(true);
  });

  test("branches, jumps and ends stand where they were written", () => {
    const tree = workflowTree(
      begin
        .pass("Again")
        .choice("Much?")
        .when(
          (input, { context }) => input.n > 3 && context.State.RetryCount === 0,
          (branch) => branch.pass("More").next("Again"),
        )
        .otherwise((branch) => branch.pass("Done").end())
        .end(),
    );
    expect(tree.body.steps[1]).toMatchObject({
      kind: "choice",
      rules: [{ block: { steps: [{ name: "More" }, { kind: "jump", target: "Again" }] } }],
      otherwise: { block: { steps: [{ name: "Done" }, { kind: "end" }] } },
    });
  });

  test("a block of `use` is part of the chain", () => {
    const tree = workflowTree(
      begin
        .use((part) => part.pass("A").pass("B"))
        .pass("C")
        .end(),
    );
    expect(tree.body.steps).toHaveLength(3);
  });

  test("what a catcher or rule hands on stands with it", () => {
    const call = lambdaArn<(event: { id: string; n: number }) => number, "Boom">("arn:x");
    const state = firstState(
      begin
        .task("T", call)
        .catch("Boom", { output: ({ error }) => error.Cause, assign: { failed: true } }, (handler) =>
          handler.pass("H"),
        )
        .end(),
    );
    expect(state).toMatchObject({
      catch: [
        {
          errorEquals: ["Boom"],
          output: { kind: "arrow" },
          assign: { kind: "object", entries: [["failed", { kind: "value", value: true }]] },
          block: { steps: [{ name: "H" }] },
        },
      ],
    });
  });

  test("a Map and a Distributed Map", () => {
    const items = ({ input }: { input: { n: number } }): number[] => [input.n];
    expect(
      firstState(begin.map("M", items, (each) => each.pass("P"), { maxConcurrency: 2 }).end()),
    ).toMatchObject({
      kind: "map",
      items: { kind: "arrow" },
      maxConcurrency: 2,
      body: { steps: [{ name: "P" }] },
    });
    expect(
      firstState(
        begin
          .distributedMap("D", { items, itemBatcher: { maxItemsPerBatch: 5 } }, (each) => each.pass("P"), {
            executionType: "EXPRESS",
            label: "All",
            toleratedFailurePercentage: 10,
          })
          .end(),
      ),
    ).toMatchObject({
      distributed: {
        executionType: "EXPRESS",
        label: "All",
        toleratedFailurePercentage: 10,
        itemBatcher: { kind: "object", entries: [["MaxItemsPerBatch", { value: 5 }]] },
      },
    });
  });
});

describe("tasks", () => {
  type Handler = (event: { id: string; n: number }) => Promise<{ ok: boolean }>;

  test("a function is invoked with its payload and answers with it", () => {
    const Result = z.object({ ok: z.boolean() });
    const call = lambda<Handler, "Boom">(param("Arn"), {
      result: Result,
      errors: ["Boom"],
      qualifier: "live",
    });
    expect(call.definition).toMatchObject({
      resource: "arn:aws:states:::lambda:invoke",
      fixedArguments: { FunctionName: { kind: "param", name: "Arn" }, Qualifier: { value: "live" } },
      argumentsField: "Payload",
      resultField: "Payload",
      resultSchema: { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"] },
      errors: ["Boom"],
    });
  });

  test("a callback has no envelope: its result is what is handed in", () => {
    const { definition } = lambda<Handler>("f").waitForTaskToken<number>({ type: "number" });
    expect(definition).toMatchObject({
      resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      resultSchema: { type: "number" },
    });
    expect(definition).not.toHaveProperty("resultField");
    expect(sqs.sendMessage().waitForTaskToken<1>().definition.resource).toBe(
      "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    );
  });

  test("another workflow brings its schemas", () => {
    const inner = workflow("inner")
      .input(z.object({ id: z.string() }))
      .output(z.number())
      .pass("P");
    const done = inner.output(() => 1).end();
    expect(nested(done, param("Inner")).sync().definition).toMatchObject({
      resource: "arn:aws:states:::states:startExecution.sync:2",
      argumentsField: "Input",
      resultField: "Output",
      argumentsSchema: { required: ["id"] },
      resultSchema: { type: "number" },
    });
  });

  test("the recommended retry can be given as it is", () => {
    const state = firstState(begin.task("T", lambda<Handler>("f")).retry(lambdaDefaults).end());
    expect(state).toMatchObject({ retry: [{ maxAttempts: 3, jitterStrategy: "FULL" }] });
  });
});

describe("where a call was written", () => {
  test("stands with states, fields, arrows, rules and parameters", () => {
    const line = Number(/chain\.test\.ts:(\d+)/.exec(new Error().stack ?? "")?.[1]);
    const tree = workflowTree(
      workflow("here")
        .pass("A")
        .output(() => 1)
        .task("T", dynamodb.putItem())
        .arguments({ TableName: param("Table"), Item: {} })
        .end(),
    );
    const [first, second] = tree.body.steps;
    expect(first?.origin?.position.line).toBe(line + 2);
    expect(first?.origin?.file).toContain(fileURLToPath(import.meta.url));
    expect(first).toMatchObject({
      fieldOrigins: { output: { position: { line: line + 3 } } },
      output: { arrow: { origin: { position: { line: line + 3 } } } },
    });
    expect(second).toMatchObject({
      fieldOrigins: { arguments: { position: { line: line + 5 } } },
      arguments: {
        entries: [
          ["TableName", { origin: { position: { line: line + 5 } } }],
          ["Item", {}],
        ],
      },
    });
  });

  test("costs little", () => {
    const before = performance.now();
    for (let count = 0; count < 1000; count += 1) begin.pass("A");
    console.info(`${((performance.now() - before) / 1000).toFixed(4)} ms a call`);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe("mistakes that only JavaScript lets through are diagnostics, never exceptions", () => {
  const codes = (chain: Untyped): readonly string[] =>
    workflowTree(finished(chain)).problems.map(({ code }) => code);

  test("a call that the state has no field for", () => {
    const chain = untyped.pass?.("A").retry?.({ errorEquals: ["States.ALL"] }) as Untyped;
    expect(workflowTree(finished(chain)).problems).toMatchObject([
      { code: "builder/misplaced-call", state: "A", range: { start: { line: expect.any(Number) } } },
    ]);
    expect(codes(untyped.succeed?.("A").otherwise?.(() => 1) as Untyped)).toEqual(["builder/misplaced-call"]);
  });

  test("a call before the first state", () => {
    expect(codes(untyped.assign?.({ a: 1 }) as Untyped)).toEqual(["builder/no-state"]);
  });

  test("a branch that does not return its chain", () => {
    const chain = untyped.choice?.("C").when?.(
      () => true,
      () => undefined,
    ) as Untyped;
    expect(codes(chain)).toEqual(["builder/branch-result"]);
    expect(codes(untyped.parallel?.("P", 5) as Untyped)).toEqual(["builder/branch-result"]);
  });

  test("values that are no JSON", () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    for (const value of [new Date(0), new Map(), 1n, Number.NaN, Symbol("s"), circle]) {
      expect(codes(untyped.pass?.("A").output?.({ value }) as Untyped)).toEqual(["builder/template-value"]);
    }
    expect(codes(untyped.wait?.("W", {}) as Untyped)).toEqual(["builder/template-value"]);
  });

  test("constants that are no JSON", () => {
    const limit = (() => 1) as unknown as number;
    const tree = workflowTree(workflow("w", { constants: { limit } }).pass("A").end());
    expect(tree.problems.map(({ code }) => code)).toEqual(["builder/template-value"]);
  });

  test("a schema without a JSON form", () => {
    const schema = { "~standard": { version: 1, vendor: "mine" } };
    expect(codes(untyped.input?.(schema).pass?.("A") as Untyped)).toEqual(["builder/schema"]);
    expect(codes(untyped.input?.(z.object({ at: z.date() })).pass?.("A") as Untyped)).toEqual([
      "builder/schema",
    ]);
    expect(codes(untyped.input?.(5).pass?.("A") as Untyped)).toEqual(["builder/schema"]);
  });

  test("a task that is not told what to call", () => {
    expect(codes(untyped.task?.("T") as Untyped)).toEqual(["builder/no-task"]);
  });

  test("a task's schema without a JSON form", () => {
    const untypedLambda = lambda as unknown as (...given: readonly unknown[]) => unknown;
    const wrong = untypedLambda("f", { result: z.date() });
    expect(codes(untyped.task?.("T", wrong) as Untyped)).toEqual(["builder/schema"]);
  });

  test("names of members of Object.prototype are names like others", () => {
    const tree = workflowTree(
      workflow("w")
        .input<{ toString: string }>()
        .pass("__proto__")
        .output({ constructor: "a", ["__proto__"]: "b" })
        .pass("toString")
        .end(),
    );
    expect(tree.problems).toEqual([]);
    expect(tree.body.steps[0]).toMatchObject({
      name: "__proto__",
      output: {
        entries: [
          ["constructor", { value: "a" }],
          ["__proto__", { value: "b" }],
        ],
      },
    });
  });
});

describe("a finished workflow", () => {
  test("is known by its brand, also from another copy of the package", () => {
    expect(isWorkflow(begin.pass("A").end())).toBe(true);
    for (const value of [undefined, null, 5, {}, begin, begin.pass("A"), () => 1]) {
      expect(isWorkflow(value)).toBe(false);
    }
  });
});
