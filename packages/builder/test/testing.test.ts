import { describe, expect, expectTypeOf, test } from "vitest";
import { lambda, nested, param, sqs, type Workflow, workflow } from "../src/index.ts";
import { coverage, fromRecording, simulate, type WorkflowMocks } from "../src/testing-vitest.ts";

// The testing kit: typed mocks, matchers, coverage of a test file.

interface Order {
  id: string;
  total: number;
}
declare function chargeCard(event: { orderId: string }): Promise<{ chargeId: string }>;
declare function shipItems(event: { chargeId: string }): Promise<void>;

const charge = lambda<typeof chargeCard, "CardDeclined">(param("ChargeArn"));
const approve = sqs.sendMessage().waitForTaskToken<{ approved: boolean }>();

const newOrders = () =>
  workflow("orders")
    .input<Order>()
    .task("Charge", charge)
    .arguments(({ input }) => ({ orderId: input.id }))
    .retry({ errorEquals: ["CardDeclined"], intervalSeconds: 2, maxAttempts: 1 })
    .catch("CardDeclined", (handler) => handler.fail("Declined", { error: "Declined", cause: "No card." }))
    .task("Approve", approve)
    .arguments(({ input, taskToken }) => ({
      QueueUrl: "q",
      MessageBody: { token: taskToken, id: input.chargeId },
    }))
    .timeoutSeconds(3600)
    .choice("Approved?")
    .when(
      (input) => input.approved,
      (branch) => branch.pass("Ship").output(() => "shipped" as const),
    )
    .otherwise((branch) => branch.pass("Drop").output(() => "dropped" as const))
    .end();
const orders = newOrders();
const input = { id: "A-1", total: 3 };
const Charge = { result: { chargeId: "c-1" } };
const Approve = { callback: { result: { approved: true } }, afterSeconds: 60 };
const declined = { error: "CardDeclined", cause: "expired" } as const;

describe("mocks", () => {
  test("are data, a list with one answer for each call, or functions", async () => {
    const run = await simulate(orders, {
      input,
      mocks: {
        states: {
          Charge: [declined, async ({ orderId }, { attempt }) => ({ chargeId: `${orderId}-${attempt}` })],
          Approve: (_, { token }) => {
            token.heartbeat({ afterSeconds: 10 });
            token.succeed({ approved: false }, { afterSeconds: 20 });
          },
        },
      },
    });
    expect(run).toSucceedWith("dropped");
    expect(run.elapsedSeconds).toBe(2 + 20);
    expect(run.calls.map(({ state, attempt }) => `${state} ${attempt}`)).toEqual([
      "Charge 0",
      "Charge 1",
      "Approve 0",
    ]);
  });

  test("a list with functions is used up like any other", async () => {
    const run = await simulate(orders, {
      input,
      mocks: {
        states: {
          Charge: [
            () => {
              throw new Error("no");
            },
          ],
        },
      },
    });
    expect(run).toFailWith("Error", /no/);
    const again = await simulate(orders, {
      input,
      mocks: {
        states: {
          Charge: [
            () => {
              throw Object.assign(new Error("x"), { name: "CardDeclined" });
            },
          ],
        },
      },
    });
    expect(again.status).toBe("REFUSED");
    expect(again.diagnostics.map(({ code }) => code)).toEqual(["simulate/no-mock"]);
  });

  test("`when` chooses in a list with functions too", async () => {
    const other = { when: { orderId: "B" }, result: { chargeId: "b" } };
    const run = await simulate(orders, {
      input,
      mocks: { states: { Charge: [other, () => ({ chargeId: "a" })], Approve } },
    });
    expect(run).toSucceedWith("shipped");
  });

  test("a function that never answers times out where there is a limit, else the run waits", async () => {
    const never = () => new Promise<never>(() => undefined);
    const run = await simulate(orders, { input, mocks: { states: { Charge: never } }, handlerSeconds: 0.05 });
    expect(run).toMatchObject({ status: "WAITING", waiting: [{ state: "Charge" }] });
    const late = await simulate(orders, {
      input,
      mocks: { states: { Charge, Approve: never } },
      handlerSeconds: 0.05,
    });
    expect(late).toFailWith("States.Timeout");
    expect(late.elapsedSeconds).toBe(3600);
  });

  test("of a Step Functions Local file run as they stand; an unknown test case is refused", async () => {
    const file = {
      StateMachines: { orders: { TestCases: { Happy: { Charge: "Paid", Approve: "Yes" } } } },
      MockedResponses: {
        Paid: { "0": { Return: { StatusCode: 200, Payload: { chargeId: "c" } } } },
        Yes: { "0": { Return: { approved: true } } },
      },
    };
    expect(await simulate(orders, { input, localMocks: { file, testCase: "Happy" } })).toSucceedWith(
      "shipped",
    );
    const wrong = await simulate(orders, { input, localMocks: { file, testCase: "Hapy" } });
    expect(wrong.diagnostics[0]?.help).toBe('Did you mean "Happy"?');
  });

  test("of a recording: any number of runs", async () => {
    const recorded = fromRecording<Order>({
      input: { id: "R", total: 1 },
      tasks: [
        { state: "Charge", result: { Payload: { chargeId: "r" }, StatusCode: 200 } },
        { state: "Approve", submitted: {}, result: { approved: true } },
      ],
      expected: { status: "SUCCEEDED" },
    });
    for (let time = 0; time < 2; time += 1) {
      const run = await simulate(orders, { ...recorded });
      expect(run).toSucceedWith("shipped");
      expect(run).toHaveCalled("Charge", { orderId: "R" });
    }
    const broken = await simulate(orders, { ...fromRecording({ tasks: 3 }), input });
    expect(broken.diagnostics[0]?.code).toBe("simulate/broken-recording");
  });
});

