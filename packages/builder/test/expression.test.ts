import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { compile, expression, workflow } from "../src/index.ts";

interface Order {
  readonly items: readonly { readonly price: number; readonly quantity: number }[];
  readonly coupon?: string | undefined;
}

const Item = z.object({ price: z.number(), quantity: z.int() });
const Orders = z.object({ order: z.object({ items: z.array(Item), coupon: z.string().optional() }) });

const total = expression((order: Order) =>
  order.items.map((item) => item.price * item.quantity).reduce((sum, price) => sum + price, 0),
);
const priceOf = expression((item: Order["items"][number]) => item.price * item.quantity);
const label = expression(({ coupon = "none" }: Order, prefix: string) => {
  const text = prefix + coupon;
  return { text, again: text };
});

describe("a reusable expression", () => {
  test("is put in where it is called, with the types of what it is given", () => {
    const chain = workflow("sum", { constants: { total } }).input(Orders).pass("Sum");
    const { text, diagnostics } = compile(
      chain.output(({ input, constants }) => ({ total: constants.total(input.order) })).end(),
    );
    expect(diagnostics).toEqual([]);
    expect(JSON.parse(text).States.Sum.Output).toEqual({
      total:
        "{% $sum([$map($states.input.order.items, function($item) { $item.price * $item.quantity })]) %}",
    });
  });

  test("may be called twice, with constants of its own and names that the arrow has too", () => {
    const chain = workflow("label", { constants: { texts: { label } } })
      .input(Orders)
      .pass("Label");
    const { text, diagnostics } = compile(
      chain
        .output(({ input, constants }) => {
          const text = "x".repeat(input.order.items.length);
          return [text, constants.texts.label(input.order, "a-"), constants.texts.label(input.order, text)];
        })
        .end(),
    );
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { Output } = JSON.parse(text).States.Label;
    expect(Output).toContain("$prefix := 'a-'; ");
    expect(new Set([...Output.matchAll(/\$(text\w*) := /g)].map(([, name]) => name)).size).toBe(3);
  });

  test("is given to a method by its name", () => {
    const chain = workflow("prices", { constants: { priceOf } }).input(Orders).pass("Prices");
    const { text } = compile(
      chain.output(({ input, constants }) => input.order.items.map(constants.priceOf)).end(),
    );
    expect(JSON.parse(text).States.Prices.Output).toBe(
      "{% [$map($states.input.order.items, function($item) { $item.price * $item.quantity })] %}",
    );
  });

  test("that returns an object is written as ASL, also where variables are assigned", () => {
    const key = expression((order: Order) => ({ first: order.items.length, second: 2 }));
    const chain = workflow("keys", { constants: { key } }).input(Orders).pass("Keys");
    const { text } = compile(
      chain
        .assign(({ input, constants }) => constants.key(input.order))
        .output(({ input, constants }) => ({ key: constants.key(input.order) }))
        .end(),
    );
    const fields = { first: "{% $count($states.input.order.items) %}", second: 2 };
    expect(JSON.parse(text).States.Keys).toMatchObject({ Assign: fields, Output: { key: fields } });
  });

  test("is the function itself where a test calls it", () => {
    expect(total({ items: [{ price: 2, quantity: 3 }] })).toBe(6);
    expectTypeOf(total).toEqualTypeOf<(order: Order) => number>();
  });

  test("stands beside constants that are data", () => {
    const chain = workflow("both", { constants: { priceOf, limit: 10, deep: { priceOf, more: [1] } } }).pass(
      "P",
    );
    const { text } = compile(
      chain.output(({ constants }) => ({ limit: constants.limit, more: constants.deep.more })).end(),
    );
    expect(JSON.parse(text).States.P.Output).toEqual({ limit: 10, more: [1] });
  });
});

describe("what a reusable expression cannot be", () => {
  const limit = 3;
  const outer = expression((order: Order) => order.items.length > limit);

  test("a function with names from outside: told once, at its line", () => {
    const line = Number(/expression\.test\.ts:(\d+)/.exec(new Error().stack ?? "")?.[1]);
    const chain = workflow("outer", { constants: { outer } }).input(Orders).pass("P");
    const { diagnostics } = compile(
      chain
        .output(({ input, constants }) => [constants.outer(input.order), constants.outer(input.order)])
        .end(),
    );
    expect(diagnostics).toMatchObject([
      { code: "arrow/outer-variable", range: { start: { line: line - 4 } } },
    ]);
  });

  test("data", () => {
    const chain = workflow("data", { constants: { total } }).input(Orders).pass("P");
    const { diagnostics } = compile(
      chain.output(({ constants }) => ({ f: constants.total as unknown })).end(),
    );
    expect(diagnostics).toMatchObject([
      { code: "arrow/unsupported", help: "Call it: `constants.total(…)`." },
    ]);
  });

  test("called by its own name: the message says how it comes in", () => {
    const chain = workflow("name").input(Orders).pass("P");
    const { diagnostics } = compile(chain.output(({ input }) => ({ total: total(input.order) })).end());
    expect(diagnostics).toMatchObject([
      { code: "arrow/outer-variable", help: expect.stringContaining("constants: { total }") },
    ]);
  });

  test("what it holds and cannot be compiled is told with its own text", () => {
    const odd = expression((order: Order) => order.items.length.toFixed(2));
    const chain = workflow("odd", { constants: { odd } }).input(Orders).pass("P");
    const { diagnostics } = compile(chain.output(({ input, constants }) => constants.odd(input.order)).end());
    expect(diagnostics).toMatchObject([
      {
        code: "arrow/unsupported",
        message: "`order.items.length.toFixed(2)` cannot be compiled to JSONata.",
      },
    ]);
  });
});
