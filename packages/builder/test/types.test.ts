import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import {
  arn,
  fragment,
  lambda,
  nested,
  param,
  sqs,
  type Workflow,
  type WorkflowInput,
  type WorkflowOutput,
  workflow,
} from "../src/index.ts";

// These are checked by the compiler; run, they also go through the builder.

interface Charged {
  chargeId: string;
  at: Date;
}

declare function chargeCard(event: { orderId: string; amount: number }): Promise<Charged>;

const charge = lambda<typeof chargeCard, "CardDeclined">(param("ChargeArn"));
const start = workflow("orders", { constants: { limit: 10 } }).input<{
  id: string;
  kind: "card" | "invoice";
  total: number;
}>();
const charged = start
  .task("Charge", charge)
  .arguments(({ input }) => ({ orderId: input.id, amount: input.total }));

describe("what an arrow can read has a type, never any", () => {
  test("in arguments", () => {
    start.task("Charge", charge).arguments(({ input, vars, context, constants, taskToken }) => {
      expectTypeOf(input).toEqualTypeOf<{ id: string; kind: "card" | "invoice"; total: number }>();
      expectTypeOf(vars).not.toBeAny();
      expectTypeOf(context.Execution.Name).toEqualTypeOf<string>();
      expectTypeOf(context.Execution.Input).toEqualTypeOf<unknown>();
      expectTypeOf(constants.limit).toEqualTypeOf<10>();
      expectTypeOf(taskToken).toEqualTypeOf<string>();
      return { orderId: input.id, amount: constants.limit };
    });
  });

  test("in output and assign: the result after its way through JSON", () => {
    charged
      .assign(({ result, input, vars }) => {
        expectTypeOf(result).toEqualTypeOf<{ chargeId: string; at: string }>();
        expectTypeOf(input).not.toBeAny();
        expectTypeOf(vars).not.toBeAny();
        return { chargeId: result.chargeId };
      })
      .pass("Next")
      .output(({ vars }) => {
        expectTypeOf(vars).toEqualTypeOf<{ readonly chargeId: string }>();
        return vars.chargeId;
      });
  });

  test("at the leaves of a template", () => {
    charged.output({
      id: ({ result }) => {
        expectTypeOf(result).toEqualTypeOf<{ chargeId: string; at: string }>();
        return result.chargeId;
      },
    });
  });

  test("in a test", () => {
    start.choice("Kind?").when(
      (input, { vars, context, constants }) => {
        expectTypeOf(input.total).toEqualTypeOf<number>();
        expectTypeOf(vars).not.toBeAny();
        expectTypeOf(context).not.toBeAny();
        return input.total > constants.limit;
      },
      (branch) => branch.fail("Much"),
    );
  });

  test("in a handler, its catcher and what they hand on", () => {
    charged.catch(
      "CardDeclined",
      {
        assign: ({ error, input, vars }) => {
          expectTypeOf(error).toEqualTypeOf<{ readonly Error: "CardDeclined"; readonly Cause: string }>();
          expectTypeOf(input.id).toEqualTypeOf<string>();
          expectTypeOf(vars).not.toBeAny();
          return { why: error.Cause };
        },
      },
      (handler) =>
        handler.pass("Declined").output(({ input, vars }) => {
          expectTypeOf(input).toEqualTypeOf<{ readonly Error: "CardDeclined"; readonly Cause: string }>();
          expectTypeOf(vars).toEqualTypeOf<{ readonly why: string }>();
          return vars.why;
        }),
    );
  });

  test("in a Map", () => {
    const result = start
      .map(
        "Each",
        {
          items: ({ input }) => [{ sku: input.id }],
          itemSelector: ({ item, index, input }) => {
            expectTypeOf(item).toEqualTypeOf<{ sku: string }>();
            expectTypeOf(index).toEqualTypeOf<number>();
            expectTypeOf(input.id).toEqualTypeOf<string>();
            return { sku: item.sku, index };
          },
        },
        (each) =>
          each.pass("One").output(({ input }) => {
            expectTypeOf(input).toEqualTypeOf<{ sku: string; index: number }>();
            return input.index;
          }),
      )
      .end();
    expectTypeOf<WorkflowOutput<typeof result>>().toEqualTypeOf<number[]>();
  });
});

describe("what a state hands on", () => {
  test("is the task's result, unless an output says else", () => {
    const whole = charged.end();
    expectTypeOf<WorkflowOutput<typeof whole>>().toEqualTypeOf<{ chargeId: string; at: string }>();
    const part = charged.output({ id: ({ result }) => result.chargeId, status: "paid", times: 3 }).end();
    expectTypeOf<WorkflowOutput<typeof part>>().toEqualTypeOf<{
      id: string;
      status: "paid";
      times: number;
    }>();
  });

  test("keeps the literal type of texts and widens numbers, so that counters can loop", () => {
    const done = start
      .pass("Count")
      .output(() => ({ status: "open", n: 0 }))
      .end();
    expectTypeOf<WorkflowOutput<typeof done>>().toEqualTypeOf<{ status: "open"; n: number }>();
  });

  test("is a tuple behind a Parallel", () => {
    const both = start
      .parallel(
        "Both",
        (branch) => branch.pass("A").output(() => 1),
        (branch) => branch.pass("B").output(() => ["x"]),
      )
      .output(({ result: [first, second] }) => ({ first, second }))
      .end();
    expectTypeOf<WorkflowOutput<typeof both>>().toEqualTypeOf<{ first: number; second: "x"[] }>();
  });

  test("is the union of all branches behind a Choice, and of a handler that goes on", () => {
    const joined = charged
      .catch("CardDeclined", (handler) => handler.pass("Declined").output(() => "none"))
      .end();
    expectTypeOf<WorkflowOutput<typeof joined>>().toEqualTypeOf<"none" | { chargeId: string; at: string }>();
  });

  test("includes what a Succeed ends with", () => {
    const done = start
      .choice("Kind?")
      .when(
        (input) => input.total > 3,
        (branch) => branch.succeed("Big", { output: ({ input }) => input.total }),
      )
      .otherwise((branch) => branch.succeed("Same"))
      .end();
    expectTypeOf<WorkflowOutput<typeof done>>().toEqualTypeOf<
      number | { id: string; kind: "card" | "invoice"; total: number }
    >();
  });
});