describe("the types of mocks", () => {
  type Mocked = NonNullable<WorkflowMocks<typeof orders>["states"]>;

  test("know the tasks of every block, branch, item and fragment", () => {
    expectTypeOf<keyof Mocked>().toEqualTypeOf<"Charge" | "Approve">();
    const deep = workflow("deep")
      .input<Order>()
      .parallel(
        "Both",
        (branch) => branch.task("Left", charge).arguments(({ input }) => ({ orderId: input.id })),
        (branch) =>
          branch.map(
            "Each",
            () => ["a"],
            (each) => each.task("Item", charge).arguments(({ input }) => ({ orderId: input })),
          ),
      )
      .use((block) => block.task("Ship", lambda<typeof shipItems>("f")).arguments(() => ({ chargeId: "c" })))
      .end();
    expectTypeOf<keyof NonNullable<WorkflowMocks<typeof deep>["states"]>>().toEqualTypeOf<
      "Left" | "Item" | "Ship"
    >();
  });

  test("a workflow that is declared without its tasks takes any mock", () => {
    const declaredOnly: Workflow<Order, unknown> = orders;
    const states: Record<string, { result: number }> = { Anything: { result: 1 } };
    expectTypeOf<WorkflowMocks<typeof declaredOnly>["states"]>().not.toBeNever();
    void (() => simulate(declaredOnly, { input, mocks: { states } }));
  });

  test("a nested workflow is answered by its description, the output in it", async () => {
    const outer = workflow("outer").input<Order>().task("Inner", nested(newOrders(), "arn").sync()).end();
    const run = await simulate(outer, {
      input,
      mocks: { states: { Inner: { result: { Output: "shipped" } } } },
    });
    expect(run).toSucceedWith("shipped");
    // @ts-expect-error the output of the inner workflow is "shipped" or "dropped"
    void (() => simulate(outer, { input, mocks: { states: { Inner: { result: { Output: "lost" } } } } }));
  });
});

