import { lambda, param, workflow } from "statewright";
import { z } from "zod";
import { Level, limit, Order } from "./order.ts";

declare function rate(event: { skus: string[]; total: number }): Promise<z.infer<typeof Rate>>;

const Rate = z.object({ rate: z.number(), steps: z.array(z.number()).optional() });

/** Every construct that an arrow function may hold, as docs/expressions.md lists them. */
export const constructs = workflow("constructs", {
  constants: { limit, level: Level.High, names: ["a", "b"] },
})
  .input(Order)
  .pass("Keep")
  .assign(({ input }) => ({ order: input, attempts: 0 }))

  .parallel(
    "Constructs",
    (branch) =>
      branch.pass("Paths").output(({ input, vars, context }) => ({
        path: input.items,
        optional: input.user?.name ?? null,
        deep: input.user?.tags.map((tag) => tag.toUpperCase()).length ?? 0,
        chained: input.user?.tags?.[0]?.length ?? 0,
        trimmed: input.note?.trim().toLowerCase() ?? null,
        variable: vars.order.total,
        execution: context.Execution.Name,
        first: input.items[0]?.sku ?? null,
        last: input.items.at(-1)?.sku ?? null,
        looked: input.stock[input.id] ?? null,
      })),
    (branch) =>
      branch.pass("Operators").output(({ input, constants }) => ({
        sum: input.total + 1_000,
        text: input.id + input.kind,
        less: input.total - 1,
        product: input.total * 2,
        quotient: input.total / 4,
        remainder: input.total % 3,
        power: input.total ** 2,
        negative: -input.total,
        not: !input.vip,
        both: input.vip && input.total > 3,
        either: input.vip || input.total < 3,
        same: input.kind === "card",
        other: input.kind !== "card",
        within: input.total >= 0 && input.total <= constants.limit,
        missing: input.note === undefined,
        isText: typeof input.note === "string",
        level: constants.level,
        yes: true,
        no: false,
        nothing: null,
        name: constants.names[1] ?? "none",
      })),
    (branch) =>
      branch.pass("Texts").output(({ input }) => ({
        template: `${input.id}: ${input.total} for ${input.user?.name ?? "nobody"}`,
        quoted: 'it\'s "quoted"',
        lines: "one\ntwo\t…\u00e9",
        upper: input.id.toUpperCase(),
        lower: input.id.toLowerCase(),
        trimmed: input.id.trim(),
        parts: input.id.split("-"),
        replaced: input.id.replace("a", "b"),
        starts: input.id.startsWith("o"),
        ends: input.id.endsWith("1"),
        padded: input.id.padStart(12, "0"),
        filled: input.id.padEnd(12),
        cut: input.id.slice(1, 3),
        size: input.id.length,
        has: input.id.includes("r"),
        at: input.id.indexOf("r"),
      })),
    (branch) =>
      branch.pass("Conditions").output(({ input }) => ({
        chosen: input.vip ? "gold" : input.total > 100 ? "silver" : "none",
        or: input.note || "none",
        nullish: input.note ?? "none",
      })),
    (branch) =>
      branch.pass("Objects").output(({ input, constants }) => ({
        spread: { ...input, total: 0 },
        merged: { ...input.stock, ...{ extra: 1 } },
        shorthand: input.items.map(({ sku, price: cost }) => ({ sku, cost })),
        computed: { [input.id]: input.total },
        list: ["first", ...input.items.map((item) => item.sku), "last"],
        keys: Object.keys(input.stock),
        values: Object.values(input.stock),
        entries: Object.entries(input.stock).map(([key, value]) => `${key}=${value}`),
        isArray: Array.isArray(input.items),
        written: JSON.stringify(input.stock),
        read: JSON.parse('{"a":1}') as { a: number },
        limit: constants.limit,
      })),
    (branch) =>
      branch.pass("Lists").output(({ input }) => ({
        prices: input.items.map((item) => item.price),
        totals: input.items.map((item) => item.price * item.quantity),
        dear: input.items.filter((item) => item.price > 10).map((item) => item.sku),
        gifts: input.items.filter((item) => item.gift ?? false).length,
        found: input.items.find((item) => item.sku === "a")?.price ?? null,
        some: input.items.some((item) => item.price > 10),
        every: input.items.every((item) => item.quantity > 0),
        sum: input.items.reduce((sum, item) => sum + item.price * item.quantity, 0),
        flat: input.items.flatMap((item) => [item.sku, String(item.quantity)]),
        nested: [[1], [2, 3]].flat(),
        joined: input.items.map((item) => item.sku).join(", "),
        sorted: input.items.toSorted((a, b) => a.price - b.price).map((item) => item.sku),
        reversed: input.items.map((item) => item.sku).toReversed(),
        sliced: input.items.slice(0, 1).map((item) => item.sku),
        concat: input.items.map((item) => item.price).concat([1, 2]),
        numbered: input.items.map((item, index) => `${index}: ${item.sku}`),
        texts: input.items.map((item) => item.price).map(String),
      })),
    (branch) =>
      branch.pass("Functions").output(({ input }) => ({
        text: String(input.total),
        number: Number(input.id),
        truth: Boolean(input.note),
        most: Math.max(input.total, 3),
        rounded: Math.round(input.total),
        floor: Math.floor(input.total / 2),
        absolute: Math.abs(input.total),
        pi: Math.PI,
      })),
    (branch) =>
      branch.pass("Statements").output(({ input }) => {
        const each = input.items.map((item) => item.price * item.quantity);
        const { user, total } = input;
        const net = (value: number) => Math.round(value / 1.2);
        if (each.length === 0) {
          return { status: "empty", net: 0, who: "nobody" };
        }
        if (total > 100 && input.vip)
          return { status: "large", net: net(total), who: user?.name ?? "nobody" };
        return { status: "small", net: net(total), who: "somebody" };
      }),
    (branch) =>
      branch
        .pass("Parameters")
        .output(({ input: { id, note = "none", user: { name } = { name: "nobody" } } }) => ({
          id,
          note,
          name,
        })),
    (branch) =>
      branch.pass("Scope").output((scope) => ({ id: scope.input.id, attempts: scope.vars.attempts })),
    (branch) =>
      branch.pass("Leaves").output({
        fixed: [1, "two", null],
        id: ({ input }) => input.id,
        more: { total: ({ vars }) => vars.order.total },
      }),
  )
  .assign(({ result: [paths, operators] }) => ({ paths, sum: operators.sum }))

  .task("Rate", lambda<typeof rate, "NoRate">(param("RateArn"), { result: Rate }))
  .arguments(({ vars }) => ({ skus: vars.order.items.map((item) => item.sku), total: vars.order.total }))
  .catch("NoRate", { output: ({ error }) => ({ reason: error.Cause }) }, (handler) =>
    handler.fail("NoRate", { error: "NoRate", cause: ({ input }) => `no rate: ${input.reason}` }),
  )
  .assign(({ result }) => ({ rate: result.rate, steps: result.steps?.[0] ?? 1 }))
  .output(({ result, vars }) => ({ id: vars.order.id, rate: result.rate }))

  .choice("Large?")
  .when(
    (input, { vars, constants }) => input.rate * vars.order.total > constants.limit,
    (branch) => branch.pass("Large").output(({ input }) => ({ ...input, size: "large" })),
  )
  .otherwise((branch) => branch.pass("Small").output(({ input }) => ({ ...input, size: "small" })))

  .map(
    "Each",
    {
      items: ({ vars }) => vars.order.items,
      itemSelector: ({ item, index, vars }) => ({
        sku: item.sku,
        price: item.price * vars.rate,
        quantity: item.quantity,
        index,
      }),
    },
    (each) =>
      each
        .wait("Pause", { seconds: ({ input }) => input.quantity })
        .pass("Priced")
        .output(({ input }) => ({ sku: input.sku, price: input.price + input.index })),
  )
  .output(({ result, input }) => ({ priced: result, size: input.size }))
  .end();