describe("a test narrows", () => {
  type Payment = { kind: "card"; card: string } | { kind: "invoice"; due: number };
  const payment = workflow("pay").input<Payment>();

  test("a discriminated union, and the rest goes on", () => {
    const both = payment
      .choice("Kind?")
      .when(
        (input) => input.kind === "card",
        (branch) =>
          branch.pass("Card").output(({ input }) => {
            expectTypeOf(input).toEqualTypeOf<{ kind: "card"; card: string }>();
            return 1;
          }),
      )
      .otherwise((branch) =>
        branch.pass("Invoice").output(({ input }) => {
          expectTypeOf(input).toEqualTypeOf<{ kind: "invoice"; due: number }>();
          return "x";
        }),
      )
      .end();
    expectTypeOf<WorkflowOutput<typeof both>>().toEqualTypeOf<number | "x">();
  });

  test("until nothing is left, and then the chain goes on without otherwise", () => {
    payment
      .choice("Kind?")
      .when(
        (input) => input.kind === "card",
        (branch) => branch.pass("Card"),
      )
      .when(
        (input): input is { kind: "invoice"; due: number } => input.kind === "invoice",
        (branch) => branch.pass("Invoice"),
      )
      .end();
  });
});

test("a variable that only some paths assign may be undefined", () => {
  start
    .choice("Kind?")
    .when(
      (input) => input.kind === "card",
      (branch) => branch.pass("Card").assign(() => ({ oid: 3 })),
    )
    .otherwise((branch) => branch)
    .pass("After")
    .output(({ vars }) => {
      expectTypeOf(vars.oid).toEqualTypeOf<number | undefined>();
      return vars.oid ?? null;
    });
});

test("a jump forward joins the input of its target", () => {
  start
    .choice("Kind?")
    .when(
      (input) => input.total > 1,
      (branch) =>
        branch
          .pass("Big")
          .output(() => 5)
          .next("Late"),
    )
    .otherwise((branch) => branch.pass("Small").output(() => "s"))
    .pass("Between")
    .pass("Late")
    .output(({ input }) => {
      expectTypeOf(input).toEqualTypeOf<number | "s">();
      return 1;
    })
    .end();
});

test("the workflow's input is the schema's input side: nothing parses inside Step Functions", () => {
  const Dated = z.object({ at: z.string().transform((text) => new Date(text)), n: z.number().default(1) });
  const dated = workflow("dated").input(Dated).pass("Same").end();
  expectTypeOf<WorkflowInput<typeof dated>>().toEqualTypeOf<{ at: string; n?: number | undefined }>();
});

describe("other tasks", () => {
  test("by their ARN, with the types that are given", () => {
    start
      .task("Call", arn<{ x: string }, { y: number }, "Boom">("arn:aws:states:::x:y"))
      .arguments(({ input }) => ({ x: input.id }))
      .retry({ errorEquals: ["Boom", "States.ALL"] })
      .output(({ result }) => {
        expectTypeOf(result).toEqualTypeOf<{ y: number }>();
        return result.y;
      });
  });

  test("that wait for a callback have the result that is handed in", () => {
    const Answer = z.object({ ok: z.boolean() });
    start
      .task("Ask", sqs.sendMessage().waitForTaskToken(Answer))
      .arguments({ QueueUrl: param("Url"), MessageBody: ({ taskToken }) => ({ taskToken }) })
      .output(({ result }) => {
        expectTypeOf(result).toEqualTypeOf<{ ok: boolean }>();
        return result.ok;
      });
  });

  test("that run another workflow have its types", () => {
    const inner: Workflow<{ id: string }, number> = workflow("inner")
      .input<{ id: string }>()
      .pass("Length")
      .output(({ input }) => input.id.length)
      .end();
    start.task("Inner", nested(inner, param("InnerArn")).sync()).output(({ result }) => {
      expectTypeOf(result).toEqualTypeOf<number>();
      return result;
    });
  });
});

test("a fragment is typed by what it needs and hands on", () => {
  const measure = fragment<{ id: string }>()((branch) =>
    branch
      .pass("Measure")
      .assign(({ input }) => ({ measured: input.id }))
      .output(({ input }) => ({ length: input.id.length })),
  );
  start
    .use(measure)
    .pass("After")
    .output(({ input, vars }) => {
      expectTypeOf(input).toEqualTypeOf<{ length: number }>();
      expectTypeOf(vars.measured).toEqualTypeOf<string>();
      return input.length;
    });
});
