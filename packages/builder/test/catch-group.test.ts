import { describe, expect, expectTypeOf, test } from "vitest";
import { compile, lambda, type Workflow, workflow } from "../src/index.ts";
import { simulate } from "../src/testing.ts";

// One handler for a stretch of states; each Task, Parallel and Map has a `Catch` of its own (R-CATCH-01).

interface Order {
  readonly id: string;
}
declare function work(event: Order): Promise<Order>;
const called = lambda<typeof work, "Late">("arn:aws:lambda:eu-west-1:123456789012:function:f");
const begin = workflow("w").input<Order>();

const statesOf = (finished: Parameters<typeof compile>[0]) => {
  const { text, diagnostics } = compile(finished);
  return { states: JSON.parse(text).States, codes: diagnostics.map(({ code }) => code) };
};
const catchers = (state: { Catch?: { ErrorEquals: string[]; Next: string }[] }) =>
  state.Catch?.map(({ ErrorEquals, Next }) => [ErrorEquals.join(), Next]);

describe("withCatch", () => {
  test("writes the catcher into each state that can have one, and the handler once", () => {
    const { states, codes } = statesOf(
      begin
        .withCatch(
          "States.ALL",
          (handler) => handler.succeed("Failed"),
          (part) =>
            part
              .task("One", called)
              .pass("Between")
              .parallel("Both", (branch) => branch.task("Inner", called))
              .output(({ result }) => result[0]),
        )
        .pass("After")
        .end(),
    );
    expect(codes).toEqual([]);
    expect(catchers(states.One)).toEqual([["States.ALL", "Failed"]]);
    expect(catchers(states.Both)).toEqual([["States.ALL", "Failed"]]);
    expect(states.Between.Catch).toBeUndefined();
    expect(states.Both.Branches[0].States.Inner.Catch).toBeUndefined();
    expect(states.Both.Next).toBe("After");
    expect(Object.keys(states)).toEqual(["One", "Between", "Both", "Failed", "After"]);
  });

  test("stands behind a state's own catchers, and is left out where they leave it nothing", () => {
    const { states } = statesOf(
      begin
        .withCatch(
          "Late",
          (handler) => handler.succeed("TooLate"),
          (part) =>
            part
              .task("Some", called)
              .catch("States.Timeout", (handler) => handler.succeed("Slow"))
              .task("Whole", called)
              .catch("States.ALL", (handler) => handler.succeed("Any"))
              .task("Same", called)
              .catch("Late", (handler) => handler.succeed("Here")),
        )
        .end(),
    );
    expect(catchers(states.Some)).toEqual([
      ["States.Timeout", "Slow"],
      ["Late", "TooLate"],
    ]);
    expect(catchers(states.Whole)).toEqual([["States.ALL", "Any"]]);
    expect(catchers(states.Same)).toEqual([["Late", "Here"]]);
  });

  test("inside another, the inner catcher comes first; the inner handler has the outer one", () => {
    const { states } = statesOf(
      begin
        .withCatch(
          "States.ALL",
          (handler) => handler.succeed("Outer"),
          (part) =>
            part
              .withCatch(
                "Late",
                (handler) => handler.task("Again", called).arguments(() => ({ id: "a" })),
                (inner) => inner.task("Deep", called),
              )
              .task("Flat", called),
        )
        .end(),
    );
    expect(catchers(states.Deep)).toEqual([
      ["Late", "Again"],
      ["States.ALL", "Outer"],
    ]);
    expect(catchers(states.Again)).toEqual([["States.ALL", "Outer"]]);
    expect(catchers(states.Flat)).toEqual([["States.ALL", "Outer"]]);
    expect(states.Again.Next).toBe("Flat");
  });

  test("a handler that no state leads to is reported", () => {
    const { codes } = statesOf(
      begin
        .withCatch(
          "States.ALL",
          (handler) => handler.succeed("Never"),
          (part) => part.pass("Only"),
        )
        .end(),
    );
    expect(codes).toEqual(["builder/unreachable-state"]);
  });

  test("the handler's output joins the stretch's, and it reads the variables that the stretch begins with", async () => {
    const finished = begin
      .pass("Before")
      .assign(({ input }) => ({ first: input.id }))
      .withCatch(
        "Late",
        { output: ({ error }) => ({ late: error.Error }) },
        (handler) =>
          handler.pass("Handled").output(({ input, vars }) => ({ id: `${vars.first} ${input.late}` })),
        (part) => part.task("Work", called),
      )
      .pass("After")
      .output(({ input }) => input.id)
      .end();
    expectTypeOf(finished).toExtend<Workflow<Order, string>>();
    const late = await simulate(finished, {
      input: { id: "a" },
      mocks: { states: { Work: { error: "Late" } } },
    });
    expect(late.output).toBe("a Late");
    const well = await simulate(finished, {
      input: { id: "a" },
      mocks: { states: { Work: { result: { id: "b" } } } },
    });
    expect(well.output).toBe("b");
  });

  test("a jump into the stretch and a jump out of it go where they say", () => {
    const { states, codes } = statesOf(
      begin
        .pass("Top")
        .withCatch(
          "Late",
          (handler) =>
            handler
              .pass("Repair")
              .output(() => ({ id: "a" }))
              .next("Top"),
          (part) => part.task("Work", called),
        )
        .pass("After")
        .end(),
    );
    expect(codes.filter((code) => code.startsWith("builder/"))).toEqual([]);
    expect([states.Top.Next, states.Work.Next, states.Repair.Next]).toEqual(["Work", "After", "Top"]);
  });
});