/** The message of a matcher that fails. */
function messageOf(check: () => void): string {
  try {
    check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "it holds";
}

describe("matchers say", () => {
  const path = "Its path:\n  Charge\n  Approve\n  Approved? → Ship\n  Ship\n  SUCCEEDED";
  const succeeded = () => simulate(orders, { input, mocks: { states: { Charge, Approve } } });
  const failed = () => simulate(orders, { input, mocks: { states: { Charge: declined } } });

  test("toSucceedWith: the other output, or how it ended", async () => {
    expect(await succeeded()).toSucceedWith();
    expect(await failed()).not.toSucceedWith();
    const run = await succeeded();
    expect(messageOf(() => expect(run).toSucceedWith("dropped"))).toBe(
      `The execution succeeded with another output.\n${path}`,
    );
    const bad = await failed();
    expect(messageOf(() => expect(bad).toSucceedWith("shipped"))).toBe(
      'Expected the execution to succeed with "shipped". It ended FAILED (Declined: No card.).\nIts path:\n' +
        "  Charge ↻ CardDeclined, again in 2 s\n  Charge ↷ CardDeclined → Declined\n  Declined ✗\n  FAILED Declined",
    );
  });

  test("toFailWith: what it failed with instead", async () => {
    const run = await failed();
    expect(run).toFailWith("Declined", "No card.");
    expect(run).not.toFailWith("Declined", "other");
    expect(messageOf(() => expect(run).toFailWith(/^Refused/))).toContain(
      "Expected the execution to fail with /^Refused/. It ended FAILED (Declined: No card.).",
    );
  });

  test("toVisit: the first state that is missing in that order, and the path", async () => {
    const run = await succeeded();
    expect(run).toVisit("Charge", "Ship");
    expect(run).not.toVisit("Drop");
    expect(messageOf(() => expect(run).toVisit("Ship", "Charge"))).toBe(
      `Expected the execution to visit Ship, Charge, but it never came to "Charge" there.\n${path}`,
    );
  });

  test("toHaveCalled: the arguments it was called with", async () => {
    const run = await succeeded();
    expect(run).toHaveCalled("Charge");
    expect(run).toHaveCalled("Charge", { orderId: "A-1" });
    expect(run).toHaveCalled("Charge", { orderId: expect.stringMatching(/^A/) });
    expect(messageOf(() => expect(run).toHaveCalled("Charge", { orderId: "B" }))).toContain(
      '"Charge" was called with other arguments.',
    );
    const bad = await failed();
    expect(messageOf(() => expect(bad).toHaveCalled("Approve"))).toContain(
      'Expected "Approve" to be called. It was not called.',
    );
    expect(messageOf(() => expect(bad).toHaveCalled("Charge", { orderId: "B" }))).toContain(
      'It was called with:\n  {"orderId":"A-1"}\n  {"orderId":"A-1"}',
    );
    expect(messageOf(() => expect(bad).not.toHaveCalled("Charge"))).toContain(
      'Expected "Charge" not to be called.',
    );
  });
});

test("the path is made for a snapshot", async () => {
  const run = await simulate(orders, { input, mocks: { states: { Charge: [declined, Charge], Approve } } });
  expect(run.path).toMatchInlineSnapshot(`
    "Charge ↻ CardDeclined, again in 2 s
    Charge
    Approve
    Approved? → Ship
    Ship
    SUCCEEDED"
  `);
});

describe("coverage", () => {
  test("adds up the runs of a workflow, and names what is missing with its line", async () => {
    const fresh = newOrders();
    expect(coverage(fresh).states.taken).toBe(0);
    await simulate(fresh, { input, mocks: { states: { Charge: [declined, Charge], Approve } } });
    const found = coverage(fresh);
    expect(found.missing.map(({ state, what }) => `${state} ${what}`.trim())).toEqual([
      "Charge Catch[0] on CardDeclined → Declined",
      "Declined",
      "Approved? Default → Drop",
      "Drop",
    ]);
    expect(found.missing[0]?.file).toMatch(/testing\.test\.ts$/);
    expect(messageOf(() => expect(found).toBeComplete())).toContain(`:${found.missing[0]?.line}  "Charge"`);
    expect(found).toBeComplete({ except: ["Declined", "Drop", "Approved?", "/States/Charge/Catch/0"] });
    expect(found.lcov).toContain("FN:");
    await simulate(fresh, { input, mocks: { states: { Charge: declined } } });
    await simulate(fresh, {
      input,
      mocks: { states: { Charge, Approve: { callback: { result: { approved: false } } } } },
    });
    expect(coverage(fresh)).toBeComplete();
    expect(messageOf(() => expect(coverage(fresh)).not.toBeComplete())).toContain("orders");
  });
});
